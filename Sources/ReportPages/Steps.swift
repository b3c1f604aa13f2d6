import Accounts
import Definitions
import Documents
import Frame
import Hummingbird
import Markup
import Reporting
import Vocabulary
import Web

// From the makers to everybody: locking, sending, approving, publishing, and back.

extension ReportStepWord {
    /// Who may take it.
    var permission: Permission {
        switch self {
        case .lock, .unlock, .send: .writeReport
        case .approve, .giveBack: .approveReport
        case .publish, .withdraw, .revise: .publishReport
        }
    }

    /// Whether it is asked why.
    var asksWhy: Bool { self == .giveBack || self == .withdraw }
}

extension ReportPages {
    func addSteps(to routes: some RouterMethods<PortalContext>) {
        for step in ReportStepWord.allCases {
            let path = ReportPlace.pattern.step(step)
            routes.post(path.route) { request, context in try await take(step, request, context) }
            guard step.asksWhy else { continue }
            routes.get(path.route) { _, context in
                let reporter = try await context.reporter(step.permission)
                return page(context).why(
                    step, try await work(context, reporter.municipality), by: reporter.writer)
            }
        }
    }

    private func take(_ step: ReportStepWord, _ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(step.permission)
        let work = try await work(context, reporter.municipality)
        let form = try await Form.read(request)
        let (page, reason) = (page(context), form["skal"] ?? "")
        if case .send = step, form[Page.stillHolds] != "ja" {
            var workspace = try await workspace(work, reporter, context)
            if !workspace.kept.isEmpty {
                workspace.typed.errors.add(
                    Page.stillHolds,
                    page.say(
                        "Läs texterna från förra rapporten. Kryssa i att de gäller fortfarande, eller ändra dem.",
                        "Read the texts of the last report. Tick that they still hold, or change them."))
                return page.workspace(workspace).response
            }
        }
        let act = try await act(step, work, reporter, context, reason: reason, page)
        do throws(ReportingError) {
            try await rooms.desk.take(
                act, with: work.identity, revision: form.revision, by: reporter.writer, at: rooms.now())
        } catch {
            guard case .refused(let refusal) = error else { throw error }
            guard step.asksWhy, let fault = page.fault(refusal) else {
                throw PageError.outdated(page.refused(refusal))
            }
            var typed: String? = reason
            if case .identityNumber = refusal { typed = nil }
            return page.why(step, work, by: reporter.writer, typed: typed, FormErrors("skal", fault)).response
        }
        return .see(ReportPlace(work.identity).path.text)
    }

    private func act(
        _ step: ReportStepWord, _ work: ReportWork, _ reporter: Reporter, _ context: PortalContext, reason: String,
        _ page: Page
    ) async throws -> ReportAct {
        switch step {
        case .lock: return .lock(knownUntil: rooms.now())
        case .unlock: return .unlock
        case .send: return .send(stillHold: try await workspace(work, reporter, context).kept.map(\.place))
        case .approve: return .approve
        case .giveBack: return .giveBack(reason: reason)
        case .withdraw: return .withdraw(reason: reason)
        case .revise: return .revise
        case .publish:
            // What cannot be published is not made first.
            guard case .approved = work.state else { throw PageError.outdated(page.refused(.wrongState(work.state))) }
            let figures = try await figures(work)
            do throws(DocumentError) {
                return try await rooms.publishing(work, figures, by: reporter.writer, at: rooms.now())
            } catch {
                // Nothing has been published.
                throw PageError.outdated(
                    Localized(
                        sv:
                            "En form av rapporten gick inte att skapa, och inget är publicerat. Försök igen om en stund.",
                        en: "A form of the report could not be made, and nothing is published. Try again in a while."
                    ))
            }
        }
    }
}
