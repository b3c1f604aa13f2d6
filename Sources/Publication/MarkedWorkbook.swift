public import Checking
public import Definitions
public import Tabular
public import Vocabulary

/// The user's own file back as a workbook, with what is wrong marked where it is and how to mend it beside it.
///
/// Faulty cells are filled and commented, two columns to the right say how each row fared, and two sheets follow: a
/// summary and the codes. It can be checked again as it is: what we added is known by `MarkingNames`.
public enum MarkedWorkbook {
    /// At most this many cells are commented, so that a file where every cell is wrong can still be opened; all rows
    /// are explained in the columns.
    public static let greatestNumberOfComments = 20_000

    /// A row of delimited text, its cells as they stand.
    public typealias Row = DelimitedRows.Row

    /// Marks a workbook; nothing of the user's moves or changes.
    ///
    /// - Parameters:
    ///   - verdicts: All that was judged in the file, findings and repairs included.
    ///   - limits: Those it was read with.
    /// - Throws: `WorkbookError` when the workbook cannot be read or marked.
    public static func make(
        from workbook: FileBytes, verdicts: [Verdict], collection: Definitions.Collection, language: Language = .sv,
        limits: ReadingLimits = ReadingLimits()
    ) throws(WorkbookError) -> [UInt8] {
        var sheets: [SheetMarks] = []
        var comments = greatestNumberOfComments
        for name in names(of: verdicts) {
            let own = verdicts.filter { $0.sheet == name }
            let rows: [Int]
            do {
                rows = try dataRows(of: workbook, sheet: name, after: own.compactMap(\.headerRow).max(), limits: limits)
            } catch {
                throw .unreadable(error)
            }
            sheets.append(
                MarkedWorkbookRows(own, rows: rows, comments: &comments, language: language).marks(sheet: name))
        }
        return try WorkbookMarking.mark(
            workbook, sheets: sheets,
            adding: Self.sheets(for: verdicts, collection, language, commentsLeft: comments), limits: limits)
    }

    /// A new workbook with the rows of delimited text and the same marks.
    ///
    /// Every cell is text exactly as it stands, in the row that findings name, so that addresses agree.
    ///
    /// - Parameters:
    ///   - rows: All rows of the file, the header included, by number.
    ///   - verdicts: All that was judged in the file.
    /// - Throws: `WorkbookError.outsideSheet` for more rows or columns than a workbook can hold.
    public static func make(
        from rows: some Sequence<Row>, verdicts: [Verdict], collection: Definitions.Collection, language: Language = .sv
    ) throws(WorkbookError) -> [UInt8] {
        let rows = Array(rows)
        let headerRow = verdicts.compactMap(\.headerRow).max()
        let filled = rows.filter { $0.number > headerRow ?? 0 && $0.cells.contains { !$0.isEmpty } }.map(\.number)
        var comments = greatestNumberOfComments
        let marks = MarkedWorkbookRows(verdicts, rows: filled, comments: &comments, language: language)
        let workbook = try WorkbookWriter(rowByRow: true)
        try MarkedWorkbookTable(rows, marks: marks.marks(sheet: sheetName(verdicts, collection, language)))
            .write(to: workbook)
        for sheet in sheets(for: verdicts, collection, language, commentsLeft: comments) { try workbook.add(sheet) }
        return try workbook.finish()
    }

    private static func sheets(
        for verdicts: [Verdict], _ collection: Definitions.Collection, _ language: Language, commentsLeft: Int
    ) -> [AddedSheet] {
        let summary = MarkedWorkbookSummary(
            verdicts: verdicts, collection: collection, language: language, isCommentingCut: commentsLeft < 0)
        return [summary.sheet, MarkedWorkbookCodes.sheet(collection, language)]
    }

    /// The sheets that were judged, in order.
    private static func names(of verdicts: [Verdict]) -> [String] {
        var names: [String] = []
        for name in verdicts.lazy.compactMap(\.sheet) where !names.contains(name) { names.append(name) }
        return names
    }

    /// The rows below `header` with a filled cell of the user's; none when there is no such sheet.
    private static func dataRows(
        of workbook: FileBytes, sheet name: String, after header: Int?, limits: ReadingLimits
    ) throws(FileProblem) -> [Int] {
        let reader = try WorkbookReader(workbook, limits: limits)
        guard let sheet = reader.sheets.first(where: { $0.name == name }) else { return [] }
        var numbers: [Int] = []
        var ours: Set<Int> = []
        let rows = try reader.rows(of: sheet)
        var row = SheetRow()
        while try rows.next(&row) {
            if row.number <= header ?? 0 {
                for cell in row.cells {
                    let text = String(decoding: row.bytes[cell.start..<cell.end], as: UTF8.self)
                    if MarkingNames.isOurs(header: text) { ours.insert(cell.column) }
                }
            } else if row.cells.contains(where: { !ours.contains($0.column) }) {
                numbers.append(row.number)
            }
        }
        return numbers
    }

    /// The name of the sheet with the rows: the table's title, as far as a sheet's name allows.
    private static func sheetName(
        _ verdicts: [Verdict], _ collection: Definitions.Collection, _ language: Language
    ) -> String {
        let title = verdicts.first.flatMap { collection.table($0.table) }?.title[language] ?? ""
        let name = title.filter { !"[]:*?/\\'".contains($0) }.prefix(31)
        return name.isEmpty ? (language == .sv ? "Uppgifter" : "Data") : String(name)
    }
}
