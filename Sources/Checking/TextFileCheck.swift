import Definitions
import Tabular

/// Judges a file of delimited text.
struct TextFileCheck {
    let file: InputFile
    let request: CheckRequest

    func run() async -> [Verdict] {
        let text = DelimitedText(file.bytes)
        let overlay = Overlay(
            file.corrections, sheet: nil, isWindows1252: !file.corrections.isEmpty && !text.bytes.isUTF8)
        let preview = Preview(text, overlay)
        let judge = Judge(file: file.name, sheet: nil, request: request)
        let match: HeaderMatch
        switch judge.match(preview.rows.map(\.cells)) {
        case .failure(let verdict): return [verdict.verdict]
        case .success(let found): match = found
        }
        let headerRow = match.headerRow.map { preview.rows[$0] }
        // Short and long rows are only to be told from others when there is a header that says the width.
        let settings = judge.settings(match, width: headerRow.map { max($0.width, match.roles.count) } ?? 0)
        let rows = await DelimitedCheck(
            file: text.bytes, separator: text.separator, settings: settings, overlay: overlay
        )
        .run(from: headerRow?.after ?? text.start)
        let header = headerRow?.number
        return judge.verdicts(
            rows, match, settings,
            Judge.Surroundings(
                headerRow: header,
                above: preview.rows.filter { $0.number <= header ?? 0 }.map { ($0.number, $0.cells) },
                recodedFrom: text.recodedFrom,
                headerIsUTF8: match.headers.contains { $0.utf8.contains { $0 >= 0x80 } } && preview.isUTF8))
    }
}

/// The first records of a file, as texts.
struct Preview {
    struct Row {
        var number: Int
        var cells: [String]
        var width: Int
        /// Where the next record begins.
        var after: DelimitedScanner.Position
    }
    private(set) var rows: [Row] = []
    /// Whether the letters beyond ASCII in these rows are UTF-8.
    private(set) var isUTF8 = true

    /// How many rows may stand above the data.
    static let length = 25

    init(_ text: DelimitedText, _ overlay: Overlay) {
        text.bytes.withBytes { bytes in
            var scanner = DelimitedScanner(separator: text.separator)
            var at = text.start
            while rows.count < Self.length, at.offset < bytes.count {
                var corrected = CorrectedRecords(consumer: Taker(), overlay: overlay)
                at = scanner.scan(bytes, from: at, limit: bytes.count, into: &corrected)
                let taker = corrected.consumer
                guard let row = taker.row else { break }
                isUTF8 = isUTF8 && taker.isUTF8
                rows.append(Row(number: row, cells: taker.cells, width: taker.width, after: at))
            }
        }
    }

    /// Takes one record.
    private struct Taker: RecordConsumer {
        var row: Int?
        var cells: [String] = []
        var width = 0
        var isUTF8 = true

        mutating func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
            self.row = row
            self.width = width
            for cell in cells where cell.column < 16_384 {
                while self.cells.count <= Int(cell.column) { self.cells.append("") }
                let bytes = CellReading.trimmed(cell.buffer)
                let text = String(validating: bytes, as: UTF8.self)
                isUTF8 = isUTF8 && text != nil
                self.cells[Int(cell.column)] = text ?? Windows1252.decode(bytes)
            }
            while self.cells.count < min(width, 16_384) { self.cells.append("") }
            return false
        }
    }
}

extension FileBytes {
    fileprivate var isUTF8: Bool {
        withBytes { bytes in
            (try? UTF8Span(validating: bytes.bindMemory(to: UInt8.self).span)) != nil
        }
    }
}
