public import Storage
public import Vocabulary

extension SQL {
    /// "IN ($1, $2, …)" with every month: unlike a range, it lets an index go on to what stands after the month in it,
    /// the municipality.
    public static func isAmong(_ months: ClosedRange<Month>) -> SQL {
        "IN (\(joined(months.months.map { "\(Int($0.index))" }, by: ", ")))"
    }
}
