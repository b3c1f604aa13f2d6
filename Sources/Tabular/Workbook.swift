/// A sheet of a workbook, as its list of sheets tells.
public struct Sheet: Sendable, Equatable {
    /// As its tab says.
    public let name: String
    /// Whether the tab is hidden.
    public let isHidden: Bool
    /// The part of the package that holds it: "xl/worksheets/sheet1.xml".
    public let part: String

    /// A sheet called `name`.
    public init(name: String, isHidden: Bool, part: String) {
        self.name = name
        self.isHidden = isHidden
        self.part = part
    }
}

/// One row of a sheet: the filled cells, left to right, as UTF-8 in one buffer that is reused for the next row.
///
/// A number is given in its shortest plain decimal form ("15", "0.5"), a date cell as `2013-03-01`, a truth value as
/// `TRUE`/`FALSE`, an error as its text ("#N/A"), a formula as its cached value, and
/// `SheetCell.uncalculatedFormula` when there is none.
public struct SheetRow {
    /// The row as the sheet numbers it, from 1.
    public var number: Int = 0
    /// The texts of the row's cells, one after the other.
    public var bytes: [UInt8] = []
    /// Where each filled cell is.
    public var cells: [SheetCell] = []

    /// A row without cells, to read into.
    public init() {}
}

/// A filled cell of a row.
public struct SheetCell: Sendable {
    /// From 0 for A.
    public var column: Int
    /// Where its text begins in the row's bytes.
    public var start: Int
    /// Where its text ends.
    public var end: Int
    /// What the file says the cell holds.
    public var kind: Kind

    /// A cell whose text is the bytes from `start` to `end` of its row.
    public init(column: Int, start: Int, end: Int, kind: Kind) {
        self.column = column
        self.start = start
        self.end = end
        self.kind = kind
    }

    /// The text of a cell, of kind `fault`, with a formula whose value was never saved: *formel utan sparat värde*.
    ///
    /// Programs that write formulas without calculating them leave such cells until a spreadsheet program has saved the
    /// file. They are not blank, and what they would say is unknown.
    public static let uncalculatedFormula: String = "formel utan sparat värde"

    /// What the file says the cell holds.
    public enum Kind: Sendable {
        case text, number, date, truth, fault
    }
}
