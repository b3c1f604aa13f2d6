/// What an indicator is in one month.
public enum Measure: Sendable, Equatable {
    /// Households, persons, children or services.
    case count(Int)
    /// Money, in öre.
    case money(Int)
    /// A part of a whole.
    case share(part: Int, of: Int)
    /// Counts by code; codes that did not occur are not there.
    case distribution([Int: Int])

    /// The value in the indicator's unit: kronor, the sum of a distribution, percent. `nil` for a share of nothing.
    public var number: Double? {
        switch self {
        case .count(let count): Double(count)
        case .money(let öre): Double(öre) / 100
        case .share(let part, let whole): whole == 0 ? nil : 100 * Double(part) / Double(whole)
        case .distribution(let counts): Double(counts.values.reduce(0, +))
        }
    }

    /// The sum of some codes of a distribution (*annan försörjning*); `nil` for anything else.
    public func sum(of codes: [Int]) -> Int? {
        guard case .distribution(let counts) = self else { return nil }
        return codes.reduce(0) { $0 + (counts[$1] ?? 0) }
    }
}
