/// How numbers are spread (*kvartiler*): a quarter of them are at most `lower`, half at most `median`.
///
/// Between two numbers they lie as KVARTIL.INK in Excel has it.
public struct Quartiles: Sendable, Equatable {
    /// The first quartile.
    public let lower: Double
    /// The middle.
    public let median: Double
    /// The third quartile.
    public let upper: Double

    /// The quartiles of `numbers`; `nil` when there are none.
    public init?(_ numbers: [Double]) {
        guard !numbers.isEmpty else { return nil }
        let sorted = numbers.sorted()
        func at(_ quarter: Int) -> Double {
            let (place, rest) = (quarter * (sorted.count - 1)).quotientAndRemainder(dividingBy: 4)
            guard rest > 0 else { return sorted[place] }
            return sorted[place] + (sorted[place + 1] - sorted[place]) * Double(rest) / 4
        }
        (lower, median, upper) = (at(1), at(2), at(3))
    }
}
