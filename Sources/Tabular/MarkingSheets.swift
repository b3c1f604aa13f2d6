/// What is to be marked on one sheet of a user's workbook. Rows from 1, columns from 0 for A.
public struct SheetMarks: Sendable {
    /// The sheet's name.
    public var sheet: String
    /// The row with the column headers, where ours are put; `nil` = there is none.
    public var headerRow: Int?
    /// The headers of our two columns.
    public var headers: (result: String, explanation: String)
    /// The cells to fill and comment; several for one cell become one, with the heaviest tone.
    public var cells: [MarkedCell]
    /// How each row fared; at most one for a row.
    public var rows: [MarkedRow]

    /// The marks of the sheet called `sheet`.
    public init(
        sheet: String, headerRow: Int?, headers: (result: String, explanation: String), cells: [MarkedCell],
        rows: [MarkedRow]
    ) {
        self.sheet = sheet
        self.headerRow = headerRow
        self.headers = headers
        self.cells = cells
        self.rows = rows
    }
}

/// A cell to fill, and perhaps to comment. A cell where somebody else has written a comment keeps that one.
public struct MarkedCell: Sendable {
    /// From 1.
    public var row: Int
    /// From 0 for A.
    public var column: Int
    /// What it is filled with.
    public var tone: MarkingTone
    /// What is said about it; `nil` = it is only filled.
    public var comment: String?

    /// A mark on one cell.
    public init(row: Int, column: Int, tone: MarkingTone, comment: String?) {
        self.row = row
        self.column = column
        self.tone = tone
        self.comment = comment
    }
}

/// What our two columns say about a row.
public struct MarkedRow: Sendable {
    /// From 1.
    public var row: Int
    /// In the first column: "2 fel".
    public var result: String
    /// In the second: what is wrong and how to mend it, a line each.
    public var explanation: String
    /// The fill of the result; `nil` = none.
    public var tone: MarkingTone?

    /// The outcome of one row.
    public init(row: Int, result: String, explanation: String, tone: MarkingTone?) {
        self.row = row
        self.result = result
        self.explanation = explanation
        self.tone = tone
    }
}

/// A sheet to add after the user's own, or to put in the place of the one we added before.
public struct AddedSheet: Sendable {
    /// Its name; " (2)" and so on is added when another sheet has it.
    public var name: String
    /// Column widths in characters, from A.
    public var widths: [Double]
    /// The rows from 1; the first cell is what the sheet is known by (see `MarkingNames`).
    public var rows: [[AddedCell]]

    /// A sheet of cells.
    public init(name: String, widths: [Double], rows: [[AddedCell]]) {
        self.name = name
        self.widths = widths
        self.rows = rows
    }
}

/// A cell of an added sheet.
public struct AddedCell: Sendable {
    /// What a cell holds.
    public enum Content: Sendable {
        case text(String)
        case number(Int)
    }

    /// What it holds.
    public var content: Content
    /// How it looks.
    public var look: MarkingLook

    /// Its text, when it is one.
    var text: String? { if case .text(let text) = content { text } else { nil } }

    /// A cell with text.
    public init(_ text: String, _ look: MarkingLook = .plain) {
        content = .text(text)
        self.look = look
    }

    /// A cell with a whole number.
    public init(_ number: Int, _ look: MarkingLook = .plain) {
        content = .number(number)
        self.look = look
    }
}

extension WorkbookWriter {
    /// Adds the same sheet to a workbook that we write from the beginning.
    public borrowing func add(_ added: AddedSheet) throws(WorkbookError) {
        let sheet = try addSheet(added.name)
        for (column, width) in added.widths.enumerated() { try sheet.width(width, columns: column...column) }
        for (row, cells) in added.rows.enumerated() {
            if let height = added.height(row) { try sheet.height(height, row: row + 1) }
            for (column, cell) in cells.enumerated() {
                switch cell.content {
                case .text(let text):
                    try sheet.write(
                        XMLEditText.shortened(text), row: row + 1, column: column, style: cell.look.style)
                case .number(let number):
                    try sheet.write(number, row: row + 1, column: column, style: cell.look.style)
                }
            }
        }
    }
}

extension WorkbookSheetWriter {
    /// Comments a cell as in a marked workbook.
    public func mark(_ comment: String, row: Int, column: Int) throws(WorkbookError) {
        let text = "\(MarkingNames.author):\n\(XMLEditText.shortened(comment, to: 32_000))"
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false).reduce(0) { $0 + 1 + $1.count / 48 }
        try self.comment(
            text, row: row, column: column, author: MarkingNames.author, size: (320, 20 + 16 * min(lines, 30)))
    }
}
