public import Foundation
public import Vocabulary

/// How far fetching from a case system has come (*läge*), in a small file that is replaced whole: no names, no numbers of
/// persons, only counts and times.
public struct FetchState: Sendable, Equatable, Codable {
    /// Of each source, what the next fetch asks for.
    var sources: [String: Place] = [:]
    /// When the fetch at hand began; `nil` when the one before was delivered.
    var began: Date?
    /// The tables that there have been rows of, so that one without any since is told to have none.
    var tables: [String]?

    /// What is asked of a source.
    struct Place: Sendable, Equatable, Codable {
        /// What has changed since; `nil` = everything.
        var modifiedAfter: String?
    }

    /// Nothing fetched yet.
    public init() {}

    /// The state in `file`; nothing fetched when there is no such file.
    public init(file: URL) throws(ExtractionError) {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        guard let bytes = FileManager.default.contents(atPath: file.path),
            let state = try? JSONDecoder().decode(FetchState.self, from: bytes)
        else { throw .stateUnusable }
        self = state
    }

    /// Where it is kept unless something else is said: beside the key of pseudonyms, a file a municipality and mapping.
    public static func usualFile(key: URL, municipality: Municipality, mapping: String) -> URL {
        key.deletingLastPathComponent().appending(
            path: "\(key.lastPathComponent)-hamtning-\(municipality.code)-\(mapping)")
    }

    /// Puts it in `file` in one step, readable by its owner only.
    public func save(to file: URL) throws(ExtractionError) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .prettyPrinted]
        guard let bytes = try? encoder.encode(self) else { throw .stateUnusable }
        try OwnersFile.replace(file, with: bytes)
    }
}
