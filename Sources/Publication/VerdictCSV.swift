public import Checking
import Definitions
import Tabular
import Vocabulary

/// Verdicts as semicolon-separated text: one finding or repair a line, with the same names as in JSON.
public struct VerdictCSV {
    private let sink: ([UInt8]) -> Void
    private static let pieces = 64 << 10

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
        var writer = CSVWriter()
        writer.row(Self.columns)
        for verdict in verdicts {
            for (kind, findings) in [("finding", verdict.findings), ("repair", verdict.repairs)] {
                for finding in findings {
                    for text in [
                        verdict.file, verdict.sheet ?? "", verdict.collection, verdict.table,
                        verdict.municipality?.code ?? "", verdict.month?.iso ?? "", kind, finding.rule,
                        finding.severity.rawValue,
                    ] { writer.text(text) }
                    if let row = finding.row { writer.number(row) } else { writer.blank() }
                    for text in [
                        finding.column, finding.cell, finding.value, finding.corrected, finding.message, finding.remedy,
                    ] { writer.text(text ?? "") }
                    writer.endRow()
                    if writer.bytes.count > Self.pieces { sink(writer.take()) }
                }
            }
        }
        sink(writer.take())
    }
}
