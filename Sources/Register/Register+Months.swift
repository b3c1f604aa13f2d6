import Storage
public import Vocabulary

extension Register {
    /// From the first to the last month that anything has been delivered for; `nil` when nothing has.
    public func months(collection: String) async throws(RegisterError) -> ClosedRange<Month>? {
        try await read { transaction in
            try transaction.first(
                "SELECT min(month), max(month) FROM delivery WHERE collection = \(collection)"
            ) { row -> ClosedRange<Month>? in
                guard let first = row.optionalInteger(0), let last = row.optionalInteger(1) else { return nil }
                return Month(index: Int32(first))...Month(index: Int32(last))
            } ?? nil
        }
    }
}
