/// A rectangle of cells: rows from 1 as the user sees them, columns from 0 for A.
public struct CellRange: Sendable, Equatable {
    /// From 1.
    public let rows: ClosedRange<Int>
    /// From 0 for A.
    public let columns: ClosedRange<Int>

    /// The rows a sheet can have.
    public static let allRows = 1...1_048_576
    /// The columns a sheet can have, A to XFD.
    public static let allColumns = 0...16_383

    /// The cells where `rows` and `columns` cross.
    public init(rows: ClosedRange<Int>, columns: ClosedRange<Int>) {
        self.rows = rows
        self.columns = columns
    }

    /// As programs write it: "B2:D9", and "B2" for one cell.
    public var address: String {
        let first = Self.address(row: rows.lowerBound, column: columns.lowerBound)
        let last = Self.address(row: rows.upperBound, column: columns.upperBound)
        return first == last ? first : "\(first):\(last)"
    }

    /// The address of one cell: "D14" for row 14, column 3.
    public static func address(row: Int, column: Int) -> String { letters(column) + String(row) }

    /// The letters of a column: "A" for 0, "AA" for 26.
    public static func letters(_ column: Int) -> String {
        var left = column + 1
        var letters: [UInt8] = []
        while left > 0 {
            letters.append(65 + UInt8((left - 1) % 26))
            left = (left - 1) / 26
        }
        return String(decoding: letters.reversed(), as: UTF8.self)
    }

    /// Reads "D14" or "$D$14"; `nil` for what is not the address of one cell of a sheet.
    public static func cell(_ address: some Sequence<UInt8>) -> (row: Int, column: Int)? {
        var column = 0
        var row = 0
        for byte in address {
            switch byte {
            case UInt8(ascii: "$"): continue
            case UInt8(ascii: "A")...UInt8(ascii: "Z") where row == 0: column = column * 26 + Int(byte - 64)
            case UInt8(ascii: "a")...UInt8(ascii: "z") where row == 0: column = column * 26 + Int(byte - 96)
            case UInt8(ascii: "0")...UInt8(ascii: "9") where column > 0: row = row * 10 + Int(byte - 48)
            default: return nil
            }
            guard column <= allColumns.upperBound + 1, row <= allRows.upperBound else { return nil }
        }
        return column > 0 && row > 0 ? (row, column - 1) : nil
    }
}
