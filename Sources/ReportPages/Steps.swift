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
                return page(context).why(step, try await work(context, reporter.municipality))
            }
        }
    }

    private func take(_ step: ReportStepWord, _ request: Request, _ context: PortalContext) async throws -> Response {
        let reporter = try await context.reporter(step.permission)
        let work = try await work(context, reporter.municipality)
        let form = try await Form.read(request)
        let (page, reason) = (page(context), form["skal"] ?? "")
        let act = try await act(step, work, reporter, reason: reason, page)
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
            return page.why(step, work, typed: typed, FormErrors("skal", fault)).response
        }
        return .see(ReportPlace(work.identity).path.text)
    }

    private func act(
        _ step: ReportStepWord, _ work: ReportWork, _ reporter: Reporter, reason: String, _ page: Page
    ) async throws -> ReportAct {
        switch step {
        case .lock: return .lock(knownUntil: rooms.now())
        case .unlock: return .unlock
        case .send: return .send
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

extension Page {
    /// How far the report has come, and what can be done next.
    func steps(_ workspace: Workspace) -> HTML {
        let (work, may) = (workspace.work, workspace.may)
        var buttons: [HTML] = []
        var more: [HTML] = []
        switch work.state {
        case .draft where may.write:
            buttons = [step(.lock, say("Lås uppgifterna", "Lock the figures"), work, .primary)]
            more = [
                say(
                    "Siffrorna följer nya uttag tills du låser dem. Texterna kan du ändra även efteråt.",
                    "The figures follow new extracts until you lock them. You can change the texts afterwards too.")
            ].map { "<p>\($0)</p>" }
        case .locked where may.write:
            buttons = [
                step(.send, say("Skicka för granskning", "Send for review"), work, .primary),
                step(.unlock, say("Lås upp", "Unlock"), work, .link),
            ]
            more = [newer(workspace)].compactMap(\.self)
        case .inReview where may.approve:
            if work.sent?.sender == workspace.reader.id {
                more = ["<p>\(say("Någon annan än du godkänner.", "Somebody else than you approves."))</p>"]
                buttons = [
                    buttonLink(say("Ta tillbaka", "Take back"), .link, to: ReportPlace(work.identity).step(.giveBack))
                ]
            } else {
                buttons = [
                    step(.approve, say("Godkänn", "Approve"), work, .primary),
                    buttonLink(
                        say("Lämna tillbaka", "Give back"), .secondary, to: ReportPlace(work.identity).step(.giveBack)),
                ]
            }
        case .approved where may.publish:
            buttons = [
                step(.publish, say("Publicera", "Publish"), work, .primary),
                buttonLink(say("Lämna tillbaka", "Give back"), .link, to: ReportPlace(work.identity).step(.giveBack)),
            ]
            more = [
                """
                <p>\(say(
                    "När du publicerar kan alla läsa rapporten utan att logga in, och den ändras inte mer.",
                    "Once you publish everybody can read the report without signing in, and it does not change any more."))</p>
                """
            ]
        case .published:
            more = [
                "<p>\(link(say("Öppna den publicerade sidan", "Open the published page"), .published(work.identity)))</p>"
            ]
            if may.publish {
                buttons = [step(.revise, say("Gör en ny utgåva", "Make a new edition"), work, .secondary)]
            }
        case .withdrawn where may.publish:
            buttons = [step(.revise, say("Gör en ny utgåva", "Make a new edition"), work, .secondary)]
        default: break
        }
        // What is open can be taken back also while its next edition is being made.
        if workspace.isOpen, may.publish {
            buttons.append(
                buttonLink(
                    say("Dra tillbaka det publicerade", "Withdraw what is published"), .link,
                    to: ReportPlace(work.identity).step(.withdraw)))
        }
        let tone: Tone =
            switch work.state {
            case .published: .ok
            case .withdrawn: .warning
            default: work.givenBack != nil && work.isEditable ? .warning : .info
            }
        return notice(tone) {
            """
            <p>\(standing(work))\(work.edition > 1 ? " \(say("Utgåva", "Edition")) \(work.edition)." : "")</p>\(more)\
            \(buttons.isEmpty ? nil : "<div class=\"actions\">\(buttons.joined(separator: "\n"))</div>" as HTML)
            """
        }
    }

    /// That something has been extracted since the figures were locked.
    private func newer(_ workspace: Workspace) -> HTML? {
        guard let newer = workspace.newer else { return nil }
        return """
            <p>\(say(
                "Ett uttag från \(date(newer)) har kommit sedan uppgifterna låstes. Lås upp för att ta med det.",
                "An extract of \(date(newer)) has come since the figures were locked. Unlock to include it."))</p>
            """
    }

    private func step(_ step: ReportStepWord, _ title: String, _ work: ReportWork, _ look: ButtonLook) -> HTML {
        buttonForm(
            title, look, to: ReportPlace(work.identity).step(step), fields: [("revision", String(work.revision))])
    }

    /// Why a report is given back or withdrawn.
    func why(
        _ step: ReportStepWord, _ work: ReportWork, typed: String? = nil, _ errors: FormErrors = FormErrors()
    ) -> Document {
        let month = work.identity.month.fullName(language)
        let (title, hint, button, look): (String, String, String, ButtonLook) =
            step == .giveBack
            ? (
                say("Lämna tillbaka rapporten för \(month)", "Give back the report for \(month)"),
                say(
                    "Vad behöver ändras? Den som gör rapporten läser det.", "What needs to change? Its maker reads it."),
                say("Lämna tillbaka", "Give back"), .primary
            )
            : (
                say("Dra tillbaka rapporten för \(month)", "Withdraw the report for \(month)"),
                say(
                    "Det du skriver visas på den öppna sidan. Rapporten går sedan inte att läsa där.",
                    "What you write is shown on the open page. The report can then not be read there."),
                say("Dra tillbaka", "Withdraw"), .grave
            )
        let place = ReportPlace(work.identity)
        return document(title, back: Link(say("Till rapporten", "To the report"), place.path), errors: errors) {
            form(to: place.step(step)) {
                """
                \(hiddenField("revision", String(work.revision)))\
                \(textArea("skal", say("Varför?", "Why?"), value: typed, hint: hint, length: ReportText.reason.limit, errors: errors))\
                \(actions(self.button(button, look), link(say("Avbryt", "Cancel"), place.path)))
                """
            }
        }
    }
}
