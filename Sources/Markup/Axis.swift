/// The numbers along an axis from 0: few and round.
public struct Axis: Sendable, Equatable {
    /// From 0 upwards; the last is not less than the greatest value.
    public let ticks: [Double]

    /// An axis for values up to `greatest`, with at most `count` steps.
    public init(upTo greatest: Double, steps count: Int = 5) {
        let least = max(greatest, 1) / Double(max(count, 1))
        var size = 1.0
        while size * 10 <= least { size *= 10 }
        while size > least * 10 { size /= 10 }
        let step = [1, 2, 2.5, 5, 10].map { $0 * size }.first { $0 >= least && ($0 >= 1 || greatest < 1) } ?? size * 10
        ticks = Array(stride(from: 0, through: (max(greatest, step) / step).rounded(.up) * step, by: step))
    }

    /// The greatest number.
    public var end: Double { ticks.last ?? 1 }
}
