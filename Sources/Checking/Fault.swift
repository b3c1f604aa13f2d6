import Tabular

/// A finding before it has words: where and what, in 20 bytes, so that a file where every cell is wrong fits memory.
struct Fault {
    /// Line or sheet row.
    var row: UInt32
    /// Place of the value in the pool, plus 1; 0 = none or not to be echoed.
    var value: UInt32 = 0
    /// What the rule's message needs besides: the other row, the code, the length.
    var detail: UInt32 = 0
    /// The partition it belongs to.
    var partition: UInt32 = 0
    /// Column in the file; -1 = the row as a whole.
    var column: Int16
    /// Number in the rule book.
    var rule: UInt8

    /// File order: by row, then column, then rule.
    static func inOrder(_ one: Fault, _ other: Fault) -> Bool {
        if one.row != other.row { return one.row < other.row }
        if one.column != other.column { return one.column < other.column }
        return one.rule < other.rule
    }
}

/// The values that faults are about, one after the other.
struct ValuePool {
    private(set) var bytes: [UInt8] = []

    /// Bytes in use.
    var count: Int { bytes.count }

    /// Drops what was added after there were `count` bytes.
    mutating func forget(from count: Int) { bytes.removeSubrange(count...) }

    /// The most of a value that is kept, in bytes.
    static let longest = 1_000

    /// Keeps a copy; gives its place plus 1.
    mutating func add(_ value: UnsafeBufferPointer<UInt8>) -> UInt32 {
        let place = UInt32(bytes.count) + 1
        let length = min(value.count, Self.longest)
        bytes.append(UInt8(truncatingIfNeeded: length))
        bytes.append(UInt8(truncatingIfNeeded: length >> 8))
        bytes.append(contentsOf: value.prefix(length))
        return place
    }

    /// The value at a place given by `add`.
    subscript(place: UInt32) -> String {
        let start = Int(place) - 1
        let length = Int(bytes[start]) | Int(bytes[start + 1]) << 8
        return Windows1252.text(bytes[start + 2..<start + 2 + length])
    }

    /// Takes over another pool's values and gives what to add to its places.
    mutating func take(_ other: ValuePool) -> UInt32 {
        let shift = UInt32(bytes.count)
        bytes.append(contentsOf: other.bytes)
        return shift
    }
}

/// Faults that are counted but not kept.
///
/// A person mends the first thousand, not the millionth; the count, the verdict and the first rows stay right.
enum DroppedFaults {
    /// The most faults, and the most repairs, that a stretch of a file keeps.
    static let mostInStretch = 50_000
    /// The most faults, and the most repairs, that a file keeps.
    static let mostInFile = 1_000_000

    struct Key: Hashable {
        var partition: UInt32
        var rule: UInt8
    }
}

/// What is left of the room for faults and for repairs.
struct FaultBudget {
    private var faults: Int
    private var repairs: Int

    /// Room for `each` of both.
    init(each: Int) {
        faults = each
        repairs = each
    }

    /// Takes room for one; false when there is none.
    mutating func take(_ isRepair: Bool) -> Bool {
        if isRepair {
            repairs -= 1
            return repairs >= 0
        }
        faults -= 1
        return faults >= 0
    }
}
