import Checking
import Testing

@Suite("Columns as a segment")
struct SegmentTests {
    /// Random numbers that are the same every time.
    private struct Dice: RandomNumberGenerator {
        var state: UInt64
        mutating func next() -> UInt64 {
            state ^= state << 13
            state ^= state >> 7
            state ^= state << 17
            return state
        }
    }

    private static func columns(seed: UInt64, rows: [Int] = [0, 1, 2, 127, 128, 129, 500]) -> Columns {
        var dice = Dice(state: seed &* 0x9E37_79B9_7F4A_7C15 | 1)
        let count = rows.randomElement(using: &dice) ?? 0
        let columns = (0..<Int.random(in: 0...25, using: &dice)).map { place -> Column in
            // From wholly blank to wholly filled.
            let share = Double.random(in: -0.3...1.3, using: &dice)
            func filled() -> Bool { Double.random(in: 0..<1, using: &dice) < share }
            let values: ColumnValues
            switch place % 5 {
            case 0:
                values = .bytes((0..<count).map { _ in filled() ? UInt8.random(in: 1...255, using: &dice) : 0 })
            case 1:
                let bits = UInt32.random(in: 0..<32, using: &dice)
                values = .words((0..<count).map { _ in filled() ? .random(in: 0...(.max >> bits), using: &dice) : 0 })
            case 2:
                values = .words((0..<count).map { _ in UInt32.random(in: 0...9_999, using: &dice) }.sorted())
            case 3:
                values = .longs((0..<count).map { _ in filled() ? .random(in: 0...(.max), using: &dice) : 0 })
            default:
                let texts = (0..<Int.random(in: 0...200, using: &dice)).map { "text åäö \($0)" }
                values = .texts(
                    indices: (0..<count).map { _ in filled() ? .random(in: 0...UInt32(texts.count), using: &dice) : 0 },
                    dictionary: texts)
            }
            return Column(name: "fält_\(place)", values: values)
        }
        return Columns(count: count, columns: columns)
    }

    @Test("Any columns come back as they were, and always as the same bytes", arguments: UInt64(1)...300)
    func roundTrip(seed: UInt64) throws {
        let columns = Self.columns(seed: seed)
        let bytes = try columns.encoded()
        #expect(try Columns(segment: bytes.span) == columns)
        #expect(try columns.encoded() == bytes)
    }

    @Test("The filled cells are those that are not blank, in row order", arguments: UInt64(1)...100)
    func filledCells(seed: UInt64) throws {
        let columns = Self.columns(seed: seed)
        let bytes = try columns.encoded()
        var segment = Segment()
        try segment.open(bytes.span)
        #expect(segment.rows == columns.count)
        #expect(segment.fields == columns.columns.map(\.name))
        for (place, column) in columns.columns.enumerated() {
            if case .longs(let values) = column.values {
                var read = [UInt64](repeating: 0, count: columns.count)
                try segment.forEachLong(place, in: bytes.span) { row, value in read[row] = value }
                #expect(read == values)
                continue
            }
            let values: [UInt32] =
                switch column.values {
                case .longs: []
                case .bytes(let values): values.map { UInt32($0) }
                case .words(let values): values
                case .texts(let indices, _): indices
                }
            var read: [UInt32] = []
            var rows: [Int] = []
            try segment.forEachFilled(place, in: bytes.span) { row, value in
                rows.append(row)
                read.append(value)
            }
            #expect(rows == values.indices.filter { values[$0] != 0 })
            #expect(read == values.filter { $0 != 0 })
        }
    }

    @Test("A segment cut anywhere is refused", arguments: [UInt64](1...20))
    func cut(seed: UInt64) throws {
        let bytes = try Self.columns(seed: seed).encoded()
        let read = bytes.indices.filter { (try? Columns(segment: bytes.span.extracting(first: $0))) != nil }
        #expect(read == [])
        #expect(throws: Segment.Problem.wrongLength) { try Columns(segment: (bytes + [0]).span) }
    }

    @Test("A changed byte gives a refusal or other columns, never a crash", arguments: UInt64(1)...10)
    func changed(seed: UInt64) throws {
        let bytes = try Self.columns(seed: seed, rows: [20]).encoded()
        // Behind the version and the number of rows, which have tests of their own.
        let uneven = bytes.indices.dropFirst(3).filter { place in
            var damaged = bytes
            damaged[place] ^= [1, 0x80, 0xFF][place % 3]
            guard let columns = try? Columns(segment: damaged.span) else { return false }
            return columns.columns.contains { $0.values.count != columns.count }
        }
        #expect(uneven == [])
    }

    @Test("Each form is used where it is the shortest")
    func sizes() throws {
        func size(_ values: ColumnValues, _ count: Int) throws -> Int {
            let with = try Columns(count: count, columns: [Column(name: "a", values: values)]).encoded().count
            return with - (try Columns(count: count, columns: []).encoded().count) - 2
        }
        // Form and length take two bytes, three when the length does.
        #expect(try size(.bytes([UInt8](repeating: 0, count: 400)), 400) == 2)
        #expect(try size(.bytes([UInt8](repeating: 9, count: 400)), 400) == 3 + 400)
        #expect(try size(.bytes([9] + [UInt8](repeating: 0, count: 398) + [9]), 400) == 2 + 2 + 3)
        #expect(try size(.words([UInt32](repeating: 0, count: 400)), 400) == 2)
        #expect(try size(.words((1...400).map { UInt32($0) }), 400) == 3 + 400)
        #expect(try size(.longs([UInt64](repeating: 0, count: 400)), 400) == 2)
        #expect(try size(.longs((1...400).map { UInt64($0) }), 400) == 3 + 8 * 400)
        #expect(try size(.longs([.max] + [UInt64](repeating: 0, count: 399)), 400) == 2 + 1 + 8)
        #expect(try size(.words((1...400).reversed().map { UInt32($0) + 70_000 }), 400) == 3 + 4 * 400)
    }

    @Test("Columns that cannot be stored are refused")
    func unstorable() {
        let uneven = Columns(count: 2, columns: [Column(name: "a", values: .bytes([1]))])
        #expect(throws: Segment.Problem.unevenColumns) { try uneven.encoded() }
        let outside = Columns(count: 1, columns: [Column(name: "a", values: .texts(indices: [2], dictionary: ["x"]))])
        #expect(throws: Segment.Problem.outOfRange) { try outside.encoded() }
    }

    @Test("The layout stays the same from segment to segment as long as the fields do")
    func layout() throws {
        func bytes(_ names: String...) throws -> [UInt8] {
            try Columns(count: 1, columns: names.map { Column(name: $0, values: .bytes([1])) }).encoded()
        }
        var segment = Segment()
        var layouts: [Int] = []
        for bytes in [try bytes("a", "b"), try bytes("a", "b"), try bytes("a", "c"), try bytes("a")] {
            try segment.open(bytes.span)
            layouts.append(segment.layout)
        }
        #expect(layouts[0] == layouts[1] && Set(layouts).count == 3)
        #expect(segment.place(of: "a") == 0 && segment.place(of: "b") == nil)
    }

    @Test("A segment of a later version is not read")
    func version() throws {
        var bytes = try Columns(count: 0, columns: []).encoded()
        bytes[0] = 2
        #expect(throws: Segment.Problem.unknownVersion(2)) { try Columns(segment: bytes.span) }
    }

    @Test("A segment that says it has more rows than any municipality is refused before anything is made for them")
    func rows() {
        let fourBillion: [UInt8] = [1, 0xFF, 0xFF, 0xFF, 0xFF, 0x0F, 0]
        #expect(throws: Segment.Problem.outOfRange) { try Columns(segment: fourBillion.span) }
    }
}

extension ColumnValues {
    fileprivate var count: Int {
        switch self {
        case .bytes(let values): values.count
        case .words(let values): values.count
        case .longs(let values): values.count
        case .texts(let indices, _): indices.count
        }
    }
}
