public import Foundation
import NIOPosix

/// Where files that come in are written, under random names, ending in ".part" until somebody keeps them.
///
/// Reads and writes are done by threads that may wait for the disk, never by those that serve connections.
public struct UploadFolder: Sendable {
    /// The folder.
    public let url: URL

    /// The folder at `url`, made for this process' user alone if it is not there. Throws `WebError.disk`.
    public init(_ url: URL) throws(WebError) {
        self.url = url
        do {
            try FileManager.default.createDirectory(
                at: url, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch { throw .disk(code: EACCES) }
    }

    /// Removes what a process that died left unfinished: files never kept and not written to since `time`.
    ///
    /// Returns how many.
    @discardableResult
    public func removeAbandoned(before time: Date) async throws(WebError) -> Int {
        try await blocking { () throws(WebError) in
            let key = URLResourceKey.contentModificationDateKey
            guard let all = try? FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: [key])
            else { throw .disk(code: ENOENT) }
            return all.count { file in
                guard file.pathExtension == "part", let written = try? file.resourceValues(forKeys: [key]),
                    let date = written.contentModificationDate, date < time
                else { return false }
                return unlink(file.path) == 0
            }
        }
    }

    /// An address for a new file.
    func newFile() -> URL {
        let name = (0..<2).map { _ in String(UInt64.random(in: .min ... .max), radix: 36) }.joined()
        return url.appending(path: "\(name).part", directoryHint: .notDirectory)
    }
}

/// Does something that waits for the disk on a thread that may wait.
func blocking<Value: Sendable>(
    _ work: @escaping @Sendable () throws(WebError) -> Value
) async throws(WebError) -> Value {
    do { return try await NIOThreadPool.singleton.runIfActive(work) } catch let error as WebError { throw error } catch
    {
        throw .disk(code: ECANCELED)
    }
}
