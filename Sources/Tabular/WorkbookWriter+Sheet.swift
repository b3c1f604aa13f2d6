internal import CXlsxWriter

/// Writes one sheet of a new workbook.
///
/// Rows are numbered from 1, columns from 0 for A. Everything that names a cell throws
/// `WorkbookError.outsideSheet` when there is no such cell.
public struct WorkbookSheetWriter {
    private let pointer: UnsafeMutablePointer<lxw_worksheet>
    let book: WorkbookBook

    init(sheet: UnsafeMutablePointer<lxw_worksheet>, book: WorkbookBook) {
        pointer = sheet
        self.book = book
    }

    /// The library's sheet, which lives as long as the workbook is open.
    var sheet: UnsafeMutablePointer<lxw_worksheet> {
        get throws(WorkbookError) {
            guard book.pointer != nil else { throw .finished }
            return pointer
        }
    }

    /// Writes `text` as text, never as a formula or a number. Nothing is written for an empty text without a style.
    ///
    /// Characters that XML cannot hold (NUL, U+FFFE, U+FFFF) are left out; a text of more than 32,767 characters
    /// throws `tooLong`.
    public func write(
        _ text: String, row: Int, column: Int, style: CellStyle = CellStyle()
    ) throws(WorkbookError) {
        let (line, place) = try at(row, column)
        let format = try book.format(style)
        try check(worksheet_write_string(sheet, line, place, writable(text), format), text, row: row, column: column)
    }

    /// Writes `number`, which must be finite.
    public func write(
        _ number: Double, row: Int, column: Int, style: CellStyle = CellStyle()
    ) throws(WorkbookError) {
        guard number.isFinite else { throw .notAllowed("\(number)") }
        let (line, place) = try at(row, column)
        let format = try book.format(style)
        try check(worksheet_write_number(sheet, line, place, number, format), "\(number)", row: row, column: column)
    }

    /// Writes a whole number.
    public func write(
        _ number: Int, row: Int, column: Int, style: CellStyle = CellStyle()
    ) throws(WorkbookError) {
        try write(Double(number), row: row, column: column, style: style)
    }

    /// Gives a cell a style and no content.
    public func writeBlank(row: Int, column: Int, style: CellStyle) throws(WorkbookError) {
        let (line, place) = try at(row, column)
        let format = try book.format(style)
        try check(worksheet_write_blank(sheet, line, place, format), "", row: row, column: column)
    }

    /// Makes one cell of `range` (at least two cells), with `text` in it.
    public func merge(_ range: CellRange, text: String, style: CellStyle = CellStyle()) throws(WorkbookError) {
        let area = try at(range)
        let format = try book.format(style)
        try check(
            worksheet_merge_range(
                sheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn, writable(text), format),
            text, row: range.rows.lowerBound, column: range.columns.lowerBound)
    }

    /// Puts a comment on a cell; `size` is its box in pixels.
    public func comment(
        _ text: String, row: Int, column: Int, author: String = "", size: (width: Int, height: Int) = (300, 120)
    ) throws(WorkbookError) {
        let (line, place) = try at(row, column)
        let names = CStrings([author])
        var options = lxw_comment_options()
        options.author = names[0]
        options.width = UInt16(clamping: size.width)
        options.height = UInt16(clamping: size.height)
        let sheet = try sheet
        let code = withExtendedLifetime(names) {
            worksheet_write_comment_opt(sheet, line, place, writable(text), &options)
        }
        try check(code, text, row: row, column: column)
    }

    /// Sets the width of columns in characters of the plain font, and optionally the style of their empty cells.
    public func width(
        _ width: Double, columns: ClosedRange<Int>, style: CellStyle = CellStyle()
    ) throws(WorkbookError) {
        let (_, first) = try at(1, columns.lowerBound)
        let (_, last) = try at(1, columns.upperBound)
        let format = try book.format(style)
        try check(worksheet_set_column(sheet, first, last, width, format), "", row: 1, column: columns.upperBound)
    }

    /// Sets the height of a row in points.
    public func height(_ height: Double, row: Int) throws(WorkbookError) {
        let (line, _) = try at(row, 0)
        try check(worksheet_set_row(sheet, line, height, nil), "", row: row)
    }

    /// Keeps the first `rows` rows and `columns` columns in sight.
    public func freeze(rows: Int, columns: Int = 0) throws(WorkbookError) {
        let (line, place) = try at(rows + 1, columns)
        try worksheet_freeze_panes(sheet, line, place)
    }

    /// Gives the header, the first row of `range`, buttons to filter the rows below.
    public func filter(_ range: CellRange) throws(WorkbookError) {
        let area = try at(range)
        try check(worksheet_autofilter(sheet, area.firstRow, area.firstColumn, area.lastRow, area.lastColumn), "")
    }

    /// Spares the user the green corners on numbers that are written as text on purpose.
    public func allowNumbersAsText(_ range: CellRange) throws(WorkbookError) {
        try check(
            worksheet_ignore_errors(sheet, UInt8(LXW_IGNORE_NUMBER_STORED_AS_TEXT.rawValue), range.address), "")
    }

    /// Makes this the sheet shown when the workbook is opened.
    public func activate() throws(WorkbookError) {
        try worksheet_activate(sheet)
    }

    /// Prints in landscape, all columns on the width of a page, the first `headerRows` rows on every page.
    public func printLandscape(headerRows: Int) throws(WorkbookError) {
        try worksheet_set_landscape(sheet)
        try worksheet_set_paper(sheet, 9)  // A4
        try worksheet_fit_to_pages(sheet, 1, 0)
        guard headerRows > 0 else { return }
        try check(worksheet_repeat_rows(sheet, 0, try at(headerRows, 0).row), "")
    }

    /// Prints upright, all of the sheet on one page.
    public func printOnOnePage() throws(WorkbookError) {
        try worksheet_set_portrait(sheet)
        try worksheet_set_paper(sheet, 9)  // A4
        try worksheet_fit_to_pages(sheet, 1, 1)
    }

    func at(_ row: Int, _ column: Int) throws(WorkbookError) -> (row: lxw_row_t, column: lxw_col_t) {
        guard CellRange.allRows.contains(row), CellRange.allColumns.contains(column) else {
            throw .outsideSheet(row: row, column: column)
        }
        return (lxw_row_t(row - 1), lxw_col_t(column))
    }

    func at(
        _ range: CellRange
    ) throws(WorkbookError) -> (firstRow: lxw_row_t, firstColumn: lxw_col_t, lastRow: lxw_row_t, lastColumn: lxw_col_t)
    {
        let first = try at(range.rows.lowerBound, range.columns.lowerBound)
        let last = try at(range.rows.upperBound, range.columns.upperBound)
        return (first.row, first.column, last.row, last.column)
    }

    private func writable(_ text: String) -> String {
        let unwritable: Set<Unicode.Scalar> = ["\0", "\u{FFFE}", "\u{FFFF}"]
        guard text.unicodeScalars.contains(where: unwritable.contains) else { return text }
        return String(String.UnicodeScalarView(text.unicodeScalars.lazy.filter { !unwritable.contains($0) }))
    }
}
