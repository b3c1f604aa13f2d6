import Foundation

/// A small file that only its owner may read, replaced whole.
enum OwnersFile {
    /// Does `work` while nobody else, in this process or another, does so with the same file.
    static func alone(with file: URL, _ work: () throws(ExtractionError) -> Void) throws(ExtractionError) {
        // Beside it: the file itself is replaced, and a lock stays with what was replaced.
        let lock = open(file.path + ".lock", O_CREAT | O_RDWR | O_CLOEXEC, 0o600)
        guard lock >= 0 else { throw .stateUnusable }
        // Lets go of it too.
        defer { close(lock) }
        while flock(lock, LOCK_EX) != 0 { if errno != EINTR { throw .stateUnusable } }
        try work()
    }

    static func replace(_ file: URL, with contents: Data) throws(ExtractionError) {
        let draft = file.deletingLastPathComponent().appending(path: ".\(UUID().uuidString)")
        guard
            FileManager.default.createFile(
                atPath: draft.path, contents: contents, attributes: [.posixPermissions: 0o600])
        else { throw .stateUnusable }
        guard rename(draft.path, file.path) == 0 else {
            try? FileManager.default.removeItem(at: draft)
            throw .stateUnusable
        }
    }
}
