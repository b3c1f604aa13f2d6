import Checking
import Vocabulary

/// The columns of one stored part, each as long as there are rows; a field the part does not have is blank.
struct EventCells {
    private let columns: Columns

    init(_ columns: Columns) { self.columns = columns }

    init(segment bytes: Span<UInt8>) throws(Segment.Problem) { self.init(try Columns(segment: bytes)) }

    var rows: Range<Int> { 0..<columns.count }

    /// Bits of pseudonyms; 0 when blank.
    func keys(_ name: String) -> [UInt64] {
        if case .longs(let longs)? = columns[name]?.values { longs } else { blanks(0) }
    }

    /// Codes; 0 when blank.
    func codes(_ name: String) -> [UInt8] {
        if case .bytes(let bytes)? = columns[name]?.values { bytes } else { blanks(0) }
    }

    /// Days since 1 January 1970; `.open` when blank.
    func days(_ name: String) -> [Int32] {
        guard case .words(let words)? = columns[name]?.values else { return blanks(.open) }
        return words.map { $0 == 0 ? .open : Int32(Columns.day($0).number) }
    }

    /// Öre; 0 when blank.
    func amounts(_ name: String) -> [Int64] {
        guard case .words(let words)? = columns[name]?.values else { return blanks(0) }
        return words.map { $0 == 0 ? 0 : Int64(Columns.ore($0)) }
    }

    /// Whole numbers; 0 when blank.
    func integers(_ name: String) -> [Int] {
        guard case .words(let words)? = columns[name]?.values else { return blanks(0) }
        return words.map { $0 == 0 ? 0 : Int($0) - 1 }
    }

    /// Short texts; empty when blank.
    func terms(_ name: String) -> [String] {
        guard case .texts(let indices, let dictionary)? = columns[name]?.values else { return blanks("") }
        return indices.map { dictionary.indices.contains(Int($0) - 1) ? dictionary[Int($0) - 1] : "" }
    }

    private func blanks<Value>(_ value: Value) -> [Value] { Array(repeating: value, count: columns.count) }
}
