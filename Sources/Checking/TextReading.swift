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
    /// Per field.
    private(set) var dictionaries: [TextDictionary]
    /// Per field the bytes of the cell before and their number: terms come in runs.
    private var latest: [(bytes: [UInt8], place: UInt32)]

    init(_ plan: TablePlan) {
        known = KnownWords((plan.knownTexts?.texts ?? []).map(\.text))
        dictionaries = Array(repeating: TextDictionary(), count: plan.kinds.count)
        latest = Array(repeating: ([], 0), count: plan.kinds.count)
    }

    /// The number of `text` in the dictionary of the field.
    mutating func place(_ text: UnsafeBufferPointer<UInt8>, _ field: Int) -> UInt32 {
        if latest[field].place > 0, latest[field].bytes.elementsEqual(text) { return latest[field].place }
        let place = dictionaries[field].place(Windows1252.text(text))
        latest[field] = (Array(text), place)
        return place
    }

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
