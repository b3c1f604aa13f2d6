import AccessLog
public import Checking
import Definitions
public import Foundation
import Register
public import Storage
import Tabular
public import Vocabulary

extension Intake {
    /// Takes in files and checks them. The draft is on disk when this returns; its `attempt` is `nil` when the check
    /// takes longer than a sender is made to wait, and is then recorded later.
    ///
    /// An open draft for the same municipality, collection and month is superseded, unless this is a test. Files with
    /// what looks like an identity number, files that are no tables, and files that a system only wants judged, are not
    /// kept: only their summary is. What is to be kept with the draft or not at all is done `alongside`.
    public func receive(
        _ upload: Upload, by sender: Sender, at time: Date, language: Language = .sv,
        alongside: @escaping @Sendable (any Transaction, Draft.ID) throws -> Void = { _, _ in }
    ) async throws(IntakeError) -> Draft {
        let collection = try collection(upload.collection)
        guard upload.month.map({ collection.calendar.period($0) != nil }) ?? (upload.purpose == .test) else {
            throw .noSuchMonth(upload.month)
        }
        guard !upload.files.isEmpty else { throw .noFiles }
        guard upload.files.count <= limits.files else { throw .tooManyFiles(limit: limits.files) }
        let id = Draft.ID.random()
        let work = Work(
            draft: id, revision: 1, collection: collection, municipality: upload.municipality, month: upload.month,
            language: language, files: upload.files.map { InputFile(name: $0.name, bytes: $0.bytes) })
        let contents = upload.files.map { Content($0.bytes) }
        return try await settle(work) { transaction, judgement in
            if upload.purpose == .delivery, let month = upload.month {
                try transaction.supersede(
                    collection: upload.collection, upload.municipality, month, by: sender, at: time, newer: id)
            }
            let draft = try transaction.identity(
                of: """
                    INSERT INTO draft (
                        token, municipality, collection, month, purpose, channel, state, revision, occasion, created_at,
                        updated_at, sender, sender_name, sender_email, sender_actor
                    )
                    VALUES (
                        \(id.text), \(Int(upload.municipality.number)), \(upload.collection),
                        \(upload.month.map { Int($0.index) }), \(upload.purpose.rawValue), \(upload.channel.rawValue),
                        'open', 1, \(Attempt.Occasion.upload.rawValue), \(time), \(time), \(sender.id), \(sender.name),
                        \(sender.email), \(sender.actor)
                    )
                    RETURNING id
                    """)
            let isKept = judgement.map { $0.mayBeKept && !upload.isForgotten } ?? true
            for (position, file) in upload.files.enumerated() {
                let content = isKept ? try transaction.keep(contents[position]) : nil
                try transaction.execute(
                    """
                    INSERT INTO draft_file (draft, position, name, byte_count, content)
                    VALUES (
                        \(draft), \(position), \(isKept ? file.shownName : ""), \(file.bytes.count), \(content)
                    )
                    """)
            }
            try transaction.log(.checked, upload.collection, upload.municipality, upload.month, by: sender, at: time)
            try alongside(transaction, id)
        }
    }

    /// The one month that files are about, for a sender who has not chosen; `nil` when they say none, or several.
    public func month(of files: [InputFile], collection id: String) async throws(IntakeError) -> Month? {
        let checked = await Check.files(files, as: CheckRequest(collections: [try collection(id)]))
        let months = Set(checked.flatMap(\.verdicts).compactMap(\.month))
        return months.count == 1 ? months.first : nil
    }

    /// Lets the files be for another month than was chosen, and checks them as that. An open draft for that month is
    /// superseded.
    public func move(
        _ id: Draft.ID, to month: Month, by sender: Sender, at time: Date, language: Language = .sv
    ) async throws(IntakeError) -> Draft {
        let draft = try await keptDraft(id)
        guard try collection(draft.collection).calendar.period(month) != nil else { throw .noSuchMonth(month) }
        guard draft.month != month else { return draft }
        var work = try await work(draft, language)
        work.month = month
        work.revision += 1
        return try await settle(work) { transaction, _ in
            _ = try transaction.openDraft(id, revision: draft.revision)
            if draft.purpose == .delivery {
                try transaction.supersede(
                    collection: draft.collection, draft.municipality, month, by: sender, at: time, newer: id)
            }
            try transaction.execute("UPDATE draft SET month = \(Int(month.index)) WHERE token = \(id.text)")
            try transaction.revise(draft, .move, by: sender, at: time)
            try transaction.log(.checked, draft.collection, draft.municipality, month, by: sender, at: time)
        }
    }

    /// Judges `work` and does `write`; what came of it is recorded in the same transaction, or, when the check takes
    /// longer than a sender is made to wait, once it is done.
    func settle(
        _ work: Work, _ write: @escaping @Sendable (any Transaction, Judgement?) throws -> Void
    ) async throws(IntakeError) -> Draft {
        let judgement = try await judge(work, within: limits.patience)
        let draft = try await self.write { transaction in
            try write(transaction, judgement)
            if let judgement { try transaction.settle(judgement, work.draft, isLate: false) }
            return try transaction.draft(work.draft)
        }
        if judgement == nil { finish(work) }
        return draft
    }

    /// Records the check once it is done. Should that fail, it is made anew when somebody asks, or at `resume`.
    func finish(_ work: Work) {
        Task { try await record(try await judge(work), of: work.draft, work.revision) }
    }

    /// Checks the draft as it is written, and records that.
    func finish(_ draft: Draft) {
        let (collection, municipality) = (draft.collection, draft.municipality)
        Task {
            let state = try await read { try $0.deliveryState(collection: collection, municipality: municipality) }
            let judgement = try await judge(draft, .sv, against: state, within: nil)
            try await record(judgement, of: draft.id, draft.revision)
        }
    }

    private func record(_ judgement: Judgement?, of id: Draft.ID, _ revision: Int) async throws {
        guard let judgement else { return }
        try await database.write { transaction in
            guard try transaction.draft(id).revision == revision,
                try transaction.settle(judgement, id, isLate: true)
            else { return }
            try afterLateCheck(transaction, transaction.draft(id))
        }
    }
}

extension Upload {
    /// Whether its files are let go of as soon as they are judged: a system that tests a file asks for the answer only.
    fileprivate var isForgotten: Bool { purpose == .test && channel == .api }
}

extension InputFile {
    /// Its name, unless that has what looks like an identity number.
    fileprivate var shownName: String { IdentityNumber.looksLikeOne(in: name) ? "" : name }
}
