import Checking
public import Vocabulary

/// The number of different persons with at least one measure (*nettoräkning*).
///
/// A person is a municipality, a running number and a role. Over months that holds only where the municipality keeps
/// its running numbers, which a table that shows it says.
public struct NetPersons: Sendable {
    /// A calendar year of one municipality.
    public struct Key: Hashable, Comparable, Sendable {
        /// The calendar year, 2013.
        public let year: Int
        /// Whose persons they are.
        public let municipality: Municipality

        /// By year, then municipality.
        public static func < (one: Key, other: Key) -> Bool {
            (one.year, one.municipality) < (other.year, other.municipality)
        }
    }

    private var flags: [Key: Flags] = [:]

    init() {}

    /// Notes the persons of one part: `rows` has a bit per role, the column at `place` the households' numbers.
    mutating func add(
        _ key: Key, _ place: Int, _ segment: Segment, _ bytes: Span<UInt8>, _ rows: [UInt8]
    ) throws(Segment.Problem) {
        // Taken out of the dictionary, so that the loop owns it.
        var flags = self.flags.removeValue(forKey: key) ?? Flags()
        try segment.forEachFilled(place, in: bytes) { row, number in
            if rows[row] != 0 { flags.raise(number, rows[row]) }
        }
        self.flags[key] = flags
    }

    mutating func merge(_ other: NetPersons) {
        flags.merge(other.flags) { $0.union($1) }
    }

    /// Municipalities and years with data, in order.
    public var keys: [Key] { flags.keys.sorted() }

    /// Persons of `role` (its place in the layout) in a municipality and year; `nil` = all roles.
    public func persons(_ key: Key, role: Int? = nil) -> Int {
        flags[key]?.count(role.map { 1 << UInt8($0) } ?? 0xff) ?? 0
    }
}

/// A byte per running number with a bit per role; numbers too large for a table one byte each lie in a dictionary.
private struct Flags {
    private static let limit = 1 << 20
    private var near: [UInt8] = []
    private var far: [UInt32: UInt8] = [:]

    mutating func raise(_ number: UInt32, _ bits: UInt8) {
        let place = Int(number)
        if place < near.count {
            near[place] |= bits
        } else if place < Self.limit {
            // Never past the limit: a number is either near or far.
            let size = min(Self.limit, max(place + 1, 2 * near.count))
            near.append(contentsOf: repeatElement(0, count: size - near.count))
            near[place] = bits
        } else {
            far[number, default: 0] |= bits
        }
    }

    func union(_ other: Flags) -> Flags {
        var union = near.count < other.near.count ? other : self
        let less = near.count < other.near.count ? self : other
        for place in less.near.indices { union.near[place] |= less.near[place] }
        union.far.merge(less.far) { $0 | $1 }
        return union
    }

    func count(_ bits: UInt8) -> Int {
        near.reduce(0) { $0 + ($1 & bits).nonzeroBitCount } + far.values.reduce(0) { $0 + ($1 & bits).nonzeroBitCount }
    }
}
