public import Foundation

/// The dossier of facts that lies beside the checkout, `../shared`; tests that need it skip where it is absent.
public enum Dossier {
    /// The root of this repository.
    public static let repository = URL(filePath: #filePath, directoryHint: .notDirectory)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The file at `path` within the dossier, "domain/data/kommuner.csv"; `nil` where there is no dossier.
    public static func url(_ path: String) -> URL? {
        let url = repository.deletingLastPathComponent().appending(path: "shared").appending(path: path)
        return FileManager.default.fileExists(atPath: url.path) ? url : nil
    }
}
