/// Reads the columns of one part from its stored bytes, without unpacking them.
///
/// The reader keeps offsets only; the bytes are lent to each call. Open one segment after another with the same reader:
/// `layout` stays the same as long as the fields do, so that what was found out about them can be kept.
///
/// Format (version 1; integers are LEB128 of at most 32 bits): version byte, rows, length of the names, the names (length
/// and UTF-8 each), for each field its form (one byte) and its length, then the data of the fields one after another.
/// `docs/decisions/0001-segment.md` says why.
public struct Segment: Sendable {
    /// Why bytes are not a segment.
    public enum Problem: Error, Sendable, Equatable {
        /// Written by a newer version of the program, or no segment at all.
        case unknownVersion(UInt8)
        /// The bytes end too early, or too late.
        case wrongLength
        /// A field is stored in a form we do not know, or that does not hold what was asked for.
        case unknownForm(UInt8)
        /// A number is larger than what it counts.
        case outOfRange
        /// Columns to be stored have different numbers of rows.
        case unevenColumns
    }

    /// How the values of a field are stored. Bytes hold marks and codes, words running numbers, integers,
    /// dates and amounts, longs keys.
    @usableFromInline
    enum Form: UInt8, Sendable {
        /// All blank: no data.
        case blankBytes
        /// One byte a row.
        case denseBytes
        /// For each filled row: rows since the one before, then the byte.
        case sparseBytes
        case blankWords
        /// Four bytes a row, least significant first.
        case denseWords
        /// For each filled row: rows since the one before, then the word.
        case sparseWords
        /// For each row: how much larger than the one before.
        case ascendingWords
        /// The number of texts, the texts (length and UTF-8 each); then as sparse words.
        case texts
        case blankLongs
        /// Eight bytes a row, least significant first.
        case denseLongs
        /// For each filled row: rows since the one before, then eight bytes, least significant first.
        case sparseLongs
    }

    static let version: UInt8 = 1
    /// More rows than any municipality has in a month, or any case system in ten years: what a damaged header may make us allocate is bounded.
    static let maxRows = 1 << 23
    static let maxFields = 256

    /// Rows of the segment that is open.
    public private(set) var rows = 0
    /// The names of its fields, in the order they are stored.
    public private(set) var fields: [String] = []
    /// Changes when `fields` does.
    public private(set) var layout = 0

    @usableFromInline
    struct Entry: Sendable {
        @usableFromInline let form: Form
        @usableFromInline let start: Int
        @usableFromInline let end: Int
    }
    @usableFromInline
    private(set) var entries: [Entry] = []
    private var names: [UInt8] = []

    /// A reader with nothing open: no rows, no fields.
    public init() {}

    /// Opens a segment; what was open before is forgotten.
    public mutating func open(_ bytes: Span<UInt8>) throws(Problem) {
        rows = 0
        entries.removeAll(keepingCapacity: true)
        guard !bytes.isEmpty else { throw .wrongLength }
        guard bytes[0] == Self.version else { throw .unknownVersion(bytes[0]) }
        var at = 1
        let rows = Int(try Self.number(bytes, &at, bytes.count))
        guard rows <= Self.maxRows else { throw .outOfRange }
        let length = Int(try Self.number(bytes, &at, bytes.count))
        guard length <= bytes.count - at else { throw .wrongLength }
        try readNames(bytes, at, at + length)
        at += length
        var total = 0
        for _ in fields.indices {
            guard at < bytes.count else { throw .wrongLength }
            guard let form = Form(rawValue: bytes[at]) else { throw .unknownForm(bytes[at]) }
            at += 1
            let length = Int(try Self.number(bytes, &at, bytes.count))
            // Offsets within the data; where the data begins is known after the last entry.
            entries.append(Entry(form: form, start: total, end: total + length))
            total += length
        }
        guard bytes.count - at == total else { throw .wrongLength }
        for place in entries.indices {
            let entry = entries[place]
            entries[place] = Entry(form: entry.form, start: entry.start + at, end: entry.end + at)
        }
        self.rows = rows
    }

    /// The place of the field called `name`, if the open segment has it.
    public func place(of name: String) -> Int? { fields.firstIndex(of: name) }

    /// Whether no row fills the field at `place`.
    public func isBlank(_ place: Int) -> Bool {
        guard entries.indices.contains(place) else { return true }
        return entries[place].start == entries[place].end
    }

    /// Calls `body` for each row that fills the field at `place`, in row order, with the value as `Columns` has it:
    /// a mark, a code, a number + 1, or a text's place in the dictionary + 1.
    @inlinable
    public func forEachFilled(
        _ place: Int, in bytes: Span<UInt8>, _ body: (_ row: Int, _ value: UInt32) -> Void
    ) throws(Problem) {
        guard entries.indices.contains(place) else { return }
        let entry = entries[place]
        // The bytes may be others than those that were opened.
        guard entry.end <= bytes.count else { throw .wrongLength }
        switch entry.form {
        case .blankBytes, .blankWords:
            guard entry.start == entry.end else { throw .wrongLength }
        case .denseBytes:
            guard entry.end - entry.start == rows else { throw .wrongLength }
            for row in 0..<rows where bytes[entry.start + row] != 0 {
                body(row, UInt32(bytes[entry.start + row]))
            }
        case .sparseBytes:
            try forEachPair(bytes, entry.start, entry.end, wide: false, body)
        case .sparseWords:
            try forEachPair(bytes, entry.start, entry.end, wide: true, body)
        case .texts:
            var at = entry.start
            let count = try Self.skipTexts(bytes, &at, entry.end)
            var largest: UInt32 = 0
            try forEachPair(bytes, at, entry.end, wide: true) { row, value in
                largest = max(largest, value)
                if Int(value) <= count { body(row, value) }
            }
            guard Int(largest) <= count else { throw .outOfRange }
        case .denseWords:
            guard entry.end - entry.start == rows * 4 else { throw .wrongLength }
            for row in 0..<rows {
                let at = entry.start + row * 4
                let value =
                    UInt32(bytes[at]) | UInt32(bytes[at + 1]) << 8 | UInt32(bytes[at + 2]) << 16
                    | UInt32(bytes[at + 3]) << 24
                if value != 0 { body(row, value) }
            }
        case .ascendingWords:
            var at = entry.start
            var value: UInt32 = 0
            for row in 0..<rows {
                let (next, overflow) = value.addingReportingOverflow(try Self.number(bytes, &at, entry.end))
                guard !overflow else { throw .outOfRange }
                value = next
                if value != 0 { body(row, value) }
            }
            guard at == entry.end else { throw .wrongLength }
        case .blankLongs, .denseLongs, .sparseLongs:
            throw .unknownForm(entry.form.rawValue)
        }
    }

    /// As `forEachFilled`, for a field of keys: the bits of its pseudonyms.
    @inlinable
    public func forEachLong(
        _ place: Int, in bytes: Span<UInt8>, _ body: (_ row: Int, _ value: UInt64) -> Void
    ) throws(Problem) {
        guard entries.indices.contains(place) else { return }
        let entry = entries[place]
        guard entry.end <= bytes.count else { throw .wrongLength }
        switch entry.form {
        case .blankLongs:
            guard entry.start == entry.end else { throw .wrongLength }
        case .denseLongs:
            guard entry.end - entry.start == rows * 8 else { throw .wrongLength }
            for row in 0..<rows {
                let value = Self.long(bytes, entry.start + row * 8)
                if value != 0 { body(row, value) }
            }
        case .sparseLongs:
            var at = entry.start
            var row = -1
            while at < entry.end {
                row += Int(try Self.number(bytes, &at, entry.end))
                guard row >= 0, row < rows else { throw .outOfRange }
                guard entry.end - at >= 8 else { throw .wrongLength }
                body(row, Self.long(bytes, at))
                at += 8
            }
        default: throw .unknownForm(entry.form.rawValue)
        }
    }

    /// The dictionary of the texts of the field at `place`; empty for other fields.
    public func texts(_ place: Int, in bytes: Span<UInt8>) throws(Problem) -> [String] {
        guard entries.indices.contains(place), case let entry = entries[place], entry.form == .texts else { return [] }
        guard entry.end <= bytes.count else { throw .wrongLength }
        var at = entry.start
        var texts: [String] = []
        for _ in 0..<(try Self.number(bytes, &at, entry.end)) {
            texts.append(try Self.text(bytes, &at, entry.end))
        }
        return texts
    }

    @inlinable
    func forEachPair(
        _ bytes: Span<UInt8>, _ start: Int, _ end: Int, wide: Bool, _ body: (_ row: Int, _ value: UInt32) -> Void
    ) throws(Problem) {
        var at = start
        var row = -1
        while at < end {
            row += Int(try Self.number(bytes, &at, end))
            guard row >= 0, row < rows else { throw .outOfRange }
            if wide {
                body(row, try Self.number(bytes, &at, end))
            } else {
                guard at < end else { throw .wrongLength }
                body(row, UInt32(bytes[at]))
                at += 1
            }
        }
    }

    /// Reads eight bytes, which must be there.
    @inlinable
    static func long(_ bytes: Span<UInt8>, _ at: Int) -> UInt64 {
        bytes.bytes.unsafeLoadUnaligned(fromByteOffset: at, as: UInt64.self).littleEndian
    }

    /// Reads a LEB128 number before `end`.
    @inlinable
    static func number(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) throws(Problem) -> UInt32 {
        guard at < end else { throw .wrongLength }
        let first = bytes[at]
        at += 1
        if first < 0x80 { return UInt32(first) }
        var value = UInt64(first & 0x7F)
        var shift: UInt64 = 7
        while true {
            guard at < end else { throw .wrongLength }
            let byte = bytes[at]
            at += 1
            value |= UInt64(byte & 0x7F) << shift
            guard value <= UInt32.max else { throw .outOfRange }
            if byte < 0x80 { return UInt32(truncatingIfNeeded: value) }
            shift += 7
            guard shift < 35 else { throw .outOfRange }
        }
    }

    /// Passes a dictionary; the number of its texts.
    @usableFromInline
    static func skipTexts(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) throws(Problem) -> Int {
        let count = Int(try number(bytes, &at, end))
        for _ in 0..<count {
            let length = Int(try number(bytes, &at, end))
            guard length <= end - at else { throw .wrongLength }
            at += length
        }
        return count
    }

    private static func text(_ bytes: Span<UInt8>, _ at: inout Int, _ end: Int) throws(Problem) -> String {
        let length = Int(try number(bytes, &at, end))
        guard length <= end - at else { throw .wrongLength }
        defer { at += length }
        return bytes.extracting(at..<at + length).withUnsafeBufferPointer { String(decoding: $0, as: UTF8.self) }
    }

    /// Reads the names, unless they are the same bytes as last time.
    private mutating func readNames(_ bytes: Span<UInt8>, _ start: Int, _ end: Int) throws(Problem) {
        let same = bytes.extracting(start..<end).withUnsafeBufferPointer { names.elementsEqual($0) }
        guard !same || layout == 0 else { return }
        names = []
        fields = []
        layout += 1
        var at = start
        while at < end {
            fields.append(try Self.text(bytes, &at, end))
            guard fields.count <= Self.maxFields else { throw .outOfRange }
        }
        names = bytes.extracting(start..<end).withUnsafeBufferPointer { Array($0) }
    }
}
