public import Foundation
import Secrets
import Vocabulary

/// The key that pseudonyms are made with (*pseudonymnyckel*), in a file of its own, outside the database.
///
/// Whoever has both the key and an identity number can tell the number's pseudonym; without the key nobody can. If it is
/// lost, earlier events can no longer be joined with new ones.
public struct PseudonymKey: Sendable {
    let digest: KeyedDigest

    /// A key of its own, for tests and demonstrations.
    public static func random() -> PseudonymKey { PseudonymKey(digest: .random()) }

    /// The key of 64 hexadecimal digits; `nil` for anything else.
    public init?(_ text: String) {
        guard let digest = KeyedDigest(text) else { return nil }
        self.init(digest: digest)
    }

    private init(digest: KeyedDigest) { self.digest = digest }

    /// A key of its own made of it, for what must lie on disk as it came for a while.
    var sealing: SealingKey? {
        let parts = (0..<4).map { String(digest.number(Array("förseglade sidor \($0)".utf8)), radix: 16) }
        return SealingKey(parts.map { $0.zeroPadded(to: 16) }.joined())
    }

    /// Where it is kept unless something else is said: beside the folder `data`, never in it.
    public static func usualFile(data: URL) -> URL {
        let folder = data.standardizedFileURL
        return folder.deletingLastPathComponent().appending(path: folder.lastPathComponent + ".pseudonymnyckel")
    }

    /// The key in `file`, which is made, readable by its owner only, when it is not there.
    public init(file: URL) throws(ExtractionError) {
        if !FileManager.default.fileExists(atPath: file.path) { try Self.make(file) }
        guard let facts = try? FileManager.default.attributesOfItem(atPath: file.path),
            let mode = facts[.posixPermissions] as? NSNumber, mode.intValue & 0o077 == 0,
            let bytes = FileManager.default.contents(atPath: file.path), bytes.count <= 100,
            let digest = KeyedDigest(
                String(decoding: bytes, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines))
        else { throw .keyUnusable }
        self.init(digest: digest)
    }

    private static func make(_ file: URL) throws(ExtractionError) {
        // Written beside and moved there whole: of two that make it at once, one wins and both read that.
        let draft = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString)")
        let folder = file.deletingLastPathComponent()
        do {
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        } catch {
            throw .keyNotWritten
        }
        let contents = Data((KeyedDigest.random().text + "\n").utf8)
        guard
            FileManager.default.createFile(
                atPath: draft.path, contents: contents, attributes: [.posixPermissions: 0o600])
        else { throw .keyNotWritten }
        defer { try? FileManager.default.removeItem(at: draft) }
        do {
            try FileManager.default.linkItem(at: draft, to: file)
        } catch {
            guard FileManager.default.fileExists(atPath: file.path) else { throw .keyNotWritten }
        }
    }
}

/// Makes pseudonyms and keys of records, remembering those of persons for the length of a run.
struct Pseudonyms {
    private let digest: KeyedDigest
    private var known: [UInt64: UInt64] = [:]

    init(_ key: PseudonymKey) { digest = key.digest }

    /// With the same key, remembering nobody.
    init(_ other: Pseudonyms) { digest = other.digest }

    mutating func person(_ number: PersonNumber) -> UInt64 {
        guard let digits = number.digits else { return pseudonym(number.digested) }
        if let found = known[digits] { return found }
        let made = pseudonym(number.digested)
        known[digits] = made
        return made
    }

    /// Of any bytes; never 0, which stands for none.
    func pseudonym(_ bytes: [UInt8]) -> UInt64 { max(1, digest.number(bytes)) }
}
