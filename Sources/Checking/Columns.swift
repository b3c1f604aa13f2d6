public import Definitions
public import Vocabulary

/// The rows of one table of one municipality and month as typed columns: what is stored, and what is counted.
///
/// One column per field of the definition that varies by row (month and municipality do not), in the definition's
/// order. Blank is 0 in every kind: a mark is 1–31 days or `Columns.cross`, a code is its number, a running number
/// and an integer are value + 1, a date is the days since the last of 1899, an amount is öre + 1, a text and a term are 1 +
/// their place in the dictionary, a key is the bits of its `Pseudonym`.
public struct Columns: Sendable, Equatable {
    /// The X of a mark column.
    public static let cross: UInt8 = 100

    /// The day before the first that can be kept.
    @usableFromInline static let dayZero = -25_568

    /// The day that a word of a date column is; meaningless for 0, which is blank.
    @inlinable
    public static func day(_ word: UInt32) -> Day { Day(number: Int(word) + dayZero) }

    /// The word of a day in 1900–2199.
    @inlinable
    public static func word(_ day: Day) -> UInt32 { UInt32(clamping: day.number - dayZero) }

    /// The öre that a word of an amount column is; meaningless for 0, which is blank.
    @inlinable
    public static func ore(_ word: UInt32) -> Int { Int(word) - 1 }

    /// The cell of a word as it is written plainly: a number, `2023-08-14`, `1234,50`; `nil` when blank.
    public static func text(_ word: UInt32, _ type: FieldType?) -> String? {
        guard word > 0 else { return nil }
        return switch type {
        case .date: day(word).iso
        case .amount: CellReading.kronor(word)
        default: String(word - 1)
        }
    }

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
    /// Running numbers, integers, dates and amounts.
    case words([UInt32])
    /// Keys.
    case longs([UInt64])
    /// Free texts and terms: 1 + place in the dictionary.
    case texts(indices: [UInt32], dictionary: [String])
}
