public import Register
public import Storage

/// Why the review did not do what it was asked.
public enum ReviewError: Error, Sendable {
    /// The database failed.
    case storage(StorageError)
    /// The register refused, or failed.
    case register(RegisterError)
    /// The delivery has been taken back: there is nothing to decide.
    case withdrawn(DeliveryNumber)
    /// A later delivery has taken over all its tables: that is the one to decide on.
    case superseded(DeliveryNumber, by: DeliveryNumber)
    /// A person has decided already; deciding otherwise must be said.
    case alreadyDecided(DeliveryNumber, ReviewState)
    /// No delivery that counts has such a free text in the table, or none has been decided on.
    case noSuchFreeText(table: String)
    /// A free text cannot be given that code; `known` are those it can.
    case noSuchCode(Int, known: [Int])
    /// A text says nothing.
    case blank(ReviewText)
    /// A text has what looks like an identity number, which is never kept nor repeated.
    case identityNumber(in: ReviewText)
    /// A text is longer than `limit` characters.
    case textTooLong(ReviewText, length: Int, limit: Int)
}

extension ReviewError {
    /// What a transaction threw: our own refusal, or the database's failure.
    init(_ error: any Error) {
        switch error {
        case let error as ReviewError: self = error
        case let error as RegisterError: self = .register(error)
        case let error as StorageError: self = .storage(error)
        default: self = .storage(.failed(code: 0, message: String(describing: error)))
        }
    }
}
