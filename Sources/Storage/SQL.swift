/// A statement written as a Swift string: `"SELECT name FROM person WHERE id = \(id)"`.
///
/// An interpolated value is always bound, never text of the statement. Placeholders are `$1`, `$2` …, which SQLite and
/// PostgreSQL both read.
public struct SQL: ExpressibleByStringInterpolation {
    /// A value bound to a statement.
    public enum Value {
        case null
        case integer(Int)
        case text(String)
        case bytes([UInt8])
        /// Bytes that the caller keeps in place until the statement has run.
        case borrowed(UnsafeRawBufferPointer)
    }

    /// What stands before, between and after the values: one more than there are values.
    private var fragments: [String]
    /// The values, in the order they stand.
    public private(set) var values: [Value]

    /// A statement without values.
    public init(stringLiteral: String) {
        fragments = [stringLiteral]
        values = []
    }

    /// A statement with values.
    public init(stringInterpolation: StringInterpolation) {
        self = stringInterpolation.sql
    }

    /// The statement with placeholders.
    public var text: String {
        var text = fragments[0]
        for (place, fragment) in fragments.dropFirst().enumerated() {
            text += "$\(place + 1)"
            text += fragment
        }
        return text
    }

    /// The parts with `separator` between them.
    public static func joined(_ parts: [SQL], by separator: String) -> SQL {
        var all: SQL = ""
        for (place, part) in parts.enumerated() {
            if place > 0 { all.append(separator) }
            all.append(part)
        }
        return all
    }

    private mutating func append(_ text: String) {
        fragments[fragments.count - 1] += text
    }

    private mutating func append(_ value: Value) {
        values.append(value)
        fragments.append("")
    }

    private mutating func append(_ other: SQL) {
        append(other.fragments[0])
        fragments += other.fragments.dropFirst()
        values += other.values
    }

    /// Gathers the text and the values of a statement.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var sql: SQL = ""

        /// Begins a statement.
        public init(literalCapacity: Int, interpolationCount: Int) {}

        /// Text of the statement.
        public mutating func appendLiteral(_ literal: String) { sql.append(literal) }

        /// Binds a whole number, or NULL.
        public mutating func appendInterpolation(_ value: Int?) {
            sql.append(value.map(Value.integer) ?? Value.null)
        }

        /// Binds a text, or NULL.
        public mutating func appendInterpolation(_ value: String?) {
            sql.append(value.map(Value.text) ?? Value.null)
        }

        /// Binds bytes, or NULL.
        public mutating func appendInterpolation(_ value: [UInt8]?) {
            sql.append(value.map(Value.bytes) ?? Value.null)
        }

        /// Binds bytes that the caller keeps in place until the statement has run.
        public mutating func appendInterpolation(borrowing bytes: UnsafeRawBufferPointer) {
            sql.append(Value.borrowed(bytes))
        }

        /// Puts a part of a statement, with its values, in its place.
        public mutating func appendInterpolation(_ part: SQL) { sql.append(part) }

        /// Puts a text of our own (a type or table name, never anyone's data) in the statement as it is.
        public mutating func appendInterpolation(raw text: String) { sql.append(text) }
    }
}
