public import Checking
public import Register
public import Storage
public import Vocabulary

/// Why the intake did not do what it was asked.
public enum IntakeError: Error, Sendable {
    /// The database failed.
    case storage(StorageError)
    /// The register refused.
    case register(RegisterError)
    /// What was to be done in the same transaction was not; nothing is kept.
    case alongside(any Error)
    case noSuchCollection(String)
    /// The collection does not ask for comments.
    case noCommentsForm(String)
    /// The collection does not have the month, or none was chosen.
    case noSuchMonth(Month?)
    case noFiles
    /// More files than a delivery may have.
    case tooManyFiles(limit: Int)
    case noSuchDraft(Draft.ID)
    /// The draft is no longer open: its state says why, and what came instead.
    case notOpen(Draft)
    /// Somebody changed the draft meanwhile; this is how it is now.
    case changedMeanwhile(Draft)
    /// The draft was only to be checked.
    case isTest
    /// There are errors left.
    case notApproved(errors: Int)
    /// There are warnings without an answer.
    case unanswered([WarningQuestion])
    /// There are too many errors to correct on the page; `limit` is the most.
    case tooManyErrors(Int, limit: Int)
    /// A cell that nothing was found about.
    case noSuchCell(CellPlace)
    /// A text is longer than it may be, in characters.
    case textTooLong(TypedText, limit: Int)
    /// A text has what looks like an identity number, which is never kept nor repeated.
    case identityNumber(in: TypedText)
    /// The files are not kept, and so cannot be corrected.
    case notKept
}

extension IntakeError {
    /// What a transaction threw: our own refusal, the register's, or the database's failure.
    init(_ error: any Error) {
        switch error {
        case let error as IntakeError: self = error
        case RegisterError.storage(let error): self = .storage(error)
        case RegisterError.alongside(let error): self.init(error)
        case RegisterError.identityNumber(let text): self = .identityNumber(in: text)
        case RegisterError.unconfirmed(let questions): self = .unanswered(questions)
        case let error as RegisterError: self = .register(error)
        case let error as StorageError: self = .storage(error)
        default: self = .alongside(error)
        }
    }
}
