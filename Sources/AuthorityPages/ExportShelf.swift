import Foundation
import Review

/// Where packages are kept for a while after they were made, on the machine that made them.
///
/// A package that is gone is made anew: what it held is in the database.
struct ExportShelf: Sendable {
    let folder: URL

    /// How long a package is kept, in seconds.
    static let life: TimeInterval = 30 * 86_400

    init(_ folder: URL) { self.folder = folder }

    /// Where a package is kept; `nil` when it is not.
    func url(of package: ExportPackage, at time: Date) -> URL? {
        let url = place(package)
        guard time < package.at + Self.life,
            let size = try? url.resourceValues(forKeys: [.fileSizeKey]).fileSize, size == package.bytes
        else { return nil }
        return url
    }

    /// Puts a package that was made at `made` in its place.
    func keep(_ package: ExportPackage, made: URL) throws {
        try FileManager.default.createDirectory(
            at: folder, withIntermediateDirectories: true, attributes: [.posixPermissions: 0o700])
        let url = place(package)
        try? FileManager.default.removeItem(at: url)
        try FileManager.default.moveItem(at: made, to: url)
    }

    /// Removes those of `packages` that have been kept long enough.
    func tidy(_ packages: [ExportPackage], at time: Date) {
        for package in packages where package.at + Self.life <= time {
            try? FileManager.default.removeItem(at: place(package))
        }
    }

    // The name is ours: the collection, the month and a number.
    private func place(_ package: ExportPackage) -> URL {
        folder.appending(path: package.name + ".zip", directoryHint: .notDirectory)
    }
}
