public import Checking
public import Definitions
public import Vocabulary

/// Everything counted in a table of marks (*insatser*): one pass over the filled cells of each part.
public struct MarkTally: Sendable {
    /// The table that is counted.
    public let table: Table
    /// Its columns of marks.
    public let layout: MarkLayout
    /// One per municipality and month with rows, in the order they were added.
    public private(set) var parts: [MarkCounts] = []
    /// Different persons per municipality and year.
    public private(set) var net = NetPersons()
    /// The free texts.
    public private(set) var texts = FreeTexts()
    private let countsNet: Bool
    private let countsTexts: Bool
    private var segment = Segment()
    private var places = Places()
    /// A byte per row of the part at hand, with the bit of each role that has a measure.
    private var flags: [UInt8] = []

    /// A tally of `table`; `nil` if it has no marks. Net persons and texts are counted only when asked for.
    public init?(_ table: Table, net: Bool = true, texts: Bool = true) {
        guard let layout = MarkLayout(table) else { return nil }
        self.table = table
        self.layout = layout
        countsNet = net
        countsTexts = texts
    }

    /// Counts the current rows of one municipality and month: a segment as it lies in the register.
    public mutating func add(
        _ municipality: Municipality, _ month: Month, _ bytes: Span<UInt8>
    ) throws(Segment.Problem) {
        try segment.open(bytes)
        guard segment.rows > 0 else { return }
        let segment = self.segment
        places.follow(segment, layout)
        // Taken out of `self`, so that the loops own it.
        var flags = self.flags
        self.flags = []
        flags.removeAll(keepingCapacity: true)
        flags.append(contentsOf: repeatElement(0, count: segment.rows))
        var roles: [MarkCounts.Role] = []
        for place in layout.roles.indices {
            roles.append(try count(place, segment, bytes, &flags))
        }
        parts.append(MarkCounts(municipality: municipality, month: month, rows: segment.rows, roles: roles))
        if countsNet, let number = places.runningNumber {
            let key = NetPersons.Key(year: month.year, municipality: municipality)
            try net.add(key, number, segment, bytes, flags)
        }
        if countsTexts, let text = places.text { try texts.add(municipality, text, segment, bytes) }
        self.flags = flags
    }

    /// Adds what was counted of later months.
    mutating func merge(_ later: MarkTally) {
        parts += later.parts
        net.merge(later.net)
        texts.merge(later.texts)
    }

    private func count(
        _ role: Int, _ segment: Segment, _ bytes: Span<UInt8>, _ flags: inout [UInt8]
    ) throws(Segment.Problem) -> MarkCounts.Role {
        let bit: UInt8 = 1 << UInt8(role)
        let codes = layout.roles[role].codes
        var marked = [Int](repeating: 0, count: codes.count)
        var days = marked
        var persons = 0
        for (place, code) in codes.enumerated() {
            guard let column = places.marks[role][place] else { continue }
            var filled = 0
            var crosses = 0
            let raised = code > 0 ? bit : 0
            try segment.forEachFilled(column, in: bytes) { row, value in
                filled += 1
                if value == UInt32(Columns.cross) { crosses += 1 }
                if raised & ~flags[row] != 0 { persons += 1 }
                flags[row] |= raised
            }
            marked[place] = filled
            days[place] = filled - crosses
        }
        return MarkCounts.Role(marked: marked, days: days, persons: persons)
    }
}

/// Where in the open segment the columns of a layout are; looked up again only when the segment's fields change.
private struct Places {
    var marks: [[Int?]] = []
    var runningNumber: Int?
    var text: Int?
    private var layout: Int?

    mutating func follow(_ segment: Segment, _ wanted: MarkLayout) {
        guard layout != segment.layout else { return }
        layout = segment.layout
        marks = wanted.roles.map { $0.columns.map { segment.place(of: $0) } }
        runningNumber = wanted.runningNumber.flatMap { segment.place(of: $0) }
        text = wanted.text.flatMap { segment.place(of: $0) }
    }
}
