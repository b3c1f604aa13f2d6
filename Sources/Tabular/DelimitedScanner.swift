public import CScan

/// Finds the records of delimited text and feeds their filled cells to a consumer.
///
/// Blank cells cost nothing: the separators of 64 bytes are one word, and a filled cell is a separator whose
/// neighbour before is not one. Quotes are RFC 4180's where a cell begins with one; elsewhere a quote is a letter.
public struct DelimitedScanner: ~Copyable {
    @usableFromInline let separator: UInt8
    @usableFromInline var cells: UnsafeMutablePointer<RecordCell>
    @usableFromInline var capacity = 256
    /// Cells whose doubled quotes have been undone are kept here until the next record.
    @usableFromInline var unquoted: UnsafeMutablePointer<UInt8>
    @usableFromInline var unquotedCapacity = 4096

    /// A quoted cell longer than this was never closed: the quote is then a letter.
    @usableFromInline static var longestQuoted: Int { 64 << 10 }

    /// A scanner of records whose cells `separator` parts.
    public init(separator: UInt8) {
        self.separator = separator
        cells = .allocate(capacity: 256)
        unquoted = .allocate(capacity: 4096)
    }

    deinit {
        cells.deallocate()
        unquoted.deallocate()
    }

    /// Where a scan ended.
    public struct Position: Equatable, Sendable {
        /// Offset of the first byte not taken.
        public var offset: Int
        /// Line number there.
        public var row: Int

        /// The byte at `offset`, on line `row`.
        public init(offset: Int, row: Int) {
            self.offset = offset
            self.row = row
        }
    }

    /// Feeds every record that begins in `start..<limit` and returns where the last one ended.
    ///
    /// 64 bytes after the end of `bytes` must be readable (`FileBytes` sees to it). Blank lines are counted, not fed.
    @inlinable
    public mutating func scan<Consumer: RecordConsumer>(
        _ bytes: UnsafeRawBufferPointer, from start: Position, limit: Int, into consumer: inout Consumer
    ) -> Position {
        guard let base = bytes.baseAddress?.assumingMemoryBound(to: UInt8.self) else { return start }
        let count = bytes.count
        var at = start.offset
        var row = start.row
        while at < limit {
            let line = base + at
            let block = scan_64(line, separator)
            var newlines = block.newlines
            var separators = block.separators
            var quotes = block.quotes
            if count - at < 64 {
                let end: UInt64 = 1 << UInt64(count - at)
                newlines = (newlines & (end &- 1)) | end
                separators &= end &- 1
                quotes &= end &- 1
            }
            let length = newlines.trailingZeroBitCount
            let before: UInt64 = length == 64 ? .max : (1 << UInt64(length)) &- 1
            separators &= before
            var found = 0
            var width = 0
            var isQuoted = quotes & before != 0
            if !isQuoted, length < 64 {
                var filled = (separators | (1 << UInt64(length))) & ~((separators << 1) | 1)
                var column: Int32 = 0
                var counted: UInt64 = 0
                while filled != 0 {
                    let end = filled.trailingZeroBitCount
                    let left = separators & ((1 << UInt64(end)) &- 1)
                    let start = 64 - left.leadingZeroBitCount
                    // Only the separators since the last filled cell are new; they are few.
                    column += Self.number(of: left & ~counted)
                    counted = left
                    cells[found] = RecordCell(column: column, length: Int32(end - start), bytes: line + start)
                    found += 1
                    filled &= filled &- 1
                }
                width = Int(column + Self.number(of: separators & ~counted)) + 1
                at += length
            } else if !isQuoted {
                width = longRecord(base, at: &at, count: count, separators: separators, found: &found)
                // A quote may stand further on.
                isQuoted = width < 0
            }
            if isQuoted {
                let record = quotedRecord(base, at: &at, count: count, row: row)
                let fed = row
                row = record.row
                guard
                    record.cells == 0
                        || consumer.consume(
                            row: fed, width: record.width,
                            cells: UnsafeBufferPointer(start: cells, count: record.cells))
                else { break }
                continue
            }
            if at < count {
                at += base[at] == 13 && at + 1 < count && base[at + 1] == 10 ? 2 : 1
            }
            let fed = row
            row += 1
            if found > 0,
                !consumer.consume(row: fed, width: width, cells: UnsafeBufferPointer(start: cells, count: found))
            {
                break
            }
        }
        return Position(offset: at, row: row)
    }

    /// The number of set bits, for words with few of them.
    @inlinable @inline(__always)
    static func number(of word: UInt64) -> Int32 {
        Int32(truncatingIfNeeded: word.nonzeroBitCount)
    }

    /// A record without quotes that is longer than a block. Leaves `at` on its newline or the end; -1 = met a quote.
    @usableFromInline
    mutating func longRecord(
        _ base: UnsafePointer<UInt8>, at: inout Int, count: Int, separators first: UInt64, found: inout Int
    ) -> Int {
        let begin = at
        var start = at
        var column: Int32 = 0
        var offset = at
        var separators = first
        while true {
            while separators != 0 {
                let end = offset + separators.trailingZeroBitCount
                if end > start { add(column, base + start, end - start, &found) }
                start = end + 1
                column += 1
                separators &= separators &- 1
            }
            offset += 64
            if offset >= count {
                at = count
                break
            }
            let block = scan_64(base + offset, separator)
            let left = count - offset
            let inside: UInt64 = left < 64 ? (1 << UInt64(left)) &- 1 : .max
            let newlines = block.newlines & inside
            let length = newlines.trailingZeroBitCount
            let before: UInt64 = (length == 64 ? .max : (1 << UInt64(length)) &- 1) & inside
            if block.quotes & before != 0 {
                at = begin
                return -1
            }
            separators = block.separators & before
            if length < 64 || left < 64 {
                while separators != 0 {
                    let end = offset + separators.trailingZeroBitCount
                    if end > start { add(column, base + start, end - start, &found) }
                    start = end + 1
                    column += 1
                    separators &= separators &- 1
                }
                at = length < 64 ? offset + length : count
                break
            }
        }
        if at > start { add(column, base + start, at - start, &found) }
        return Int(column) + 1
    }

    @usableFromInline
    mutating func add(_ column: Int32, _ bytes: UnsafePointer<UInt8>, _ length: Int, _ found: inout Int) {
        if found == capacity {
            let larger = UnsafeMutablePointer<RecordCell>.allocate(capacity: capacity * 2)
            larger.moveInitialize(from: cells, count: capacity)
            cells.deallocate()
            cells = larger
            capacity *= 2
        }
        cells[found] = RecordCell(column: column, length: Int32(length), bytes: bytes)
        found += 1
    }

    /// A record that holds quotes, byte by byte. Moves `at` past its newline and counts the lines it spans.
    @usableFromInline
    mutating func quotedRecord(
        _ base: UnsafePointer<UInt8>, at: inout Int, count: Int, row: Int
    ) -> (cells: Int, width: Int, row: Int) {
        var found = 0
        var column: Int32 = 0
        var offset = at
        var lines = row
        // Room for the whole record, so that the cells' addresses stay.
        reserve(length(base, at, count))
        var free = 0
        while true {
            let start = offset
            var taken = false
            if offset < count, base[offset] == UInt8(ascii: "\""),
                let close = Self.closing(base, offset + 1, count)
            {
                let cell = free
                var letter = offset + 1
                while letter < close {
                    if base[letter] == UInt8(ascii: "\"") { letter += 1 }  // the second of two
                    if base[letter] == 10 || (base[letter] == 13 && base[letter + 1] != 10) { lines += 1 }
                    unquoted[free] = base[letter]
                    free += 1
                    letter += 1
                }
                offset = close + 1
                // What follows the closing quote belongs to the cell, as spreadsheets read it.
                while offset < count, base[offset] != separator, base[offset] != 10, base[offset] != 13 {
                    unquoted[free] = base[offset]
                    free += 1
                    offset += 1
                }
                if free > cell { add(column, UnsafePointer(unquoted + cell), free - cell, &found) }
                taken = true
            }
            if !taken {
                while offset < count, base[offset] != separator, base[offset] != 10, base[offset] != 13 { offset += 1 }
                if offset > start { add(column, base + start, offset - start, &found) }
            }
            if offset < count, base[offset] == separator {
                column += 1
                offset += 1
                continue
            }
            if offset < count {
                offset += base[offset] == 13 && offset + 1 < count && base[offset + 1] == 10 ? 2 : 1
            }
            at = offset
            return (found, Int(column) + 1, lines + 1)
        }
    }

    /// The place of the quote that closes the cell begun before `from`, if it comes within reason.
    @usableFromInline
    static func closing(_ base: UnsafePointer<UInt8>, _ from: Int, _ count: Int) -> Int? {
        let last = min(count, from + longestQuoted)
        var offset = from
        while offset < last {
            if base[offset] == UInt8(ascii: "\"") {
                guard offset + 1 < count, base[offset + 1] == UInt8(ascii: "\"") else { return offset }
                offset += 1
            }
            offset += 1
        }
        return nil
    }

    /// The length of the record at `from` in bytes, by the same reading of quotes as `quotedRecord`.
    private func length(_ base: UnsafePointer<UInt8>, _ from: Int, _ count: Int) -> Int {
        var offset = from
        var atStart = true
        while offset < count {
            if atStart, base[offset] == UInt8(ascii: "\""), let close = Self.closing(base, offset + 1, count) {
                offset = close + 1
                atStart = false
                continue
            }
            if base[offset] == 10 || base[offset] == 13 { break }
            atStart = base[offset] == separator
            offset += 1
        }
        return offset - from
    }

    private mutating func reserve(_ size: Int) {
        guard size > unquotedCapacity else { return }
        unquoted.deallocate()
        unquotedCapacity = size * 2
        unquoted = .allocate(capacity: unquotedCapacity)
    }
}
