import Definitions
import Tabular
import Vocabulary

/// What there is to say of a free text: its length, its encoding, and whether it is known to belong elsewhere.
struct TextReading {
    enum Encoding { case ascii, utf8, windows }

    /// What a text is found to be.
    struct Result {
        /// In characters; 0 = only blanks.
        var length = 0
        var encoding = Encoding.ascii
        var holdsIdentityNumber = false
        /// Place among the known texts.
        var known: Int?
    }

    private let known: KnownWords
    private(set) var dictionary = TextDictionary()

    init(_ plan: TablePlan) {
        known = KnownWords((plan.knownTexts?.texts ?? []).map(\.text))
    }

    /// The number of `text` in the dictionary of texts.
    mutating func place(_ text: String) -> UInt32 { dictionary.place(text) }

    func read(_ cell: UnsafeBufferPointer<UInt8>) -> Result {
        let bytes = CellReading.trimmed(cell)
        guard !bytes.isEmpty else { return Result() }
        var result = Result()
        var digits = 0
        var beyondASCII = false
        for byte in bytes {
            if byte & 0xC0 != 0x80 { result.length += 1 }
            if byte &- 48 < 10 { digits += 1 }
            if byte >= 0x80 { beyondASCII = true }
        }
        if beyondASCII {
            let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
            result.encoding = isUTF8 ? .utf8 : .windows
            // In Windows-1252 every byte is a character.
            if !isUTF8 { result.length = bytes.count }
        }
        // The shortest form has six digits of a birth date and three of a serial with a letter.
        if digits >= 9 { result.holdsIdentityNumber = IdentityNumber.looksLikeOne(in: bytes) }
        result.known = known.first(in: bytes)
        return result
    }
}

/// Finds known texts by their words, whatever stands between them and in either case.
struct KnownWords {
    /// Each different word of the known texts, as small UTF-8, under its first byte.
    private var words: [[(bytes: [UInt8], bit: UInt64)]] = Array(repeating: [], count: 256)
    /// The known texts as sets of words, most words first: "arbetssocial utredning" goes before "utredning".
    private var texts: [(words: UInt64, place: Int)] = []

    /// A word of at most this many letters must stand by itself: "af" begins too many others.
    private static let shortest = 3

    init(_ known: [String]) {
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
