/// Where a cell stands in a file, as the user sees it.
public struct CellPlace: Sendable, Hashable {
    /// The sheet's name; `nil` for text.
    public var sheet: String?
    /// Line or sheet row, from 1.
    public var row: Int
    /// From 0 for A.
    public var column: Int

    /// The cell of `row` and `column`.
    public init(sheet: String? = nil, row: Int, column: Int) {
        self.sheet = sheet
        self.row = row
        self.column = column
    }
}

/// A cell that is read as another text than the file has (*rättelse*). The file itself is never changed.
///
/// A record without any filled cell is no row, and cannot be corrected into one.
public struct CellCorrection: Sendable, Hashable {
    /// The cell.
    public var place: CellPlace
    /// What it is read as; empty = blank.
    public var text: String

    /// Reads the cell at `place` as `text`.
    public init(_ place: CellPlace, text: String) {
        self.place = place
        self.text = text
    }
}
