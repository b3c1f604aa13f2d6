import Definitions
import Tabular
import Vocabulary

/// Judges the sheets of a workbook that hold one of the tables.
struct WorkbookCheck {
    let file: InputFile
    let request: CheckRequest

    func run() async throws(FileProblem) -> [Verdict] {
        let workbook = try WorkbookReader(file.bytes, limits: request.limits)
        var verdicts: [Verdict] = []
        var refused: [JudgeRefusal] = []
        var unread: [Finding] = []
        for sheet in workbook.sheets {
            let whole = FileFindings(file: file.name, sheet: sheet.name, request: request)
            let reader = try workbook.rows(of: sheet)
            guard !sheet.isHidden, !Self.isOurs(sheet) else {
                unread += try Self.glance(reader, whole, isHidden: sheet.isHidden)
                continue
            }
            let judge = Judge(file: file.name, sheet: sheet.name, request: request)
            var preview: [SheetRow] = []
            var row = SheetRow()
            let overlay = Overlay(file.corrections, sheet: sheet.name)
            while preview.count < Preview.length, try reader.next(&row) {
                overlay.correct(&row)
                if !row.cells.isEmpty { preview.append(row) }
            }
            guard !preview.isEmpty else { continue }
            let texts = preview.map(Self.texts)
            let match: HeaderMatch
            switch judge.match(texts) {
            case .failure(let refusal):
                refused.append(refusal)
                unread += whole.identityNumbers(rows: zip(preview, texts).map { ($0.number, $1) })
                unread += try Self.glance(reader, whole, isHidden: false)
                continue
            case .success(let found): match = found
            }
            let settings = judge.settings(match, width: 0)
            var feed = SheetFeed(RowChecker(settings))
            let header = match.headerRow.map { preview[$0].number }
            for row in preview where row.number > header ?? 0 { feed.feed(row) }
            while try reader.next(&row) {
                overlay.correct(&row)
                feed.feed(row)
            }
            var rows = CheckedRows(settings.plan)
            rows.append(feed.checker, rowShift: 0)
            rows.finish()
            verdicts += judge.verdicts(
                rows, match, settings,
                Judge.Surroundings(
                    headerRow: header,
                    above: zip(preview, texts).filter { $0.0.number <= header ?? 0 }.map { ($0.number, $1) }))
        }
        // A sheet without any rows is no delivery when another sheet has some.
        let filled = verdicts.filter { $0.rows > 0 }
        if !filled.isEmpty { verdicts = filled }
        // A sheet that has most of a table's columns was meant to be one.
        verdicts += refused.filter { $0.found > 2 }.map(\.verdict)
        if verdicts.isEmpty, let nearest = refused.max(by: { $0.found < $1.found }) { verdicts = [nearest.verdict] }
        if verdicts.isEmpty, unread.isEmpty { throw .empty }
        if verdicts.isEmpty {
            let whole = FileFindings(file: file.name, request: request)
            verdicts = [whole.refusal(whole.finding("F12"))]
        }
        verdicts[0].findings.prepend(unread.filter { $0.severity == .error })
        verdicts[0].repairs.prepend(unread.filter { $0.severity == .info })
        return verdicts
    }

    /// Looks through a sheet that is not judged: it is part of the file that is stored.
    private static func glance(
        _ reader: SheetReader, _ whole: FileFindings, isHidden: Bool
    ) throws(FileProblem) -> [Finding] {
        var row = SheetRow()
        var isEmpty = true
        let nameHolds = whole.sheet.map { IdentityNumber.looksLikeOne(in: $0) } ?? false
        var holds = nameHolds
        while !holds || isEmpty, try reader.next(&row) {
            isEmpty = false
            for cell in row.cells where cell.end - cell.start >= 10 && !holds {
                holds = row.bytes[cell.start..<cell.end].withUnsafeBufferPointer { TextReading.holdsIdentityNumber($0) }
            }
        }
        var findings: [Finding] = []
        if holds { findings.append(whole.finding("R08-sheet")) }
        if isHidden, !isEmpty {
            let name = nameHolds ? "…" : whole.sheet ?? ""
            findings.append(whole.finding("A14", ["sheet": name], severity: .info))
        }
        return findings
    }

    /// Sheets that we put there ourselves: in the template, and in an answer.
    private static func isOurs(_ sheet: Sheet) -> Bool {
        Template.ignoredSheetNames.contains(sheet.name)
            || MarkingNames.allCases.contains { names in
                sheet.name.hasPrefix(names.summary) || sheet.name == names.codes
                    || sheet.name.hasPrefix(names.codes + " (")
            }
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
