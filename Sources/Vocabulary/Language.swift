/// A language users read. Swedish comes first everywhere; English is a choice.
public enum Language: String, Sendable, CaseIterable {
    case sv, en

    /// "a", "a och b", "a, b och c".
    public func list(_ parts: [String]) -> String {
        guard let last = parts.last, parts.count > 1 else { return parts.first ?? "" }
        return parts.dropLast().joined(separator: ", ") + (self == .sv ? " och " : " and ") + last
    }
}

/// A text in the languages users read.
public struct Localized: Hashable, Sendable {
    /// The Swedish text.
    public let sv: String
    /// The English text.
    public let en: String

    /// A text in both languages.
    public init(sv: String, en: String) {
        self.sv = sv
        self.en = en
    }

    /// The text in `language`.
    public subscript(language: Language) -> String {
        switch language {
        case .sv: sv
        case .en: en
        }
    }
}
