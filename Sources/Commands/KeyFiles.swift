import Foundation
import Secrets
import Vocabulary

/// The portal's own keys: beside the database and not in it, so that a copy of the database does not hold them.
struct KeyFiles {
    /// Seals the secrets of apps for codes.
    let sealing: SealingKey
    /// Signs exports.
    let signing: SigningKey

    /// Reads the keys in `folder`/keys, and makes those that are missing.
    init(folder: URL) throws {
        let keys = folder.appending(path: "keys", directoryHint: .isDirectory)
        try FileManager.default.createDirectory(
            at: keys, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        sealing = try Self.key(keys.appending(path: "sealing.key"), SealingKey.init, SealingKey.random, \.text)
        signing = try Self.key(keys.appending(path: "signing.key"), SigningKey.init, SigningKey.random, \.text)
    }

    private static func key<Key>(
        _ file: URL, _ read: (String) -> Key?, _ make: () -> Key, _ text: (Key) -> String
    ) throws -> Key {
        if let written = try? String(contentsOf: file, encoding: .utf8) {
            guard let key = read(written.trimmingCharacters(in: .whitespacesAndNewlines)) else {
                throw Refusal(
                    65, .sv,
                    sv: "Nyckeln i \(file.lastPathComponent) går inte att läsa. Återställ filen från en kopia.",
                    en: "The key in \(file.lastPathComponent) cannot be read. Restore the file from a copy.")
            }
            return key
        }
        let key = make()
        let unfinished = file.appendingPathExtension("unfinished")
        guard
            FileManager.default.createFile(
                atPath: unfinished.path, contents: Data(text(key).utf8), attributes: [.posixPermissions: 0o600])
        else { throw CocoaError(.fileWriteNoPermission) }
        try FileManager.default.moveItem(at: unfinished, to: file)
        return key
    }
}
