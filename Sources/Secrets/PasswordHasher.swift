import CSodium
import Foundation

/// Turns passwords into what may be stored, by Argon2id: 64 MiB and two passes, some 80 ms of one processor.
///
/// The work is done on threads of its own, never on those that serve requests, and at most so many at once that half of
/// the processors stay free; the rest wait their turn.
public final class PasswordHasher: Sendable {
    private let queue = OperationQueue()

    /// A hasher for the whole program: make one and share it. `atOnce` is half of the processors unless given.
    public init(atOnce: Int? = nil) {
        queue.maxConcurrentOperationCount = max(1, atOnce ?? ProcessInfo.processInfo.activeProcessorCount / 2)
        queue.qualityOfService = .utility
    }

    /// The hash to store, a PHC string with its own salt and limits, "$argon2id$v=19$m=65536,t=2,p=1$…".
    ///
    /// Letters with accents are hashed alike however the keyboard composed them (RFC 8265). Throws
    /// `SecretsError.outOfMemory`.
    public func hash(_ password: String) async throws(SecretsError) -> String {
        guard let hash = await onQueue({ Argon2.hash(password) }) else { throw .outOfMemory }
        return hash
    }

    /// Whether `password` is the one that `hash` was made of.
    ///
    /// For somebody who does not exist, pass `nil`: it is always false and takes as long, so that the answer's time does
    /// not tell who exists.
    public func verify(_ password: String, against hash: String?) async -> Bool {
        await onQueue {
            guard let hash else {
                _ = Argon2.hash(password)
                return false
            }
            return Argon2.verify(password, hash)
        }
    }

    /// Whether `hash` was made with limits other than today's: hash the password anew when it has just been verified.
    public static func needsRehash(_ hash: String) -> Bool { Argon2.needsRehash(hash) }

    /// The digest to store, in hexadecimal, of a secret that is too short for a plain one, such as a recovery code.
    ///
    /// Secrets of one person share a `salt`, so that one digest of what was typed is compared with them all. Throws
    /// `SecretsError.outOfMemory`.
    public func digest(of code: String, salt: Salt) async throws(SecretsError) -> String {
        guard let digest = await onQueue({ Argon2.digest(code, salt) }) else { throw .outOfMemory }
        return digest
    }

    private func onQueue<R: Sendable>(_ work: @escaping @Sendable () -> R) async -> R {
        await withCheckedContinuation { continuation in
            queue.addOperation { continuation.resume(returning: work()) }
        }
    }
}

/// Random bytes that make equal secrets of different people unlike one another. No secret itself.
public struct Salt: Sendable, Equatable {
    /// The 16 bytes, to be stored beside what they salted.
    public let bytes: [UInt8]

    /// A new one.
    public static func random() -> Salt { Salt(verified: Sodium.randomBytes(16)) }

    /// One that was stored; `nil` unless it has 16 bytes.
    public init?(_ bytes: [UInt8]) {
        guard bytes.count == 16 else { return nil }
        self.bytes = bytes
    }

    private init(verified bytes: [UInt8]) { self.bytes = bytes }
}
