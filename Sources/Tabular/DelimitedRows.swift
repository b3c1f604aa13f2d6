/// All records of delimited text as texts, for showing them again.
public struct DelimitedRows {
    /// A record: its line, and its cells with blanks.
    public struct Row: Sendable {
        /// The line, from 1.
        public var number: Int
        /// With blanks, to the last filled one.
        public var cells: [String]

        /// The record at line `number`.
        public init(number: Int, cells: [String]) {
            self.number = number
            self.cells = cells
        }
    }
    /// In file order.
    public let all: [Row]

    /// Reads `text` whole.
    public init(_ text: DelimitedText) {
        var taker = Taker()
        text.bytes.withBytes { bytes in
            var scanner = DelimitedScanner(separator: text.separator)
            _ = scanner.scan(bytes, from: text.start, limit: bytes.count, into: &taker)
        }
        all = taker.rows
    }

    private struct Taker: RecordConsumer {
        var rows: [Row] = []

        mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
            var texts: [String] = []
            for cell in cells where cell.column < 16_384 {
                while texts.count < Int(cell.column) { texts.append("") }
                texts.append(Windows1252.text(cell.buffer))
            }
            rows.append(Row(number: row, cells: texts))
            return true
        }
    }
}
