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
        var batches: [Batch] = []
        // A part is a batch of its own: records are merged within a table only.
        for kind in EventKind.allCases {
            batches = try await register.reduceIncrements(
                collection: collection, table: kind.rawValue, municipality: municipality, asKnownAt: time,
                arrivedBy: arrivedBy, into: batches
            ) { batches, part, bytes in
                let rows = kind.rows(of: try EventCells(segment: bytes))
                batches.append(Batch(knownFrom: part.knownFrom, rows: rows))
            }
        }
        return EventHistory(batches)
    }
}
