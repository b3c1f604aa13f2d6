import AccessLog
import Accounts
import Checking
import Collecting
import Definitions
import Frame
import Hummingbird
import Intake
import Register
import Vocabulary
import Web

// A file on its way in: being checked, checked, gone, or no longer the latest.

extension MunicipalityPages {
    func addDraft(to routes: some RouterMethods<PortalContext>) {
        let place = DraftPlace(":token")
        routes.get(place.path.route) { _, context in try await self.result(context) }
        routes.post(place.next.route, use: next)
        routes.post(place.move.route, use: move)
        routes.post(place.putAway.route, use: putAway)
        routes.get(place.marked(":file").route, use: marked)
        // Where forms are sent is no page; who reloads it, or changes language there, comes to the one it stands on.
        for path in [place.next, place.move, place.putAway, place.submit, place.undo] {
            routes.get(path.route) { _, context in
                let draft = try await draft(context, .seeDrafts)
                return Response.see(Path.draft(draft.id.text).text)
            }
        }
    }

    /// The page of a draft, whatever has come of it; with what was typed when a form on it is to be filled in again.
    func result(_ context: PortalContext, _ form: ResultForm = ResultForm()) async throws -> Response {
        let draft = try await draft(context, .seeDrafts)
        let state = try await house.intake.state(of: draft, language: context.language)
        let collection = try house.collection(state.draft.collection)
        if let elsewhere = state.draft.elsewhere { return .see(elsewhere.text) }
        let place = DraftPlace(state.draft.id.text)
        if case .closed(let by, let at) = state.draft.state {
            return context.page.putAway(state.draft, collection, by: by, at: at).response
        }
        var page = context.page
        // A form that is shown again stands at the address of its page, not at its own.
        if page.path.page != place.path { page.path = place.path }
        switch state {
        case .checking(let draft): return page.checking(draft, collection).response
        case .gone(let draft): return page.gone(draft, collection).response
        case .checked(let checked):
            try await noteReading(checked.draft, context)
            let result = ResultPage(
                checked: checked, collection: collection, due: try await due(checked.draft, context),
                path: page.path, may: Rights(context, of: checked.draft.municipality), form: form)
            return page.result(result).response
        }
    }

    /// Puts in the log that somebody else than its sender has seen what was found in a draft.
    private func noteReading(_ draft: Draft, _ context: PortalContext) async throws {
        let person = try context.person()
        guard draft.sender.actor != person.actor else { return }
        try await house.log.addView(
            Event(
                at: context.now, actor: person.actor, organisation: .municipality(draft.municipality),
                act: .sawFindings, subject: draft.month?.iso ?? draft.collection))
    }

    /// The last day for the draft's month, for the municipality.
    private func due(_ draft: Draft, _ context: PortalContext) async throws -> Day? {
        guard let month = draft.month, draft.purpose == .delivery else { return nil }
        let period = try await house.collecting.period(draft.collection, month)
        guard Day(context.now) > period.due else { return period.due }
        return period.due(extended: try await house.extended(draft.collection, month, draft.municipality))
    }

    /// Another file for the same month, from the page of the result.
    private func next(_ request: Request, _ context: PortalContext) async throws -> Response {
        let old = try await draft(context, .check)
        if old.purpose == .delivery, let month = old.month {
            try await context.require(.deliver, of: .municipality(old.municipality))
            try await house.receives(old.collection, month, old.municipality, context)
        }
        do {
            let chosen = try await ChosenFiles.read(request, house, context.page)
            let upload = Upload(
                collection: old.collection, municipality: old.municipality, month: old.month, purpose: old.purpose,
                files: chosen.files)
            let draft = try await house.intake.receive(
                upload, by: Sender(try context.person()), at: context.now, language: context.language)
            return .see(Path.draft(draft.id.text).text)
        } catch let refused as ChosenFiles.Refused {
            return try await result(context, ResultForm(errors: refused.errors))
        }
    }

    /// The same file for the month it is about (F08).
    private func move(_ request: Request, _ context: PortalContext) async throws -> Response {
        let draft = try await draft(context, .deliver)
        guard let month = try await Form.read(request)["manad"].flatMap({ Month(iso: $0) }),
            try house.collection(draft.collection).calendar.period(month) != nil
        else { throw PageError.notFound }
        try await house.receives(draft.collection, month, draft.municipality, context)
        let sender = Sender(try context.person())
        return try await context.answering(draft) { () async throws(IntakeError) in
            let moved = try await house.intake.move(
                draft.id, to: month, by: sender, at: context.now, language: context.language)
            return .draft(moved.id.text)
        }
    }

    private func putAway(_ request: Request, _ context: PortalContext) async throws -> Response {
        let draft = try await draft(context, .deliver)
        let sender = Sender(try context.person())
        return try await context.answering(draft) { () async throws(IntakeError) in
            try await house.intake.close(draft.id, by: sender, at: context.now)
            return .start
        }
    }

    /// A file of the draft with what is wrong marked in it.
    private func marked(_ request: Request, _ context: PortalContext) async throws -> Response {
        let draft = try await draft(context, .seeDrafts)
        guard case .checked(let checked) = try await house.intake.state(of: draft.id, language: context.language),
            checked.isKept
        else { throw PageError.notFound }
        let place = try context.fileNumber(of: checked.files.count)
        let copy = MarkedCopy(
            checked.files[place - 1], try house.collection(draft.collection), context.language)
        return try copy.response(draft.municipality, draft.month, place)
    }

    /// The draft of the address, over whose municipality the person must have `permission`.
    func draft(_ context: PortalContext, _ permission: Permission) async throws -> Draft {
        _ = try context.person()
        let id = Draft.ID(try context.parameter("token"))
        let draft: Draft
        do throws(IntakeError) {
            draft = try await house.intake.draft(id)
        } catch .noSuchDraft {
            throw PageError.notFound
        }
        try await context.require(permission, of: .municipality(draft.municipality))
        return draft
    }
}

extension PortalContext {
    /// The place of a file in the address, from 1.
    func fileNumber(of count: Int) throws(PageError) -> Int {
        guard let number = Int(try parameter("file")), (1...max(1, count)).contains(number), count > 0 else {
            throw .notFound
        }
        return number
    }

    /// Leads to where `work` on `draft` says, or, when the draft is not what the page showed, to what has become of it.
    func answering(_ draft: Draft, _ work: () async throws(IntakeError) -> Path) async throws -> Response {
        do throws(IntakeError) {
            return .see(try await work().text)
        } catch {
            switch error {
            case .notOpen(let draft): return .see((draft.elsewhere ?? .draft(draft.id.text)).text)
            case .changedMeanwhile(let draft):
                return .see(Path.draft(draft.id.text).with(ResultNews.name, ResultNews.changed.rawValue).text)
            case .notApproved, .unanswered, .tooManyErrors, .notKept, .isTest:
                return .see(Path.draft(draft.id.text).text)
            case .noSuchDraft, .noSuchMonth, .noSuchCell: throw PageError.notFound
            default: throw error
            }
        }
    }
}

extension CheckState {
    /// The draft, whatever has come of it.
    var draft: Draft {
        switch self {
        case .checking(let draft), .gone(let draft): draft
        case .checked(let checked): checked.draft
        }
    }
}

extension Draft {
    /// Whether it has been delivered.
    var isSubmitted: Bool { if case .submitted = state { true } else { false } }

    /// Where to go instead: what somebody put in since, or the receipt.
    var elsewhere: Path? {
        switch state {
        case .superseded(_, _, let newer?):
            Path.draft(newer.text).with(ResultNews.name, ResultNews.newFile.rawValue)
        case .submitted(let numbers): numbers.first.map { .delivery($0) }
        case .open, .closed, .superseded: nil
        }
    }
}
