/// The numbers along an axis: few and round, and whole when the values reach 1.
public struct Axis: Sendable, Equatable {
    /// Upwards; the first is not greater than the least value, the last not less than the greatest.
    public let ticks: [Double]

    /// An axis from 0 for values up to `greatest`, with at most `count` steps. Values under 0 have room too.
    public init(upTo greatest: Double, from least: Double = 0, steps count: Int = 5) {
        let end = greatest > 0 ? greatest : 1
        self.init(covering: min(least, 0), end, steps: count)
    }

    /// An axis that begins near the least value, so that a change can be seen: not so near that a change of less than
    /// a tenth fills it. It begins at 0 when the least value is not over half the greatest.
    public init(near least: Double, upTo greatest: Double, steps count: Int = 5) {
        guard least > greatest / 2, greatest > least else {
            self.init(upTo: greatest, from: least, steps: count)
            return
        }
        let span = max((greatest - least) * 1.1, greatest / 10)
        self.init(covering: max(min(least, greatest - span), 0), greatest, steps: count)
    }

    private init(covering least: Double, _ greatest: Double, steps count: Int) {
        let size = Self.step(atLeast: (greatest - least) / Double(max(count, 1)), isWhole: greatest >= 1)
        let first = (least / size).rounded(.down)
        let last = max((greatest / size).rounded(.up), first + 1)
        // Not added up: a tenth ten times is not 1.
        ticks = stride(from: first, through: last, by: 1).map { size >= 1 ? $0 * size : $0 / (1 / size).rounded() }
    }

    private static func step(atLeast least: Double, isWhole: Bool) -> Double {
        var size = 1.0
        while size * 10 <= least { size *= 10 }
        while size > least, size > 1e-9, !isWhole { size /= 10 }
        // 2.5 of units would be written as 2 and 3.
        let steps = size >= 10 ? [1, 2, 2.5, 5, 10] : [1, 2, 5, 10]
        return steps.map { $0 * size }.first { $0 >= least * (1 - 1e-9) } ?? size * 10
    }

    /// The least number.
    public var start: Double { ticks.first ?? 0 }

    /// The greatest number.
    public var end: Double { ticks.last ?? 1 }
}
