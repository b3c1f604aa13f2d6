import Vocabulary

/// Where a person has written freely, and so could have written about a person.
public enum TypedText: Sendable, Equatable {
    /// The name of whoever delivers.
    case sender
    /// Why a warning is right, a delivery is taken back or a municipality does not take part.
    case reason
    /// The name of a delivered file.
    case fileName
    /// What a cell is corrected to.
    case correction
    /// A field of the comments form, by its id.
    case field(String)

    /// Refuses a text with what looks like an identity number: it would stand in receipts and tables.
    func refuseIdentityNumber(_ text: String) throws(RegisterError) {
        if IdentityNumber.looksLikeOne(in: text) { throw .identityNumber(in: self) }
    }

    /// Refuses a text that says nothing.
    func refuseBlank(_ text: String) throws(RegisterError) {
        if text.isBlank { throw .blank(self) }
    }
}

extension String {
    var isBlank: Bool { allSatisfy(\.isWhitespace) }
}
