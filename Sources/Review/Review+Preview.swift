import AccessLog
import Checking
public import Definitions
public import Foundation
import Register
import Storage
public import Vocabulary

extension Review {
    /// Judges the deliveries that count about `months` once more, as they came and with their corrections, by the
    /// definition in force and by a changed one, and says what differs. Nothing is changed; that it was done is logged.
    ///
    /// A few deliveries are in memory at a time. Ends with `ReviewError.cancelled` when the task is cancelled.
    ///
    /// - Parameter progress: Told, now and then, how many deliveries of how many are done.
    public func preview(
        _ changed: Definitions.Collection, against current: Definitions.Collection, months: ClosedRange<Month>,
        by person: String, at time: Date, progress: @escaping @Sendable (_ done: Int, _ of: Int) -> Void = { _, _ in }
    ) async throws(ReviewError) -> RulePreview {
        guard changed.id == current.id else { throw .otherCollection(changed.id) }
        let subject =
            "\(current.id) \(current.version)–\(changed.version) \(months.lowerBound.iso)–\(months.upperBound.iso)"
        try await write { transaction in
            try transaction.log(
                Event(at: time, actor: person, organisation: .authority, act: .previewedRules, subject: subject))
        }
        var receipts: [Receipt] = []
        for month in months.months {
            receipts += try await asked { (register) throws(RegisterError) in
                try await register.deliveries(DeliveryFilter(collection: current.id, month: month, kind: .data))
            }.filter(\.isCurrent)
        }
        let all = receipts.count
        let judge = PreviewJudge(register: register, current: current, changed: changed)
        var waiting = PreviewBatch.batches(receipts)[...]
        progress(0, all)
        do {
            let changes = try await withThrowingTaskGroup(of: [RulePreview.DeliveryChange].self) { group in
                // As many at a time as there are processors: a large file is judged on all of them by itself.
                for _ in 0..<max(1, ProcessInfo.processInfo.activeProcessorCount) {
                    if let batch = waiting.popFirst() { group.addTask { try await judge.changes(batch) } }
                }
                var changes: [RulePreview.DeliveryChange] = []
                while let done = try await group.next() {
                    changes += done
                    progress(changes.count, all)
                    try Task.checkCancellation()
                    if let batch = waiting.popFirst() { group.addTask { try await judge.changes(batch) } }
                }
                return changes
            }
            return RulePreview(
                collection: current.id, versions: (current.version, changed.version), months: months,
                deliveries: changes.sorted {
                    ($0.number.month, $0.number.municipality, $0.number.sequence)
                        < ($1.number.month, $1.number.municipality, $1.number.sequence)
                })
        } catch {
            throw ReviewError(error)
        }
    }
}
