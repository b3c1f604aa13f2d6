public import Foundation
import Storage
public import Vocabulary

/// What a key is for (*behörighet*).
public enum KeyScope: String, CaseIterable, Sendable {
    /// Try files without delivering them.
    case check
    /// Check and deliver.
    case submit
    /// See status and receipts.
    case read

    /// What it is called.
    public var title: Localized {
        switch self {
        case .check: Localized(sv: "Kontrollera filer", en: "Check files")
        case .submit: Localized(sv: "Lämna in", en: "Submit")
        case .read: Localized(sv: "Se status och kvitton", en: "See status and receipts")
        }
    }
}

/// A key (*API-nyckel*) by which a municipality's case system is let in. Its secret is shown once and never kept.
public struct APIKey: Sendable, Identifiable, Equatable {
    /// Its number.
    public let id: Int
    /// The municipality that it acts for.
    public let organisation: Organisation
    /// What its owners call it, "Treserva, nattjobb".
    public let name: String
    /// What it is for.
    public let scopes: Set<KeyScope>
    /// The end of the secret, by which its owners know which one it is.
    public let ending: String
    /// Who made it, `nil` for the command line; may have been deactivated since.
    public let madeBy: Person.ID?
    /// When it was made.
    public let createdAt: Date
    /// From when on it is not good.
    public let expiresAt: Date
    /// When it was last used, to the minute.
    public let lastUsedAt: Date?
    /// When it was revoked.
    public let revokedAt: Date?

    /// Whether it lets somebody in at `time`.
    public func isGood(at time: Date) -> Bool { revokedAt == nil && time < expiresAt }
}

extension APIKey {
    /// The columns that `init(row:)` reads.
    static var columns: SQL {
        """
        id, organisation, name, scopes, ending, made_by, created_at, expires_at, last_used_at, revoked_at
        """
    }

    init(row: any Row) throws {
        guard let organisation = Organisation(code: row.text(1)) else {
            throw StorageError.corrupt("api_key \(row.integer(0))")
        }
        id = row.integer(0)
        self.organisation = organisation
        name = row.text(2)
        scopes = Set(row.text(3).split(separator: " ").compactMap { KeyScope(rawValue: String($0)) })
        ending = row.text(4)
        madeBy = row.optionalInteger(5)
        createdAt = row.time(6)
        expiresAt = row.time(7)
        lastUsedAt = row.optionalTime(8)
        revokedAt = row.optionalTime(9)
    }
}
