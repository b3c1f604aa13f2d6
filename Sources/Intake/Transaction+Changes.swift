import AccessLog
import Foundation
import Register
import Storage
import Vocabulary

extension Transaction {
    /// Makes the open draft for a month give way to another.
    func supersede(
        collection: String, _ municipality: Municipality, _ month: Month, by sender: Sender, at time: Date,
        newer: Draft.ID
    ) throws {
        try execute(
            """
            UPDATE draft
            SET state = 'superseded', closed_at = \(time), closed_by = \(sender.name), newer = \(newer.text)
            WHERE \(Self.open(collection, municipality)) AND month = \(Int(month.index)) AND token <> \(newer.text)
            """)
    }

    /// Puts away the municipality's open drafts to be delivered: that for `month`, or all.
    func close(
        collection: String, _ municipality: Municipality, _ month: Month?, by sender: Sender, at time: Date
    ) throws {
        let isOfMonth: SQL = month.map { "month = \(Int($0.index))" } ?? "1 = 1"
        try execute(
            """
            UPDATE draft SET state = 'closed', closed_at = \(time), closed_by = \(sender.name)
            WHERE \(Self.open(collection, municipality)) AND \(isOfMonth)
            """)
    }

    private static func open(_ collection: String, _ municipality: Municipality) -> SQL {
        """
        state = 'open' AND purpose = 'deliver' AND collection = \(collection)
            AND municipality = \(Int(municipality.number))
        """
    }

    /// Counts the draft's revision up: it is to be judged anew.
    func revise(_ draft: Draft, _ occasion: Attempt.Occasion, by sender: Sender, at time: Date) throws {
        try execute(
            """
            UPDATE draft
            SET revision = \(draft.revision + 1), occasion = \(occasion.rawValue), updated_at = \(time),
                sender = \(sender.id), sender_name = \(sender.name), sender_email = \(sender.email),
                sender_actor = \(sender.actor)
            WHERE token = \(draft.id.text)
            """)
    }

    /// Records a judgement of the draft as it is, and lets go of its files when they may not be kept; `false` when that
    /// has been done already.
    @discardableResult
    func settle(_ judgement: Judgement, _ id: Draft.ID, isLate: Bool) throws -> Bool {
        let draft = try draft(id)
        guard try record(judgement, of: draft, isLate: isLate) else { return false }
        if !judgement.mayBeKept || draft.purpose == .test && draft.channel == .api {
            try letGo(ofFilesOf: "draft IN (SELECT id FROM draft WHERE token = \(id.text))")
        }
        return true
    }

    /// Forgets names and bytes of the drafts' files; content that nobody else refers to is removed.
    func letGo(ofFilesOf drafts: SQL) throws {
        let contents = try all(
            "SELECT DISTINCT content FROM draft_file WHERE \(drafts) AND content IS NOT NULL"
        ) { $0.integer(0) }
        try execute("UPDATE draft_file SET content = NULL, name = '' WHERE \(drafts)")
        for content in contents
        where try first("SELECT 1 FROM draft_file WHERE content = \(content)", { $0.integer(0) }) == nil {
            try dropContent(content)
        }
    }

    /// Adds a line about a month of a municipality's.
    func log(
        _ act: Act, _ collection: String, _ municipality: Municipality, _ month: Month?, by sender: Sender,
        at time: Date
    ) throws {
        try log(
            Event(
                at: time, actor: sender.actor, organisation: .municipality(municipality), act: act,
                subject: month.map { "\(collection) \($0.iso)" } ?? collection))
    }
}
