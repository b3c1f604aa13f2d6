import Definitions
import Tabular
import Vocabulary

/// What there is to say of free texts. The same text comes again and again, so each is looked at once.
struct TextReading {
    enum Encoding { case ascii, utf8, windows }

    /// What a text is found to be.
    struct Result {
        /// In characters; 0 = only blanks.
        var length: Int
        /// The most it may be.
        var most: Int
        var encoding: Encoding
        var holdsIdentityNumber: Bool
        /// Place among the known texts.
        var known: Int?
    }

    private let known: [(words: [String], place: Int)]
    private let most: Int
    private var seen: [String: Result] = [:]
    private(set) var dictionary = TextDictionary()

    init(_ plan: TablePlan) {
        // The longest first: "arbetssocial utredning" before a shorter one that would also do.
        known = (plan.knownTexts?.texts ?? []).enumerated()
            .map { (Self.words($0.element.text), $0.offset) }
            .sorted { $0.0.count > $1.0.count }
        most =
            plan.table.fields.lazy.compactMap { field -> Int? in
                if case .text(let most) = field.type { most } else { nil }
            }.first ?? .max
    }

    /// The number of `text` in the dictionary of texts.
    mutating func place(_ text: String) -> UInt32 { dictionary.place(text) }

    mutating func read(_ cell: UnsafeBufferPointer<UInt8>) -> Result {
        let bytes = CellReading.trimmed(cell)
        let valid = String(validating: bytes, as: UTF8.self)
        let text = valid ?? Windows1252.decode(bytes)
        if let result = seen[text] {
            guard (valid == nil) != (result.encoding == .windows) else { return result }
            var other = result
            other.encoding = valid == nil ? .windows : .utf8
            return other
        }
        let result = Result(
            length: text.unicodeScalars.count, most: most,
            encoding: valid == nil ? .windows : text.utf8.allSatisfy { $0 < 0x80 } ? .ascii : .utf8,
            holdsIdentityNumber: IdentityNumber.looksLikeOne(in: text), known: known(text))
        // A file of nothing but different long texts must not fill memory.
        if bytes.count <= 400, seen.count < 50_000 { seen[text] = result }
        return result
    }

    private func known(_ text: String) -> Int? {
        let words = Self.words(text)
        return known.first { entry in
            // A short word must stand by itself: "af" begins too many others.
            entry.words.allSatisfy { word in words.contains { word.count <= 3 ? $0 == word : $0.hasPrefix(word) } }
        }?.place
    }

    private static func words(_ text: String) -> [String] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }.map(String.init)
    }
}
