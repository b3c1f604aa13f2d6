/// Finds known texts by their words, whatever stands between them and in either case.
public struct KnownWords: Sendable {
    /// Each different word of the known texts, as small UTF-8, under its first byte.
    private var words: [[(bytes: [UInt8], bit: UInt64)]] = Array(repeating: [], count: 256)
    /// The known texts as sets of words, most words first: "arbetssocial utredning" goes before "utredning".
    private var texts: [(words: UInt64, place: Int)] = []

    /// A word of at most this many letters must stand by itself: "af" begins too many others.
    private static let shortest = 3

    /// The words of `known`.
    public init(_ known: [String]) {
        var bits: [String: UInt64] = [:]
        for (place, text) in known.enumerated() {
            var set: UInt64 = 0
            for word in text.lowercased().split(whereSeparator: { !$0.isLetter && !$0.isNumber }).map(String.init) {
                if bits[word] == nil, bits.count < 64 {
                    let bit: UInt64 = 1 << UInt64(bits.count)
                    bits[word] = bit
                    let bytes = Array(word.utf8)
                    words[Int(bytes[0])].append((bytes, bit))
                }
                set |= bits[word] ?? 0
            }
            if set != 0 { texts.append((set, place)) }
        }
        texts.sort { $0.words.nonzeroBitCount > $1.words.nonzeroBitCount }
    }

    /// The place of the first known text all of whose words begin words of `text`.
    public func first(in text: String) -> Int? {
        var text = text
        return text.withUTF8 { first(in: $0) }
    }

    /// The place of the first known text all of whose words begin words of `text`.
    func first(in text: UnsafeBufferPointer<UInt8>) -> Int? {
        guard !texts.isEmpty else { return nil }
        var found: UInt64 = 0
        var place = 0
        while place < text.count {
            guard Self.isWord(text[place]) else {
                place += 1
                continue
            }
            for (bytes, bit) in words[Int(Self.small(text, place))] where Self.begins(text, place, with: bytes) {
                found |= bit
            }
            while place < text.count, Self.isWord(text[place]) { place += 1 }
        }
        guard found != 0 else { return nil }
        return texts.first { $0.words & found == $0.words }?.place
    }

    private static func begins(_ text: UnsafeBufferPointer<UInt8>, _ start: Int, with word: [UInt8]) -> Bool {
        guard start + word.count <= text.count else { return false }
        for offset in word.indices where small(text, start + offset) != word[offset] { return false }
        return word.count > shortest || start + word.count == text.count || !isWord(text[start + word.count])
    }

    private static func isWord(_ byte: UInt8) -> Bool {
        byte >= 0x80 || (byte | 0x20) &- 97 < 26 || byte &- 48 < 10
    }

    /// The byte of the small letter; Å, Ä, Ö and their like are C3 80–9E in UTF-8, with the small ones 20 higher.
    private static func small(_ text: UnsafeBufferPointer<UInt8>, _ place: Int) -> UInt8 {
        let byte = text[place]
        if byte &- 65 < 26 { return byte | 0x20 }
        if place > 0, text[place - 1] == 0xC3, (0x80...0x9E).contains(byte) { return byte + 0x20 }
        return byte
    }
}
