public import Foundation
public import Vocabulary

/// What case and customer numbers stand for, both sides digested, so that it can be kept between extracts (*kopplingar*).
public struct LinkTable: Sendable, Equatable {
    private var entries: [UInt64: UInt64] = [:]

    /// Without any.
    public init() {}

    subscript(_ digest: UInt64) -> UInt64? {
        get { entries[digest] }
        set { entries[digest] = newValue }
    }

    /// How many it has.
    public var count: Int { entries.count }

    /// A line each, to be kept in a file.
    var lines: String {
        entries.sorted { $0.key < $1.key }.map { digest, value in
            "\(String(digest, radix: 36)) \(String(value, radix: 36))\n"
        }.joined()
    }

    /// Reads what `lines` gave; `nil` for anything else.
    init?(lines: some StringProtocol) {
        for line in lines.split(separator: "\n") {
            let parts = line.split(separator: " ")
            guard parts.count == 2, let key = UInt64(parts[0], radix: 36), let value = UInt64(parts[1], radix: 36)
            else { return nil }
            entries[key] = value
        }
    }
}

extension LinkTable {
    /// Where it is kept unless something else is said: beside the key it is digested with, a file a municipality, for two
    /// municipalities may have the same case number. The same for files and for what is fetched.
    public static func usualFile(key: URL, municipality: Municipality) -> URL {
        key.deletingLastPathComponent().appending(
            path: "\(key.lastPathComponent)-kopplingar-\(municipality.code)")
    }

    /// What `file` has; nothing when there is no such file.
    public init(file: URL) throws(ExtractionError) {
        guard FileManager.default.fileExists(atPath: file.path) else { return }
        guard let bytes = FileManager.default.contents(atPath: file.path),
            let table = LinkTable(lines: String(decoding: bytes, as: UTF8.self))
        else { throw .stateUnusable }
        self = table
    }

    /// Adds it to what `file` has, in one step, readable by its owner only. Of several that do so at once nothing is lost.
    public func add(to file: URL) throws(ExtractionError) {
        guard !entries.isEmpty else { return }
        try OwnersFile.alone(with: file) { () throws(ExtractionError) in
            let known = try LinkTable(file: file)
            var table = known
            table.entries.merge(entries) { $1 }
            if table != known { try OwnersFile.replace(file, with: Data(table.lines.utf8)) }
        }
    }
}
