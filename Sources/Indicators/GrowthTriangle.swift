public import Foundation

/// How months' figures grow after they were first extracted (*efterregistrering*): a row a month, the oldest first, and
/// in it the figure as known at the first extraction, a month later and so on, as far as is known.
public struct GrowthTriangle: Sendable, Equatable {
    /// Figures as they stood, not what was added. Later rows are never longer.
    public let rows: [[Double]]

    /// A triangle; `nil` when it is empty, a row is, or a later row is longer than an earlier one.
    public init?(rows: [[Double]]) {
        guard let first = rows.first, !first.isEmpty, !rows.contains(where: \.isEmpty),
            zip(rows, rows.dropFirst()).allSatisfy({ $0.count >= $1.count })
        else { return nil }
        self.rows = rows
    }

    /// A triangle of the figures `figure(month, time)` gives: month `n` was first extracted at `extractions[n]`, then
    /// seen again at each later one, at most `ages` times. Months are counted from 0.
    public init?(extractions: [Date], ages: Int, figure: (_ month: Int, _ time: Date) -> Double) {
        self.init(
            rows: extractions.indices.map { month in
                extractions[month...].prefix(ages).map { figure(month, $0) }
            })
    }

    /// The number of times the oldest month has been seen.
    public var ages: Int { rows.first?.count ?? 0 }

    /// How much months have grown from first extraction to `age` later, as a factor, over all months seen so late;
    /// `nil` when none is or they were nothing at first.
    public func growth(to age: Int) -> Double? {
        let seen = rows.filter { $0.count > age }
        let first = seen.reduce(0) { $0 + $1[0] }
        return seen.isEmpty || first == 0 ? nil : seen.reduce(0) { $0 + $1[age] } / first
    }
}
