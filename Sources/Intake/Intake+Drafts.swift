import Checking
public import Foundation
import Register
import Storage
import Tabular
public import Vocabulary

/// Where the check of a draft has come.
public enum CheckState: Sendable {
    /// Still under way since the draft's `updatedAt`; the draft can be left.
    case checking(Draft)
    /// Done.
    case checked(CheckedDraft)
    /// Done before, but the files were not to be kept and the verdict is no longer in memory: they must be put in
    /// again. The draft's `attempt` tells how many findings each rule gave.
    case gone(Draft)
}

/// Which drafts are asked for; `nil` = all.
public struct DraftFilter: Sendable {
    /// Of this municipality.
    public var municipality: Municipality?
    /// For this collection, by id.
    public var collection: String?
    /// For this month.
    public var month: Month?
    /// Put in for this.
    public var purpose: Draft.Purpose?
    /// Only those that are open.
    public var isOpen: Bool

    /// All drafts that are open, unless said otherwise.
    public init(
        municipality: Municipality? = nil, collection: String? = nil, month: Month? = nil,
        purpose: Draft.Purpose? = nil, isOpen: Bool = true
    ) {
        self.municipality = municipality
        self.collection = collection
        self.month = month
        self.purpose = purpose
        self.isOpen = isOpen
    }

    var condition: SQL {
        var conditions: [SQL] = ["1 = 1"]
        if let municipality { conditions.append("municipality = \(Int(municipality.number))") }
        if let collection { conditions.append("collection = \(collection)") }
        if let month { conditions.append("month = \(Int(month.index))") }
        if let purpose { conditions.append("purpose = \(purpose.rawValue)") }
        if isOpen { conditions.append("state = 'open'") }
        return SQL.joined(conditions, by: " AND ")
    }
}

extension Intake {
    /// The draft, whatever its state.
    public func draft(_ id: Draft.ID) async throws(IntakeError) -> Draft {
        try await read { try $0.draft(id) }
    }

    /// The drafts that `filter` lets through, oldest first.
    public func drafts(_ filter: DraftFilter) async throws(IntakeError) -> [Draft] {
        try await read { try $0.drafts(filter.condition) }
    }

    /// The open draft to be delivered for a municipality's month, if there is one.
    public func openDraft(
        collection: String, municipality: Municipality, month: Month
    ) async throws(IntakeError) -> Draft? {
        try await drafts(
            DraftFilter(municipality: municipality, collection: collection, month: month, purpose: .delivery)
        ).last
    }

    /// The attempts that `filter` lets through, in the order made.
    public func attempts(_ filter: AttemptFilter) async throws(IntakeError) -> [Attempt] {
        try await read { try $0.attempts(filter) }
    }

    /// What has come of checking the draft; waits a moment when it is not ready.
    public func state(of id: Draft.ID, language: Language = .sv) async throws(IntakeError) -> CheckState {
        try await state(of: try await draft(id), language: language)
    }

    /// What has come of checking the draft, which has just been read; waits a moment when it is not ready.
    public func state(of draft: Draft, language: Language = .sv) async throws(IntakeError) -> CheckState {
        try await state(of: draft, language, within: limits.patience)
    }

    /// What came of checking the draft, however long that takes; `nil` when it is gone.
    public func outcome(of id: Draft.ID, language: Language = .sv) async throws(IntakeError) -> CheckedDraft? {
        let state = try await state(of: try await draft(id), language, within: nil)
        guard case .checked(let checked) = state else { return nil }
        return checked
    }

    private func state(
        of draft: Draft, _ language: Language, within patience: Duration?
    ) async throws(IntakeError) -> CheckState {
        guard draft.isKept else { return await forgotten(draft) }
        let (id, collection, municipality) = (draft.id, draft.collection, draft.municipality)
        let deliveries = try await read { try $0.deliveryState(collection: collection, municipality: municipality) }
        if draft.attempt != nil, let judgement = await checks.kept(Checks.Key(draft, language, deliveries)) {
            return .checked(CheckedDraft(draft, judgement, correctable: limits.correctable))
        }
        let made: Judgement?
        do throws(IntakeError) {
            made = try await judge(draft, language, against: deliveries, within: patience)
        } catch .notKept {
            // The files were let go of since, as their check was done.
            return await forgotten(try await self.draft(id))
        }
        guard let judgement = made else { return .checking(draft) }
        guard draft.attempt == nil else {
            return .checked(CheckedDraft(draft, judgement, correctable: limits.correctable))
        }
        // The machine stopped before the check was recorded.
        let settled = try await write { transaction in
            if try transaction.draft(id).revision == draft.revision {
                try transaction.settle(judgement, id, isLate: false)
            }
            return try transaction.draft(id)
        }
        return .checked(CheckedDraft(settled, judgement, correctable: limits.correctable))
    }

    /// What is known of a draft whose files are not kept: words in the language it was first judged in, since there is
    /// nothing left to judge anew.
    private func forgotten(_ draft: Draft) async -> CheckState {
        guard let judgement = await checks.known(draft) else { return .gone(draft) }
        return .checked(CheckedDraft(draft, judgement, correctable: limits.correctable))
    }

    /// Checks the open drafts whose check was under way when the machine stopped; one that cannot be stops no other.
    public func resume() async throws(IntakeError) {
        for draft in try await drafts(DraftFilter()) where draft.attempt == nil && draft.isKept { finish(draft) }
    }

    /// Clears away drafts that have not been touched since `time`, with what nothing else refers to, and older
    /// errands; how many drafts. Attempts stay.
    public func purge(before time: Date) async throws(IntakeError) -> Int {
        let ids = try await write { transaction in
            let old: SQL = "draft IN (SELECT id FROM draft WHERE updated_at < \(time))"
            try transaction.execute("DELETE FROM errand WHERE created_at < \(time)")
            let ids = try transaction.all("SELECT token FROM draft WHERE updated_at < \(time)") {
                Draft.ID($0.text(0))
            }
            guard !ids.isEmpty else { return ids }
            try transaction.letGo(ofFilesOf: old)
            for table in ["draft_file", "draft_correction", "draft_answer"] {
                try transaction.execute("DELETE FROM \(raw: table) WHERE \(old)")
            }
            try transaction.execute("DELETE FROM draft WHERE updated_at < \(time)")
            return ids
        }
        for id in ids { await checks.forget(id) }
        return ids.count
    }

    /// The draft, which must be open and have its files.
    func keptDraft(_ id: Draft.ID) async throws(IntakeError) -> Draft {
        let draft = try await draft(id)
        guard draft.isOpen else { throw .notOpen(draft) }
        guard draft.isKept else { throw .notKept }
        return draft
    }

    /// The draft's files, with its corrections, as they are to be judged.
    func work(_ draft: Draft, _ language: Language) async throws(IntakeError) -> Work {
        var files: [InputFile] = []
        for (place, file) in draft.files.enumerated() {
            guard let sha256 = file.sha256 else { throw .notKept }
            let bytes: FileBytes?
            do throws(RegisterError) {
                bytes = try await register.originalBytes(sha256: sha256)
            } catch {
                throw IntakeError(error)
            }
            guard let bytes else { throw .notKept }
            files.append(
                InputFile(name: file.name, bytes: bytes, corrections: draft.cellCorrections(place)))
        }
        return Work(
            draft: draft.id, revision: draft.revision, collection: try collection(draft.collection),
            municipality: draft.municipality, month: draft.month, language: language, files: files)
    }
}
