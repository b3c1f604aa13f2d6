import Vocabulary

/// Where a maker of a report writes freely, and so could write about a person.
public enum ReportText: Sendable, Equatable {
    /// In the report or its memo.
    case place(TextPlace)
    /// Why a report is given back or withdrawn.
    case reason

    /// The most characters it may have.
    public var limit: Int {
        switch self {
        case .place(.headline), .place(.committee): 200
        case .place(.comment), .place(.proposal), .place(.matter), .place(.introduction): 2_000
        case .place(.summary): 5_000
        case .reason: 1_000
        }
    }

    /// The text without blanks around it; refused when it is too long or has an identity number.
    func checked(_ text: String) throws(DeskRefusal) -> String {
        let text = text.trimmingBlanks
        if text.count > limit { throw .textTooLong(self, length: text.count, limit: limit) }
        if IdentityNumber.looksLikeOne(in: text) { throw .identityNumber(in: self) }
        return text
    }

    /// As `checked`, and refused when it says nothing.
    func filled(_ text: String) throws(DeskRefusal) -> String {
        let text = try checked(text)
        if text.isEmpty { throw .blank(self) }
        return text
    }
}
