/// A text to compare with, without regard to case, with `*` for anything at its beginning or end.
struct TextPattern: Sendable {
    private let core: String
    private let isOpenBefore: Bool
    private let isOpenAfter: Bool

    init(_ text: String) {
        isOpenBefore = text.hasPrefix("*")
        isOpenAfter = text.hasSuffix("*") && text.count > 1
        core = String(text.dropFirst(isOpenBefore ? 1 : 0).dropLast(isOpenAfter ? 1 : 0)).folded
    }

    /// Whether `text`, folded, is what it says.
    func matches(_ text: String) -> Bool {
        switch (isOpenBefore, isOpenAfter) {
        case (false, false): text == core
        case (false, true): text.hasPrefix(core)
        case (true, false): text.hasSuffix(core)
        case (true, true): text.contains(core)
        }
    }
}

extension String {
    /// In lower case, with every run of blanks (no-break ones too) one space and none at the ends.
    var folded: String {
        // Nearly all texts have only single spaces between their words.
        var before = UInt8(ascii: " ")
        var isPlain = true
        for byte in utf8 {
            // Bytes that begin blanks beyond ASCII: U+0085 and U+00A0, and from U+1680 on.
            if byte < 32 || (byte == 32 && before == 32) || byte == 0xC2 || (0xE1...0xE3).contains(byte) {
                isPlain = false
                break
            }
            before = byte
        }
        if isPlain, before != 32 || isEmpty { return lowercased() }
        return lowercased().split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
