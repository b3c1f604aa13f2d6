/// The rows of one table of one municipality and month as typed columns: what is stored, and what is counted.
///
/// One column per field of the definition that varies by row (month and municipality do not), in the definition's
/// order. Blank is 0 in every kind: a mark is 1–31 days or `Columns.cross`, a code is its number, a running number
/// and an integer are value + 1, a text is 1 + its place in the dictionary.
public struct Columns: Sendable, Equatable {
    /// The X of a mark column.
    public static let cross: UInt8 = 100

    /// Number of rows; every dense column has this many values.
    public var count: Int
    /// In the definition's order.
    public var columns: [Column]

    /// Columns for `count` rows.
    public init(count: Int, columns: [Column]) {
        self.count = count
        self.columns = columns
    }

    /// The column of the field called `name`.
    public subscript(name: String) -> Column? { columns.first { $0.name == name } }
}

/// One typed column.
public struct Column: Sendable, Equatable {
    /// The field's name in the definition.
    public var name: String
    /// One for each row.
    public var values: ColumnValues

    /// A column of the field called `name`.
    public init(name: String, values: ColumnValues) {
        self.name = name
        self.values = values
    }
}

/// The values of a column, one per row.
public enum ColumnValues: Sendable, Equatable {
    /// Marks and codes.
    case bytes([UInt8])
    /// Running numbers and integers, value + 1.
    case words([UInt32])
    /// Free texts: 1 + place in the dictionary.
    case texts(indices: [UInt32], dictionary: [String])
}
