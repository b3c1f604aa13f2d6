import Foundation
import Register
import Storage
import Vocabulary

extension Transaction {
    /// The draft, which must exist.
    func draft(_ id: Draft.ID) throws -> Draft {
        guard let draft = try drafts("token = \(id.text)").first else { throw IntakeError.noSuchDraft(id) }
        return draft
    }

    /// The draft, which must be open, and as it was when `revision` was its latest.
    func openDraft(_ id: Draft.ID, revision: Int) throws -> Draft {
        let draft = try draft(id)
        guard draft.isOpen else { throw IntakeError.notOpen(draft) }
        guard draft.revision == revision else { throw IntakeError.changedMeanwhile(draft) }
        return draft
    }

    /// The drafts for which `condition` holds, oldest first, with all that belongs to them.
    func drafts(_ condition: SQL) throws -> [Draft] {
        let ids: SQL = "(SELECT id FROM draft WHERE \(condition))"
        var drafts: [Draft] = []
        var places: [Int: Int] = [:]
        try forEach(
            """
            SELECT id, token, municipality, collection, month, purpose, channel, state, revision, created_at, updated_at,
                sender, sender_name, sender_email, sender_actor, closed_at, closed_by, newer, deliveries, occasion
            FROM draft WHERE \(condition) ORDER BY id
            """
        ) { row in
            guard let draft = Draft(row) else { return }
            places[row.integer(0)] = drafts.count
            drafts.append(draft)
        }
        guard !drafts.isEmpty else { return [] }
        try forEach(
            """
            SELECT f.draft, f.name, c.sha256, f.byte_count FROM draft_file f LEFT JOIN content c ON c.id = f.content
            WHERE f.draft IN \(ids) ORDER BY f.draft, f.position
            """
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            drafts[place].files.append(
                Draft.File(name: row.text(1), sha256: row.optionalText(2), bytes: row.integer(3)))
        }
        try forEach(
            """
            SELECT draft, file, \(raw: Correction.columns) FROM draft_correction WHERE draft IN \(ids)
            ORDER BY draft, number
            """
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            drafts[place].corrections.append(
                Draft.FileCorrection(file: row.integer(1), correction: Correction(row, at: 2)))
        }
        try forEach(
            "SELECT draft, table_name, rule, rule_version, subject, reason FROM draft_answer WHERE draft IN \(ids)"
        ) { row in
            guard let place = places[row.integer(0)] else { return }
            drafts[place].answers.append(
                Draft.Answer(
                    table: row.text(1), rule: row.text(2), ruleVersion: row.integer(3), subject: row.text(4),
                    reason: row.text(5)))
        }
        let tokens = Dictionary(drafts.enumerated().map { ($1.id, $0) }, uniquingKeysWith: { $1 })
        for attempt in try attempts("draft IN (SELECT token FROM draft WHERE \(condition))") {
            guard let place = tokens[attempt.draft], drafts[place].revision == attempt.revision else { continue }
            drafts[place].attempt = attempt
        }
        return drafts
    }
}

extension Draft {
    /// The draft itself; what belongs to it comes from other tables.
    fileprivate init?(_ row: any Row) {
        guard let municipality = Municipality(number: row.integer(2)), let purpose = Purpose(rawValue: row.text(5)),
            let channel = Channel(rawValue: row.text(6)), let occasion = Attempt.Occasion(rawValue: row.text(19))
        else { return nil }
        id = ID(row.text(1))
        self.municipality = municipality
        collection = row.text(3)
        month = row.optionalInteger(4).map { Month(index: Int32(truncatingIfNeeded: $0)) }
        self.purpose = purpose
        self.channel = channel
        revision = row.integer(8)
        self.occasion = occasion
        createdAt = row.time(9)
        updatedAt = row.time(10)
        sender = Sender(
            id: row.text(11), name: row.text(12), email: row.optionalText(13), actor: row.text(14))
        state =
            switch row.text(7) {
            case "submitted": .submitted(row.text(18).split(separator: " ").compactMap { DeliveryNumber($0) })
            case "superseded":
                .superseded(by: row.text(16), at: row.time(15), newer: row.optionalText(17).map { ID($0) })
            case "closed": .closed(by: row.text(16), at: row.time(15))
            default: .open
            }
    }
}
