public import Vocabulary

/// The signs that stand where there is no number (*teckenförklaring*): every format takes them from here.
public enum Symbol: String, Sendable, CaseIterable {
    case missing = ".."
    case notApplicable = "."
    case protected = "X"

    /// The sign of an observation; `nil` for a value.
    public init?(_ observation: Observation<some Sendable>) {
        switch observation {
        case .value: return nil
        case .missing: self = .missing
        case .protected: self = .protected
        case .notApplicable: self = .notApplicable
        }
    }

    /// What it means, as said under the table.
    public func meaning(_ language: Language) -> String {
        switch self {
        case .missing: Localized(sv: "uppgift saknas", en: "not available")[language]
        case .notApplicable: Localized(sv: "uppgift kan inte förekomma", en: "not applicable")[language]
        case .protected: Localized(sv: "skyddad av sekretess", en: "protected by confidentiality")[language]
        }
    }

    /// The word in the status field of files that programs read.
    public var status: String {
        switch self {
        case .missing: "missing"
        case .notApplicable: "not-applicable"
        case .protected: "protected"
        }
    }
}

extension StatisticalTable.Cell {
    /// The sign that stands here instead of a value.
    public var symbol: Symbol? { if case .figure(let figure) = self { Symbol(figure) } else { nil } }

    /// The cell as read in `form`; signs where `signs` wants them, else blank.
    public func text(_ form: NumberForm, signs: Bool = true) -> String {
        switch self {
        case .text(let text): text
        case .figure(.value(.count(let number))): form.text(number)
        case .figure(.value(.share(let share))): form.text(share)
        case .figure(.value(.whole)): "100"
        case .figure: signs ? symbol?.rawValue ?? "" : ""
        }
    }
}

extension StatisticalTable {
    /// The signs that occur in the table.
    var symbols: [Symbol] {
        Symbol.allCases.filter { symbol in rows.contains { $0.cells.contains { $0.symbol == symbol } } }
    }
}
