public import Vocabulary

/// The signs that stand where there is no number (*teckenförklaring*): every format takes them from here.
public enum Symbol: String, Sendable, CaseIterable {
    case missing = ".."
    case notApplicable = "."

    /// What it means, as said under the table.
    public func meaning(_ language: Language) -> String {
        switch self {
        case .missing: Localized(sv: "uppgift saknas", en: "not available")[language]
        case .notApplicable: Localized(sv: "uppgift kan inte förekomma", en: "not applicable")[language]
        }
    }

    /// The word in the status field of files that programs read.
    public var status: String {
        switch self {
        case .missing: "missing"
        case .notApplicable: "not-applicable"
        }
    }
}

extension StatisticalTable.Cell {
    /// The sign that stands here instead of a value.
    var symbol: Symbol? {
        switch self {
        case .missing: .missing
        case .notApplicable: .notApplicable
        case .text, .count, .share, .whole: nil
        }
    }

    /// The cell as read in `form`; signs where `shown` wants them, else blank.
    func text(_ form: NumberForm, signs: Bool = true) -> String {
        switch self {
        case .text(let text): text
        case .count(let number): form.text(number)
        case .share(let share): form.text(share)
        case .whole: "100"
        case .missing, .notApplicable: signs ? symbol?.rawValue ?? "" : ""
        }
    }
}

extension StatisticalTable {
    /// The signs that occur in the table.
    var symbols: [Symbol] {
        let found = Set(rows.flatMap { $0.cells.compactMap(\.symbol) })
        return Symbol.allCases.filter(found.contains)
    }
}
