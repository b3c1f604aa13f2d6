/// A share in per cent with one decimal (*andel*), rounded half away from zero from whole numbers, never from doubles.
public struct Share: Hashable, Comparable, Sendable {
    /// Tenths of a per cent: 406 is 40,6 per cent.
    public let tenths: Int

    /// `part` of `whole`; `nil` when there is nothing to take a share of.
    public init?(_ part: Int, of whole: Int) {
        guard whole > 0, part >= 0 else { return nil }
        tenths = (2000 * part + whole) / (2 * whole)
    }

    /// A share already rounded, as printed: 406 tenths are 40,6 per cent.
    public init(tenths: Int) {
        self.tenths = tenths
    }

    /// By size.
    public static func < (one: Share, other: Share) -> Bool { one.tenths < other.tenths }

    /// What the rounded shares of `parts` add to, in tenths of a per cent; `nil` when there are none.
    ///
    /// Other than 1 000 when rounding shows, which a table then says in a note.
    public static func sum(of parts: [Int]) -> Int? {
        let whole = parts.reduce(0, +)
        guard whole > 0 else { return nil }
        return parts.reduce(0) { $0 + (Share($1, of: whole)?.tenths ?? 0) }
    }
}
