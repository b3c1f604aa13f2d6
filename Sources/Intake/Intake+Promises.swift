public import Foundation
import Storage

// Errands whose senders have been told that they need not ask again.

extension Intake {
    /// Seconds that whoever concludes a promised errand may take. Another may do it then.
    static let promisePatience: TimeInterval = 60

    /// Promises that the errand of a draft, which is being checked, is concluded by itself: delivered if nothing is in
    /// the way, also when the machine stops before. Whoever promises concludes it.
    public func promise(errandOf draft: Draft.ID, at time: Date) async throws(IntakeError) {
        let until = time + Self.promisePatience
        try await write { transaction in
            try transaction.execute(
                """
                UPDATE errand SET is_promised = 1, claimed_until = \(until)
                WHERE draft = \(draft.text) AND deliveries IS NULL
                """)
        }
    }

    /// Takes on the promised errands that whoever was to conclude has not, in time: the drafts they are in.
    public func takeOnPromised(at time: Date) async throws(IntakeError) -> [Draft.ID] {
        let until = time + Self.promisePatience
        return try await write { transaction in
            try transaction.all(
                """
                UPDATE errand SET claimed_until = \(until)
                WHERE is_promised = 1 AND deliveries IS NULL AND draft IS NOT NULL AND claimed_until <= \(time)
                RETURNING draft
                """
            ) { Draft.ID($0.text(0)) }
        }
    }

    /// Ends the promise about a draft: it has been delivered, or something that its sender must mend is in the way.
    public func endPromise(about draft: Draft.ID) async throws(IntakeError) {
        try await write { transaction in
            try transaction.execute("UPDATE errand SET is_promised = 0 WHERE draft = \(draft.text)")
        }
    }
}
