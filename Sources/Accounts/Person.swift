public import Foundation
import Storage
public import Vocabulary

/// Somebody with an account (*person*), in one organisation.
public struct Person: Sendable, Identifiable, Equatable {
    /// Where an account is in its life.
    public enum Status: String, Sendable {
        /// Invited, not yet joined (*inbjuden*).
        case invited
        /// Can sign in (*aktiv*).
        case active
        /// Cannot sign in; what was done stays (*avstängd*).
        case deactivated
    }

    /// The account's number, never used again.
    public let id: Int
    /// First and last name; empty until the invitation has been accepted.
    public let name: String
    /// The e-mail address in small letters, which is also what one signs in with.
    public let email: String
    /// Where the person works.
    public let organisation: Organisation
    /// What the person does there.
    public let roles: Set<Role>
    /// Where the account is in its life.
    public let status: Status
    /// The language of mails and, until another is chosen, of pages.
    public let language: Language
    /// Whether reminders go to this person (*kontaktperson*).
    public let isContact: Bool
    /// How the person proves to be the one who knows the password; `nil` until the invitation has been accepted.
    public let factor: SecondFactor?
    /// When the person was invited.
    public let createdAt: Date
    /// When a session was last opened.
    public let lastSignedInAt: Date?

    /// "Anna Ek <anna.ek@uppsala.se>", as the access log names the person.
    public var actor: String { name.isEmpty ? email : "\(name) <\(email)>" }

    /// The name, or before there is one the address.
    public var displayName: String { name.isEmpty ? email : name }

    /// The roles in the order they are shown.
    public var rolesInOrder: [Role] { Role.allCases.filter(roles.contains) }
}

/// What is asked for beside the password when signing in (*andra faktor*).
public enum SecondFactor: String, CaseIterable, Sendable {
    /// A code from an app.
    case app
    /// A code by mail.
    case mail
}

extension Person {
    /// The columns that `init(row:)` reads, of a table called `person`.
    static var columns: SQL {
        """
        person.id, person.name, person.email, person.organisation, person.roles, person.status, person.language,
        person.is_contact, person.factor, person.created_at, person.last_signed_in_at
        """
    }

    /// Reads `columns`, of which the first stands in place 0.
    init(row: any Row) throws {
        guard let organisation = Organisation(code: row.text(3)), let status = Status(rawValue: row.text(5)) else {
            throw StorageError.corrupt("person \(row.integer(0))")
        }
        id = row.integer(0)
        name = row.text(1)
        email = row.text(2)
        self.organisation = organisation
        roles = Role.stored(row.text(4))
        self.status = status
        language = Language(rawValue: row.text(6)) ?? .sv
        isContact = row.integer(7) == 1
        factor = SecondFactor(rawValue: row.text(8))
        createdAt = row.time(9)
        lastSignedInAt = row.optionalTime(10)
    }
}

extension Role {
    /// Roles as they are stored: their names with spaces between, in order.
    static func stored(_ text: String) -> Set<Role> {
        Set(text.split(separator: " ").compactMap { Role(rawValue: String($0)) })
    }

    static func stored(_ roles: Set<Role>) -> String {
        allCases.filter(roles.contains).map(\.rawValue).joined(separator: " ")
    }
}
