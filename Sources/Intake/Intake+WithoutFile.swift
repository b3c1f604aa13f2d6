import Definitions
public import Foundation
public import Register
public import Storage
public import Vocabulary

extension Intake {
    /// Records that there was nothing to report for a month (*inget att rapportera*): for `tables`, or for all of the
    /// collection's, which puts away an open draft for the month.
    public func nothingToReport(
        collection id: String, tables: [String]? = nil, municipality: Municipality, month: Month, by sender: Sender,
        at time: Date, alongside: @escaping @Sendable (any Transaction, Receipt) throws -> Void = { _, _ in }
    ) async throws(IntakeError) -> Receipt {
        let collection = try collection(id)
        guard collection.calendar.period(month) != nil else { throw .noSuchMonth(month) }
        let known = collection.tables.map(\.id)
        let chosen = tables.map { tables in known.filter(tables.contains) } ?? known
        do throws(RegisterError) {
            return try await register.nothingToReport(
                collection: id, definitionVersion: collection.version, tables: chosen, municipality: municipality,
                month: month, sender: sender.name, actor: sender.actor, receivedAt: time
            ) { transaction, receipt in
                if chosen == known {
                    try transaction.close(collection: id, municipality, month, by: sender, at: time)
                }
                try transaction.end(id, in: receipt.number)
                try alongside(transaction, receipt)
            }
        } catch {
            throw IntakeError(error)
        }
    }

    /// Records that the municipality does not take part in a collection (*avstår*), which puts away its open drafts.
    public func decline(
        collection id: String, municipality: Municipality, reason: String, by sender: Sender, at time: Date,
        alongside: @escaping @Sendable (any Transaction) throws -> Void = { _ in }
    ) async throws(IntakeError) {
        _ = try collection(id)
        let decline = Decline(
            collection: id, municipality: municipality, reason: reason, sender: sender.name, receivedAt: time)
        do throws(RegisterError) {
            try await register.decline(decline, actor: sender.actor) { transaction in
                try transaction.close(collection: id, municipality, nil, by: sender, at: time)
                try alongside(transaction)
            }
        } catch {
            throw IntakeError(error)
        }
    }

    /// Records the municipality's comments on a collection (*synpunkter*), with or without data. Refuses texts that its
    /// form does not have or allow.
    public func comment(
        collection id: String, municipality: Municipality, texts: [String: String], respondent: [String: String] = [:],
        by sender: Sender, at time: Date
    ) async throws(IntakeError) {
        guard let form = try collection(id).form else { throw .noCommentsForm(id) }
        let comments = Comments(
            collection: id, municipality: municipality, texts: texts, respondent: respondent, sender: sender.name,
            receivedAt: time)
        do throws(RegisterError) {
            try await register.comment(comments, form: form, actor: sender.actor)
        } catch {
            throw IntakeError(error)
        }
    }

    /// Puts a draft away (*avbryt*): its sender does not want to go on with it.
    public func close(_ id: Draft.ID, by sender: Sender, at time: Date) async throws(IntakeError) {
        try await write { transaction in
            let draft = try transaction.draft(id)
            guard draft.isOpen else { throw IntakeError.notOpen(draft) }
            try transaction.execute(
                """
                UPDATE draft SET state = 'closed', closed_at = \(time), closed_by = \(sender.name)
                WHERE token = \(id.text)
                """)
        }
    }
}
