import Vocabulary

/// Where a person writes freely here, and so could write about a person.
public enum CollectingText: String, Sendable, CaseIterable {
    /// Why a period, an obligation or a last day was changed.
    case reason
    /// The name of a city district or other unit.
    case unit
    /// The subject of a reminder.
    case subject
    /// The text of a reminder.
    case reminder
    /// A question or an answer.
    case question
    /// What the authority notes about a municipality.
    case note
    /// Where a municipality takes letters.
    case address

    /// The most characters it may have.
    public var limit: Int {
        switch self {
        case .reason: 500
        case .unit, .address, .subject: 200
        case .reminder, .question, .note: 2_000
        }
    }

    /// The text without blanks around it; refused when it is too long or has an identity number.
    func checked(_ text: String) throws(CollectingError) -> String {
        let text = text.trimmingBlanks
        if text.count > limit { throw .textTooLong(self, length: text.count, limit: limit) }
        if IdentityNumber.looksLikeOne(in: text) { throw .identityNumber(in: self) }
        return text
    }

    /// As `checked`, and refused when it says nothing.
    func filled(_ text: String) throws(CollectingError) -> String {
        let text = try checked(text)
        if text.isEmpty { throw .blank(self) }
        return text
    }
}
