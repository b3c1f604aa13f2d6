import Foundation

/// What is still to come of months already extracted, estimated by chain ladder with the standard error of Mack (1993),
/// *Distribution-free calculation of the standard error of chain ladder reserve estimates*, ASTIN Bulletin 23(2).
public struct LateEstimate: Sendable {
    /// One month.
    public struct Outlook: Sendable, Equatable {
        /// The figure as known now.
        public let known: Double
        /// The figure as it is expected to become.
        public let ultimate: Double
        /// The standard error of that, in the figure's unit.
        public let standardError: Double

        /// What is still to come; negative when figures tend to fall.
        public var remaining: Double { ultimate - known }

        /// Whether some month has been seen later than this one.
        let isSeenLater: Bool

        /// What the figure becomes in 19 cases of 20, taken to be lognormal as Mack does; `nil` where no month has been
        /// seen later, for then nothing is known of what is to come.
        public var interval: ClosedRange<Double>? {
            guard isSeenLater else { return nil }
            guard ultimate > 0, standardError > 0 else { return ultimate...ultimate }
            let variance = log(1 + (standardError / ultimate) * (standardError / ultimate))
            let (middle, spread) = (log(ultimate) - variance / 2, 1.959_963_984_540_054 * variance.squareRoot())
            return exp(middle - spread)...exp(middle + spread)
        }
    }

    /// From each age to the next, by how much figures grow.
    public let factors: [Double]
    /// The months, as in the triangle.
    public let months: [Outlook]

    /// The estimate from `triangle`; `nil` when fewer than three ages are known, some age was seen of no month, or the
    /// figures of an age are nothing, for then there is nothing to estimate from.
    public init?(_ triangle: GrowthTriangle) {
        let (rows, ages) = (triangle.rows, triangle.ages)
        guard ages >= 3 else { return nil }
        var factors: [Double] = []
        var variances: [Double] = []
        var weights: [Double] = []
        for age in 0..<(ages - 1) {
            let seen = rows.filter { $0.count > age + 1 }
            let weight = seen.reduce(0) { $0 + $1[age] }
            guard !seen.contains(where: { $0[age] <= 0 }), weight > 0 else { return nil }
            let factor = seen.reduce(0) { $0 + $1[age + 1] } / weight
            guard factor > 0 else { return nil }
            factors.append(factor)
            weights.append(weight)
            if seen.count > 1 {
                let squares = seen.reduce(0) {
                    $0 + $1[age] * ($1[age + 1] / $1[age] - factor) * ($1[age + 1] / $1[age] - factor)
                }
                variances.append(squares / Double(seen.count - 1))
            } else if let one = variances.last, let two = variances.dropLast().last {
                // Seen of one month only: as Mack extrapolates.
                variances.append(two == 0 ? 0 : min(one * one / two, one, two))
            } else {
                return nil
            }
        }
        self.factors = factors
        months = rows.map { row in
            var (figure, squares) = (row[row.count - 1], 0.0)
            for age in (row.count - 1)..<(ages - 1) {
                squares += variances[age] / (factors[age] * factors[age]) * (1 / figure + 1 / weights[age])
                figure *= factors[age]
            }
            return Outlook(
                known: row[row.count - 1], ultimate: figure, standardError: figure * squares.squareRoot(),
                isSeenLater: row.count < ages)
        }
    }
}
