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
