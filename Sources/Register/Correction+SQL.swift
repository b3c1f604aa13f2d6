import Checking
public import Storage

extension Correction {
    /// The columns that corrections are kept in, wherever they are kept.
    public static let columns = "sheet, cell_row, cell_column, content, field, before, corrected_by, corrected_at"

    /// Its values for `columns`.
    public var values: SQL {
        let place = cell.place
        return """
            \(place.sheet), \(place.row), \(place.column), \(cell.text), \(field), \(before), \(by), \(at)
            """
    }

    /// From `columns`, which begin at `column`.
    public init(_ row: any Row, at column: Int) {
        self.init(
            cell: CellCorrection(row, at: column), field: row.optionalText(column + 4), before: row.text(column + 5),
            by: row.text(column + 6), at: row.time(column + 7))
    }
}

extension CellCorrection {
    /// From the columns sheet, row, column and content, which begin at `column`.
    init(_ row: any Row, at column: Int) {
        self.init(
            CellPlace(sheet: row.optionalText(column), row: row.integer(column + 1), column: row.integer(column + 2)),
            text: row.text(column + 3))
    }
}
