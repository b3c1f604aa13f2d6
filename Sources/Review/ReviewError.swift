public import Register
public import Storage
public import Tabular

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
    /// Nothing has come that a package could hold.
    case nothingToExport
    /// Something came or was decided while the package was made; made again, it will have it.
    case changedMeanwhile
    /// A file of the delivery is not what was delivered.
    case damagedFile(DeliveryNumber)
    /// The package's file could not be written.
    case cannotWrite(ZipFileWriter.Failure)
    /// A definition of the collection called so cannot be compared with another's.
    case otherCollection(String)
    /// The work was called off.
    case cancelled
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
        case is CancellationError, StorageError.interrupted, RegisterError.storage(.interrupted): self = .cancelled
        case let error as RegisterError: self = .register(error)
        case let error as StorageError: self = .storage(error)
        case let error as ZipFileWriter.Failure: self = .cannotWrite(error)
        default: self = .storage(.failed(code: 0, message: String(describing: error)))
        }
    }
}
