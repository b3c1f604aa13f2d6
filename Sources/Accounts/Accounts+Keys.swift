import AccessLog
public import Foundation
public import Secrets
import Storage
public import Vocabulary

extension APIKey {
    /// Seconds from making a key until it must be replaced, at most: two years.
    public static let longestLife: TimeInterval = 731 * 86_400
    /// What every secret begins with, so that one that has leaked is recognised.
    static let prefix = "ul_"
}

extension Accounts {
    /// Makes a key for a municipality. Its secret is given here and never again. Throws `badName`, `noScopes`,
    /// `badExpiry`.
    public func makeKey(
        for municipality: Municipality, name typed: String, scopes: Set<KeyScope>, expiresAt: Date, by caller: Caller,
        at time: Date
    ) async throws(AccountsError) -> (key: APIKey, secret: Token) {
        let organisation = Organisation.municipality(municipality)
        try await require(.makeKeys, of: organisation, by: caller, at: time)
        let name = try AccountsError.name(typed)
        if scopes.isEmpty { throw .noScopes }
        guard (86_400...APIKey.longestLife).contains(expiresAt.timeIntervalSince(time)) else { throw .badExpiry }
        let maker: Person.ID? = if case .person(let person) = caller { person.id } else { nil }
        let secret = Token(APIKey.prefix + Token.random().text)
        let words = KeyScope.allCases.filter(scopes.contains).map(\.rawValue).joined(separator: " ")
        let key = try await write { transaction in
            let id = try transaction.identity(
                of: """
                    INSERT INTO api_key (organisation, name, scopes, digest, ending, made_by, created_at, expires_at)
                    VALUES (
                        \(organisation.code), \(name), \(words), \(secret.digest), \(String(secret.text.suffix(4))),
                        \(maker), \(time), \(expiresAt)
                    ) RETURNING id
                    """)
            let key = try transaction.key(id)
            try transaction.log(key.event("skapad: \(words)", by: caller, at: time))
            return key
        }
        return (key, secret)
    }

    /// The key whose secret this is, if it lets somebody in at `time`; `nil` for everything else. One read.
    public func key(_ secret: Token, at time: Date) async throws(AccountsError) -> APIKey? {
        // The digest of 256 random bits is looked up: how long that takes tells nothing of the secret.
        let digest = secret.digest
        let found = try await read { transaction in
            try transaction.first("SELECT \(APIKey.columns) FROM api_key WHERE digest = \(digest)", APIKey.init(row:))
        }
        guard let key = found, key.isGood(at: time) else { return nil }
        let isNoted = key.lastUsedAt.map { time.timeIntervalSince($0) < 60 } ?? false
        if !isNoted {
            try await write { try $0.execute("UPDATE api_key SET last_used_at = \(time) WHERE id = \(key.id)") }
        }
        return key
    }

    /// Notes that a secret was refused: of a key that has expired or been revoked, where its owners can read it; of what
    /// is no key, without what was sent.
    public func logRefusal(of secret: Token, at time: Date) async throws(AccountsError) {
        let digest = secret.digest
        try await write { transaction in
            let key = try transaction.first(
                "SELECT \(APIKey.columns) FROM api_key WHERE digest = \(digest)", APIKey.init(row:))
            let actor = key.map { Caller.key($0).actor } ?? "okänd nyckel"
            let why = key.map { $0.revokedAt == nil ? ", har gått ut" : ", spärrad" } ?? ""
            try transaction.log(
                Event(
                    at: time, actor: actor, organisation: key?.organisation ?? .authority, act: .signInRefused,
                    subject: actor + why))
        }
    }

    /// The keys of an organisation, those revoked and too old as well, the newest first. Whoever is to see them may
    /// revoke them.
    public func keys(
        of organisation: Organisation, by caller: Caller, at time: Date
    ) async throws(AccountsError) -> [APIKey] {
        try await require(.revokeKeys, of: organisation, by: caller, at: time)
        return try await read { try $0.keys(of: organisation) }
    }

    /// Revokes a key, at once and for good. Throws `noSuchKey`.
    public func revoke(_ id: APIKey.ID, by caller: Caller, at time: Date) async throws(AccountsError) -> APIKey {
        let key = try await read { try $0.key(id) }
        try await require(.revokeKeys, of: key.organisation, by: caller, at: time)
        return try await write { transaction in
            try transaction.execute("UPDATE api_key SET revoked_at = \(time) WHERE id = \(id) AND revoked_at IS NULL")
            try transaction.log(key.event("spärrad", by: caller, at: time))
            return try transaction.key(id)
        }
    }
}

extension Transaction {
    func key(_ id: APIKey.ID) throws -> APIKey {
        guard let key = try first("SELECT \(APIKey.columns) FROM api_key WHERE id = \(id)", APIKey.init(row:)) else {
            throw AccountsError.noSuchKey(id)
        }
        return key
    }

    func keys(of organisation: Organisation) throws -> [APIKey] {
        try all(
            "SELECT \(APIKey.columns) FROM api_key WHERE organisation = \(organisation.code) ORDER BY id DESC",
            APIKey.init(row:))
    }
}

extension APIKey {
    fileprivate func event(_ what: String, by caller: Caller, at time: Date) -> Event {
        Event(
            at: time, actor: caller.actor, organisation: organisation, act: .changedKey,
            subject: "API-nyckel \(name), \(what)")
    }
}
