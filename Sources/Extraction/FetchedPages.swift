import Foundation
import Secrets

/// The pages of a fetch that is not delivered yet (*sidor*), in a folder of its own: sealed, for they are as they came.
struct FetchedPages {
    private let folder: URL
    private let key: SealingKey

    /// The pages in `folder`, which is made when it is not there.
    init(folder: URL, key: SealingKey) throws(ExtractionError) {
        (self.folder, self.key) = (folder, key)
        do {
            try FileManager.default.createDirectory(
                at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        } catch {
            throw .stateUnusable
        }
    }

    private func file(_ number: Int, _ source: Mapping.Source) -> URL {
        folder.appending(path: "\(source.path ?? source.id)-\(number)")
    }

    /// A page as it came, from 0; `nil` when it has not.
    func page(_ number: Int, of source: Mapping.Source) throws(ExtractionError) -> [UInt8]? {
        guard let sealed = FileManager.default.contents(atPath: file(number, source).path) else { return nil }
        guard let bytes = key.open(Array(sealed)) else { throw .stateUnusable }
        return bytes
    }

    func keep(_ bytes: [UInt8], _ number: Int, of source: Mapping.Source) throws(ExtractionError) {
        try OwnersFile.replace(file(number, source), with: Data(key.seal(bytes)))
    }

    /// The numbers of those of a source that have come.
    func numbers(of source: Mapping.Source) -> Range<Int> {
        var count = 0
        while FileManager.default.fileExists(atPath: file(count, source).path) { count += 1 }
        return 0..<count
    }

    /// Throws them away.
    func clear() throws(ExtractionError) {
        for page in (try? FileManager.default.contentsOfDirectory(at: folder, includingPropertiesForKeys: nil)) ?? [] {
            do { try FileManager.default.removeItem(at: page) } catch { throw .stateUnusable }
        }
    }
}
