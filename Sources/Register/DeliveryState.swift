public import Storage
public import Vocabulary

/// How far a municipality's deliveries have come: another value after each delivery and each that is taken back, so that
/// what was made from them can be kept while this is the same.
public struct DeliveryState: Hashable, Sendable {
    private let last: Int
    private let withdrawn: Int

    fileprivate init(last: Int, withdrawn: Int) {
        self.last = last
        self.withdrawn = withdrawn
    }
}

extension Transaction {
    /// How far the municipality's deliveries to the collection have come.
    public func deliveryState(collection: String, municipality: Municipality) throws -> DeliveryState {
        let place: SQL = "collection = \(collection) AND municipality = \(Int(municipality.number))"
        return try first(
            """
            SELECT COALESCE(MAX(id), 0),
                (SELECT COUNT(*) FROM withdrawal WHERE delivery IN (SELECT id FROM delivery WHERE \(place)))
            FROM delivery WHERE \(place)
            """
        ) { DeliveryState(last: $0.integer(0), withdrawn: $0.integer(1)) } ?? DeliveryState(last: 0, withdrawn: 0)
    }
}
