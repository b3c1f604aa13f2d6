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

    /// The number of times the oldest month has been seen.
    public var ages: Int { rows.first?.count ?? 0 }
}
