import Storage
public import Vocabulary

extension Register {
    /// The municipalities that have delivered something to `collection` that is not withdrawn, by code.
    public func municipalities(
        withDeliveriesTo collection: String
    ) async throws(RegisterError) -> [Municipality] {
        try await read { transaction in
            var found: [Municipality] = []
            try transaction.forEach(
                """
                SELECT DISTINCT municipality FROM delivery d WHERE collection = \(collection)
                    AND NOT EXISTS (SELECT 1 FROM withdrawal w WHERE w.delivery = d.id)
                ORDER BY municipality
                """
            ) { row in
                if let municipality = Municipality(number: row.integer(0)) { found.append(municipality) }
            }
            return found
        }
    }
}
