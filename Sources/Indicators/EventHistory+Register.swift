import Checking
public import Foundation
public import Register
public import Vocabulary

extension EventHistory {
    /// The events of all extractions of `municipality` that stand now; or, with `asKnownAt`, that stood then, those
    /// withdrawn since included. With `arrivedBy`, only those that had been delivered by then and stood then, whenever they
    /// were made: what a report that was locked then is counted from.
    public static func read(
        of municipality: Municipality, from register: Register, collection: String = "ekb-handelser",
        asKnownAt time: Date? = nil, arrivedBy: Date? = nil
    ) async throws(RegisterError) -> EventHistory {
        var deliveries: [DeliveryNumber: Delivery] = [:]
        for kind in EventKind.allCases {
            deliveries = try await register.reduceIncrements(
                collection: collection, table: kind.rawValue, municipality: municipality, asKnownAt: time,
                arrivedBy: arrivedBy, into: deliveries
            ) { deliveries, part, bytes in
                let cells = try EventCells(segment: bytes)
                kind.add(cells, to: &deliveries[part.number, default: Delivery(part)].rows)
                deliveries[part.number]?.tables.insert(kind)
            }
        }
        // Those known from the same instant in the order they came.
        return EventHistory(
            deliveries.values.sorted { ($0.receivedAt, $0.number.sequence) < ($1.receivedAt, $1.number.sequence) }
                .map { Batch(knownFrom: $0.knownFrom, rows: $0.rows, empty: $0.tables) })
    }
}

/// A delivery while its tables are read.
private struct Delivery {
    let number: DeliveryNumber
    let receivedAt: Date
    let knownFrom: Date
    var rows = EventRows()
    var tables: Set<EventKind> = []

    init(_ part: StoredPart) {
        (number, receivedAt, knownFrom) = (part.number, part.receivedAt, part.knownFrom)
    }
}
