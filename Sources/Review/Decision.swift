import Foundation
public import Register
import Storage
import Vocabulary

/// A decision on a delivery (*beslut*). Decisions are never changed: the last one on a delivery counts.
public struct Decision: Sendable, Equatable {
    /// Counts up with every decision on any delivery.
    public let id: Int
    /// The collection's id.
    public let collection: String
    /// The delivery it is about.
    public let number: DeliveryNumber
    /// What was decided, by whom and when; never `waiting`.
    public let state: ReviewState
}

extension Decision {
    enum Verdict: String {
        case approved, automatic, returned
    }

    /// The columns that `init(row)` reads.
    static var columns: SQL {
        "id, collection, month, municipality, sequence, verdict, message, decided_by, decided_at"
    }

    init?(_ row: any Row) {
        guard let municipality = Municipality(number: row.integer(3)), let verdict = Verdict(rawValue: row.text(5))
        else { return nil }
        let (message, by, at) = (row.text(6), row.text(7), row.time(8))
        let month = Month(index: Int32(truncatingIfNeeded: row.integer(2)))
        let state: ReviewState =
            switch verdict {
            case .approved: .approved(by: by, at: at)
            case .automatic: .approvedAutomatically(at: at)
            case .returned: .returned(message: message, by: by, at: at)
            }
        self.init(
            id: row.integer(0), collection: row.text(1),
            number: DeliveryNumber(month: month, municipality: municipality, sequence: row.integer(4)), state: state)
    }
}
