public import Storage
public import Vocabulary

/// Why the register did not do what it was asked.
public enum RegisterError: Error, Sendable {
    /// The database failed.
    case storage(StorageError)
    /// A verdict that is not approved cannot be delivered.
    case notApproved(file: String, table: String)
    /// A verdict lacks municipality, month or columns, and so has no place in the register.
    case withoutPlace(file: String, table: String)
    /// The same table, municipality and month comes twice in one submission.
    case twice(table: String, Municipality, Month)
    /// There are warnings that nobody has answered.
    case unconfirmed([WarningQuestion])
    case noSuchDelivery(DeliveryNumber)
    case alreadyWithdrawn(DeliveryNumber)
    /// Deliveries of different collections cannot be compared.
    case differentCollections(DeliveryNumber, DeliveryNumber)
    /// The comments form has no such text or line; `known` are those it has.
    case noSuchText(String, known: [String])
    /// A text says nothing.
    case blank(TypedText)
    /// A text has what looks like an identity number, which is never kept nor repeated.
    case identityNumber(in: TypedText)
    /// A text is longer than the form allows, in characters.
    case textTooLong(String, length: Int, limit: Int)
    /// What was to be done in the same transaction was not; nothing is kept.
    case alongside(any Error)
    /// What is stored of a delivery cannot be read.
    case damaged(DeliveryNumber, table: String)
}
