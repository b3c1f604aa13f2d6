import Checking
import Tabular
import Vocabulary

/// An enrolment as it is found again in the labour-market unit's file: a record may have a row for each of its periods.
struct LabourRecord: Sendable, Hashable {
    let key: Pseudonym?
    let from: Day
}

/// A row of the labour-market unit's file that is not in the file of the test collection, and why.
public struct LabourRow: Sendable, Equatable {
    /// The file's name.
    public let file: String
    /// The row there, as its owner sees it.
    public let row: Int
    /// Why it was left.
    public let reason: LabourMatch.Reason
}

extension LabourMatch {
    /// The rows of the unit's own file, read again at the door, that were left: what its owner needs to mend them, and
    /// nothing of the persons.
    public func leftRows(in extracted: Extracted) -> [LabourRow] {
        let reasons = Dictionary(left.map { ($0.record, $0.reason) }) { $1 }
        guard let place = extracted.files.firstIndex(where: { $0.name == "inskrivningar.csv" }) else { return [] }
        let lines = extracted.files[place].bytes.withBytes { String(decoding: $0, as: UTF8.self) }
            .split(separator: "\r\n", omittingEmptySubsequences: false)
        guard let columns = lines.first?.split(separator: ";"), let key = columns.firstIndex(of: "nyckel"),
            let from = columns.firstIndex(of: "fran")
        else { return [] }
        return zip(lines.dropFirst(), extracted.origins[place]).compactMap { line, origin in
            let cells = line.split(separator: ";", omittingEmptySubsequences: false)
            guard cells.count > max(key, from), let day = Day(iso: String(cells[from])),
                let reason = reasons[LabourRecord(key: Pseudonym(text: cells[key]), from: day)]
            else { return nil }
            return LabourRow(
                file: extracted.report.files[Int(origin.file)].name, row: Int(origin.row), reason: reason)
        }
    }
}
