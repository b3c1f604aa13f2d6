public import Foundation
public import Vocabulary

/// The numbers that households have in the files of the test collection (*löpnummer*): a household keeps its own from month
/// to month, so that the same household can be counted once.
public struct RunningNumbers: Sendable, Equatable {
    private var table = LinkTable()

    /// The numbers that `file` has and, in one step, the next ones for those of `households` that have none. Of several
    /// that do so at once each household gets one number.
    public init(of households: Set<Pseudonym>, keptIn file: URL) throws(ExtractionError) {
        var table = LinkTable()
        try OwnersFile.alone(with: file) { () throws(ExtractionError) in
            let known = try LinkTable(file: file)
            table = known
            // In the order of pseudonyms, which says nothing of the system's own.
            for household in households.sorted() where table[household.rawValue] == nil {
                table[household.rawValue] = UInt64(table.count + 1)
            }
            if table != known { try OwnersFile.replace(file, with: Data(table.lines.utf8)) }
        }
        self.table = table
    }

    /// The household's number, from 1; 0 for one that has none.
    subscript(household: Pseudonym) -> Int { Int(table[household.rawValue] ?? 0) }

    /// Where they are kept unless something else is said: beside the key, a file a municipality.
    public static func usualFile(key: URL, municipality: Municipality) -> URL {
        key.deletingLastPathComponent().appending(path: "\(key.lastPathComponent)-lopnummer-\(municipality.code)")
    }
}
