import Vocabulary

/// Where a reviewer writes freely, and so could write about a person.
public enum ReviewText: Sendable, Equatable {
    /// What a municipality is told when its delivery is returned.
    case message
    /// Why a free text belongs where it was put.
    case reason

    /// The most characters such a text has.
    public static let limit = 1_000

    /// The text without blanks around it; refuses one that is too long or has what looks like an identity number.
    func checked(_ text: String) throws(ReviewError) -> String {
        let text = text.trimmingBlanks
        guard text.count <= Self.limit else {
            throw .textTooLong(self, length: text.count, limit: Self.limit)
        }
        guard !IdentityNumber.looksLikeOne(in: text) else { throw .identityNumber(in: self) }
        return text
    }
}
