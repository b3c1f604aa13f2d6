import Foundation
import Secrets
import Storage

/// Ten codes to sign in with when the app or the mailbox is out of reach (*reservkoder*), each good once.
struct RecoveryCodes: Sendable {
    static let count = 10

    /// What the person is shown, once.
    let shown: [String]
    let salt: Salt
    let digests: [String]

    /// New ones. They are short enough to type, so they are kept as slow hashes.
    static func make(_ hasher: PasswordHasher) async throws(AccountsError) -> RecoveryCodes {
        let shown = (0..<count).map { _ in RandomCode.letters() }
        let salt = Salt.random()
        var digests: [String] = []
        for code in shown { digests.append(try await digest(code, salt, hasher)) }
        return RecoveryCodes(shown: shown, salt: salt, digests: digests)
    }

    /// What is kept of a code as it was typed.
    static func digest(_ typed: String, _ salt: Salt, _ hasher: PasswordHasher) async throws(AccountsError) -> String {
        do {
            return try await hasher.digest(of: RandomCode.read(typed), salt: salt)
        } catch {
            throw .outOfMemory
        }
    }
}

extension Transaction {
    /// Puts `codes` in place of those the person had.
    func keep(_ codes: RecoveryCodes, of person: Person.ID) throws {
        try execute("DELETE FROM recovery_code WHERE person = \(person)")
        try execute("UPDATE person SET recovery_salt = \(codes.salt.bytes) WHERE id = \(person)")
        for digest in codes.digests {
            try execute("INSERT INTO recovery_code (digest, person) VALUES (\(digest), \(person))")
        }
    }

    func recoverySalt(of person: Person.ID) throws -> Salt? {
        try first("SELECT recovery_salt FROM person WHERE id = \(person)") { Salt($0.bytes(0)) } ?? nil
    }

    /// Uses up a code of the person's: how many are left, `nil` when it was none of them.
    func useRecoveryCode(_ digest: String, of person: Person.ID) throws -> Int? {
        let kept = try all("SELECT digest FROM recovery_code WHERE person = \(person)") { $0.text(0) }
        // To the end even when one is right: the time it takes tells nothing.
        let right = kept.filter { ConstantTime.equal($0, digest) }
        guard let right = right.first else { return nil }
        try execute("DELETE FROM recovery_code WHERE digest = \(right) AND person = \(person)")
        return kept.count - 1
    }
}
