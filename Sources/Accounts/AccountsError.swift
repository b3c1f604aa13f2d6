public import Foundation
public import Storage
public import Vocabulary

/// Why accounts did not do what they were asked.
public enum AccountsError: Error, Sendable, Equatable {
    /// The database failed.
    case storage(StorageError)
    /// There was no memory for a password hash.
    case outOfMemory
    /// The caller may not; the refusal is in the access log.
    case forbidden(Permission, Organisation)
    case noSuchPerson(Person.ID)
    case noSuchKey(APIKey.ID)
    /// What was typed is no e-mail address.
    case notAnAddress
    /// The address is in none of the organisation's own domains.
    case foreignDomain(String, allowed: [String])
    /// Somebody has that address already.
    case addressTaken
    /// What was typed is no mail domain.
    case notADomain(String)
    /// No role was chosen.
    case noRoles
    /// The role cannot be had in that organisation.
    case foreignRole(Role, Organisation)
    /// Nobody gives themselves a role that allows more than they may.
    case ownRoles
    /// Nobody deactivates themselves: a colleague does.
    case ownAccount
    /// The last one who has the role cannot leave it.
    case lastOne(Role)
    /// The person has not joined, or has left.
    case notActive
    /// The person has joined already.
    case alreadyJoined
    /// There is an administrator, who invites others.
    case alreadyBootstrapped
    /// People are made up only where there are none.
    case notEmpty
    /// A name says nothing, is too long, or has what looks like an identity number.
    case badName
    /// A password that may not be chosen.
    case password(PasswordFault)
    /// A link that has been used, has been replaced, is too old, or never was.
    case deadLink
    /// The session has ended.
    case signedOut
    /// The password is not the person's.
    case wrongPassword
    /// The code is not the one asked for, or has been used.
    case wrongCode
    /// Too many have been wrong; when the next may be tried.
    case tooManyTries(until: Date)
    /// A key is for nothing.
    case noScopes
    /// A key is good for a day at least, and at most for `APIKey.longestLife`.
    case badExpiry

    /// What a transaction threw: our own refusal, or the database's failure.
    init(_ error: any Error) {
        switch error {
        case let error as AccountsError: self = error
        case let error as StorageError: self = .storage(error)
        default: self = .storage(.failed(code: 0, message: String(describing: type(of: error))))
        }
    }
}
