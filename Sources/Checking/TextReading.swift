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
            if byte &- 48 < 10 || byte == 0xEF { digits += 1 }  // EF begins a full-width digit
            if byte >= 0x80 { beyondASCII = true }
        }
        if beyondASCII {
            let isUTF8 = (try? UTF8Span(validating: bytes.span)) != nil
            result.encoding = isUTF8 ? .utf8 : .windows
            // In Windows-1252 every byte is a character.
            if !isUTF8 { result.length = bytes.count }
        }
        // The shortest form is a birth date of six digits.
        if digits >= 6 { result.holdsIdentityNumber = Self.holdsIdentityNumber(bytes) }
        result.known =
            result.encoding == .windows
            ? known.first(in: Windows1252.decode(bytes)) : known.first(in: bytes)
        return result
    }

    /// Whether the text has anything like an identity number in it, whichever encoding it is in.
    static func holdsIdentityNumber(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
        if bytes.contains(where: { $0 >= 0x80 }), (try? UTF8Span(validating: bytes.span)) == nil {
            return IdentityNumber.looksLikeOne(in: Windows1252.decode(bytes))
        }
        return IdentityNumber.looksLikeOne(in: bytes)
    }
}
