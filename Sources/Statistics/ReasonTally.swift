public import Checking
public import Definitions
public import Vocabulary

/// Everything counted in a table of codes (*avslutsorsaker*).
public struct ReasonTally: Sendable {
    /// The table that is counted.
    public let table: Table
    /// Its columns of codes.
    public let layout: ReasonLayout
    /// One per municipality and month with rows, in the order they were added.
    public private(set) var parts: [ReasonCounts] = []
    private var segment = Segment()

    /// A tally of `table`; `nil` if it has no codes.
    public init?(_ table: Table, of collection: Collection) {
        guard let layout = ReasonLayout(table, of: collection) else { return nil }
        self.table = table
        self.layout = layout
    }

    /// Counts the current rows of one municipality and month: a segment as it lies in the register.
    public mutating func add(
        _ municipality: Municipality, _ month: Month, _ bytes: Span<UInt8>
    ) throws(Segment.Problem) {
        try segment.open(bytes)
        guard segment.rows > 0 else { return }
        let size = (layout.list.codes.map(\.value).max() ?? 0) + 1
        var counts: [[Int]] = []
        for field in layout.fields {
            var found = [Int](repeating: 0, count: size)
            if let place = segment.place(of: field.name) {
                try segment.forEachFilled(place, in: bytes) { _, code in
                    if code < size { found[Int(code)] += 1 }
                }
            }
            counts.append(found)
        }
        parts.append(ReasonCounts(municipality: municipality, month: month, rows: segment.rows, counts: counts))
    }

    /// Adds what was counted of later months.
    mutating func merge(_ later: ReasonTally) { parts += later.parts }

    /// Rows with `code` in the field at `place`, in `year` or in all.
    public func count(field place: Int, code: Int, year: Int? = nil) -> Int {
        parts.reduce(0) { $0 + (year == nil || year == $1.month.year ? $1.counts[place][code] : 0) }
    }

    /// The counts of every code of the list, in its order, in the field at `place`.
    public func counts(field place: Int, year: Int? = nil) -> [Int] {
        layout.list.codes.map { count(field: place, code: $0.value, year: year) }
    }

    /// Years with rows, in order.
    public var years: [Int] { Set(parts.map(\.month.year)).sorted() }

    /// Households (rows) over all parts.
    public var rows: Int { parts.reduce(0) { $0 + $1.rows } }

    /// Municipalities with rows, in order.
    public var municipalities: [Municipality] { Set(parts.map(\.municipality)).sorted() }
}
