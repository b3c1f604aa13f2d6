import Definitions
import Tabular

/// Judges the sheets of a workbook that hold one of the tables.
struct WorkbookCheck {
    let file: InputFile
    let request: CheckRequest

    func run() async throws(FileProblem) -> [Verdict] {
        let workbook = try WorkbookReader(file.bytes, limits: request.limits)
        var verdicts: [Verdict] = []
        var refused: [JudgeRefusal] = []
        for sheet in workbook.sheets where !sheet.isHidden && !Self.isOurs(sheet) {
            let judge = Judge(file: file.name, sheet: sheet.name, request: request)
            let reader = try workbook.rows(of: sheet)
            var preview: [SheetRow] = []
            var row = SheetRow()
            while preview.count < Preview.length, try reader.next(&row) { preview.append(row) }
            guard !preview.isEmpty else { continue }
            let match: HeaderMatch
            switch judge.match(preview.map(Self.texts)) {
            case .failure(let refusal):
                refused.append(refusal)
                continue
            case .success(let found): match = found
            }
            let settings = judge.settings(match, width: 0)
            var feed = SheetFeed(RowChecker(settings))
            let header = match.headerRow.map { preview[$0].number } ?? 0
            for row in preview where row.number > header { feed.feed(row) }
            while try reader.next(&row) { feed.feed(row) }
            var rows = CheckedRows(settings.plan)
            rows.append(feed.checker, rowShift: 0)
            rows.finish()
            verdicts += judge.verdicts(
                rows, match, settings, headerRow: match.headerRow.map { preview[$0].number }, recodedFrom: nil,
                headerIsUTF8: true)
        }
        // A sheet without any rows is no delivery when another sheet has some.
        let filled = verdicts.filter { $0.rows > 0 }
        if !filled.isEmpty { return filled }
        if !verdicts.isEmpty { return verdicts }
        // What comes nearest says most: a table with columns missing rather than a sheet of notes.
        if let nearest = refused.max(by: { $0.found < $1.found }) { return [nearest.verdict] }
        throw .empty
    }

    /// Sheets that we put there ourselves: in the template, and in an answer.
    private static func isOurs(_ sheet: Sheet) -> Bool {
        Template.ignoredSheetNames.contains(sheet.name)
            || MarkingNames.allCases.contains { sheet.name.hasPrefix($0.summary) || sheet.name.hasPrefix($0.codes) }
    }

    private static func texts(_ row: SheetRow) -> [String] {
        var texts: [String] = []
        for cell in row.cells where cell.column < 16_384 {
            while texts.count <= cell.column { texts.append("") }
            texts[cell.column] = row.bytes[cell.start..<cell.end].withUnsafeBufferPointer {
                Windows1252.text(CellReading.trimmed($0))
            }
        }
        return texts
    }
}

/// Gives a sheet's rows to the row check in the form it takes.
struct SheetFeed {
    let checker: RowChecker
    private var cells: [RecordCell] = []

    init(_ checker: RowChecker) {
        self.checker = checker
    }

    mutating func feed(_ row: SheetRow) {
        cells.removeAll(keepingCapacity: true)
        row.bytes.withUnsafeBufferPointer { bytes in
            guard let base = bytes.baseAddress else { return }
            for cell in row.cells where cell.end > cell.start {
                cells.append(
                    RecordCell(
                        column: Int32(truncatingIfNeeded: cell.column),
                        length: Int32(truncatingIfNeeded: cell.end - cell.start), bytes: base + cell.start))
            }
            guard !cells.isEmpty else { return }
            cells.withUnsafeBufferPointer { _ = checker.consume(row: row.number, width: 0, cells: $0) }
        }
    }
}
