import Foundation

/// A folder for the files of one document, which only we may read; removed when let go of.
final class WorkFolder: Sendable {
    private let url: URL

    init() throws(DocumentError) {
        url = FileManager.default.temporaryDirectory.appending(path: "underlag-\(UUID().uuidString)")
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .file
        }
    }

    deinit { try? FileManager.default.removeItem(at: url) }

    /// Where the file called `name` is.
    func path(_ name: String) -> String { url.appending(path: name).path }

    /// Puts a file there.
    func write(_ name: String, _ bytes: some Sequence<UInt8>) throws(DocumentError) {
        do {
            try Data(bytes).write(to: url.appending(path: name))
        } catch {
            throw .file
        }
    }

    /// The bytes of a file there.
    func read(_ name: String) throws(DocumentError) -> [UInt8] {
        do {
            return Array(try Data(contentsOf: url.appending(path: name)))
        } catch {
            throw .file
        }
    }
}
