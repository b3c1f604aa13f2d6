#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Scans rows written the way nearly every program writes them; all else is called unusual and left to expat.
///
/// It knows `row`, `c`, `v`, `f` and a plain `is`, without prefixes, comments, entities or a carriage return.
final class SheetReaderScanner {
    enum Outcome { case row, end, unusual }

    /// A longer row is unusual.
    private static let capacity = 1 << 18
    /// Zeros after the last byte, which no comparison passes.
    private static let padding = 16

    private let member: ZipMember
    private let cells: SheetReaderRow
    private let base = UnsafeMutablePointer<UInt8>.allocate(capacity: capacity + padding)
    private var start = 0
    private var end = 0

    /// A scanner of what is left in `member`, beginning after `<sheetData>`.
    init(_ member: ZipMember, _ cells: SheetReaderRow) {
        self.member = member
        self.cells = cells
        base.initialize(repeating: 0, count: Self.capacity + Self.padding)
    }

    deinit { base.deallocate() }

    /// What has been unpacked but not scanned.
    var rest: [UInt8] { Array(UnsafeBufferPointer(start: base + start, count: end - start)) }

    /// Scans up to the end of the next row that has a filled cell.
    func next() throws(FileProblem) -> Outcome {
        while true {
            var cursor = SheetReaderCursor(at: UnsafePointer(base + start), cells: cells)
            let outcome = cursor.row()
            if let problem = cells.problem { throw problem }
            switch outcome {
            case .filled:
                start = cursor.at - UnsafePointer(base)
                return .row
            case .empty: start = cursor.at - UnsafePointer(base)
            case .end: return .end
            case .other:
                // Perhaps only because the row is not all there.
                guard try refill() else { return .unusual }
            }
        }
    }

    /// Makes room and unpacks more; false when there is no room or no more.
    private func refill() throws(FileProblem) -> Bool {
        let kept = end - start
        memmove(base, base + start, kept)
        start = 0
        end = kept
        while end < Self.capacity {
            let room = UnsafeMutableRawBufferPointer(start: base + end, count: Self.capacity - end)
            let count = try member.read(into: room)
            if count == 0 { break }
            end += count
        }
        memset(base + end, 0, Self.padding)
        return end > kept
    }
}
