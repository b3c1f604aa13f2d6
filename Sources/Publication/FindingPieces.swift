import Checking
import Dispatch
import Synchronization

/// Puts the findings of many verdicts into words on all processors, a piece at a time and in order.
///
/// No more than a wave of pieces is held, so that any number of findings fits memory.
struct FindingPieces {
    /// Some findings of one verdict.
    struct Piece {
        var verdict: Verdict
        var isRepair: Bool
        var range: Range<Int>

        var findings: Slice<FindingList> { (isRepair ? verdict.repairs : verdict.findings)[range] }
    }

    private let pieces: [Piece]
    private static let size = 4_000
    private static let wave = 64

    /// The findings and repairs of `verdicts`, in that order for each.
    init(_ verdicts: [Verdict]) {
        pieces = verdicts.flatMap { verdict in
            [false, true].flatMap { isRepair in
                let count = isRepair ? verdict.repairs.count : verdict.findings.count
                return stride(from: 0, to: count, by: Self.size).map { start in
                    Piece(verdict: verdict, isRepair: isRepair, range: start..<min(start + Self.size, count))
                }
            }
        }
    }

    /// Gives what `render` makes of each piece to `sink`, in order.
    func write(to sink: ([UInt8]) -> Void, _ render: @Sendable (Piece) -> [UInt8]) {
        // Small pieces go together, so that a processor has something to do.
        var start = 0
        while start < pieces.count {
            var groups: [Range<Int>] = []
            while start < pieces.count, groups.count < Self.wave {
                var end = start
                var findings = 0
                while end < pieces.count, findings < Self.size {
                    findings += pieces[end].range.count
                    end += 1
                }
                groups.append(start..<end)
                start = end
            }
            let done = Mutex<[[UInt8]]>(Array(repeating: [], count: groups.count))
            let ranges = groups
            DispatchQueue.concurrentPerform(iterations: ranges.count) { group in
                var bytes: [UInt8] = []
                for piece in ranges[group] { bytes += render(pieces[piece]) }
                done.withLock { $0[group] = bytes }
            }
            for bytes in done.withLock({ $0 }) { sink(bytes) }
        }
    }
}
