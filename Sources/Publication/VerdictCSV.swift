public import Checking
import Definitions
import Tabular
import Vocabulary

/// Verdicts as semicolon-separated text: one finding or repair a line, with the same names as in JSON.
public struct VerdictCSV {
    private let sink: ([UInt8]) -> Void

    /// Writes to `sink`, piece by piece.
    public init(_ sink: @escaping ([UInt8]) -> Void) {
        self.sink = sink
    }

    /// The names of the columns.
    public static let columns = [
        "file", "sheet", "collection", "table", "municipality", "month", "kind", "rule", "severity", "row", "column",
        "cell", "value", "corrected", "message", "remedy",
    ]

    /// Writes all of `verdicts`.
    public func write(_ verdicts: [Verdict]) {
        var head = CSVWriter()
        head.row(Self.columns)
        sink(head.bytes)
        FindingPieces(verdicts).write(to: sink) { piece in
            var writer = CSVWriter(byteOrderMark: false)
            let verdict = piece.verdict
            let (municipality, month) = (verdict.municipality?.code ?? "", verdict.month?.iso ?? "")
            for finding in piece.findings {
                writer.text(verdict.shownFile)
                writer.text(verdict.shownSheet ?? "")
                writer.text(verdict.collection)
                writer.text(verdict.table)
                writer.text(municipality)
                writer.text(month)
                writer.text(piece.isRepair ? "repair" : "finding")
                writer.text(finding.rule)
                writer.text(finding.severity.rawValue)
                if let row = finding.row { writer.number(row) } else { writer.blank() }
                writer.text(finding.column ?? "")
                writer.text(finding.cell ?? "")
                writer.text(finding.value ?? "")
                writer.text(finding.corrected ?? "")
                writer.text(finding.message)
                writer.text(finding.remedy)
                writer.endRow()
            }
            return writer.bytes
        }
    }
}
