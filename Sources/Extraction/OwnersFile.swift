import Foundation

/// A small file that only its owner may read, replaced whole.
enum OwnersFile {
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
