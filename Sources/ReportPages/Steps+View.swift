import Frame
import Markup
import Reporting
import Vocabulary

extension Page {
    /// How far the report has come, and what can be done next.
    func steps(_ workspace: Workspace) -> HTML {
        let (work, may) = (workspace.work, workspace.may)
        var buttons: [HTML] = []
        var more: [HTML] = []
        switch work.state {
        case .draft where may.write:
            buttons = [
                step(
                    .lock, say("Lås uppgifterna", "Lock the figures"), work, .primary,
                    working: say("Låser uppgifterna och räknar …", "Locking the figures and counting …"))
            ]
            more = [
                say(
                    "Siffrorna följer nya uttag tills du låser dem. Texterna kan du ändra även efteråt.",
                    "The figures follow new extracts until you lock them. You can change the texts afterwards too.")
            ].map { "<p>\($0)</p>" }
        case .locked where may.write:
            buttons = [
                step(
                    .unlock, say("Lås upp", "Unlock"), work, .link,
                    working: say("Låser upp och räknar …", "Unlocking and counting …"))
            ]
            more = [newer(workspace), alone(workspace), sending(workspace)].compactMap(\.self)
        case .inReview where may.approve:
            if work.isSent(by: workspace.reader) {
                let names = workspace.approvers.map(\.name).joined(separator: ", ")
                more = [
                    alone(workspace)
                        ?? "<p>\(say("Det här är de som kan godkänna: \(names).", "These can approve it: \(names)."))</p>"
                ]
                buttons = [giveBack(.link, workspace)]
            } else {
                buttons = [
                    step(.approve, say("Godkänn", "Approve"), work, .primary), giveBack(.secondary, workspace),
                ]
            }
        case .approved where may.publish:
            buttons = [
                step(
                    .publish, say("Publicera", "Publish"), work, .primary,
                    working: say(
                        "Gör rapporten i alla former och publicerar …",
                        "Making the report in all forms and publishing …")),
                giveBack(.link, workspace),
            ]
            more = [
                """
                <p>\(say(
                    "När du publicerar kan alla läsa rapporten utan att logga in, och den ändras inte mer. Det tar några sekunder: alla filer görs då.",
                    "Once you publish everybody can read the report without signing in, and it does not change any more. It takes some seconds: all files are then made."))</p>
                """
            ]
        case .published where may.publish, .withdrawn where may.publish:
            buttons = [step(.revise, say("Gör en ny utgåva", "Make a new edition"), work, .secondary)]
        default: break
        }
        // What is open can be taken back also while its next edition is being made.
        if let open = workspace.open {
            more.append(published(open))
            if may.publish {
                buttons.append(
                    buttonLink(
                        say("Dra tillbaka det publicerade", "Withdraw what is published"), .link,
                        to: ReportPlace(work.identity).step(.withdraw)))
            }
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
            \(buttons.isEmpty ? nil : "<div class=\"actions\">\(buttons.joined(separator: "\n"))</div>" as HTML)\(working)
            """
        }
    }

    /// The edition that everybody reads: who published and who approved it.
    private func published(_ report: PublishedReport) -> HTML {
        let (approved, published) = (report.approved, report.published)
        return """
            <p>\(say(
                "Utgåva \(report.edition) är öppen för alla: publicerad \(date(published.at)) av \(published.by), godkänd \(date(approved.at)) av \(approved.by).",
                "Edition \(report.edition) is open to all: published \(date(published.at)) by \(published.by), approved \(date(approved.at)) by \(approved.by)."))
            \(link(say("Visa den öppna sidan", "Show the open page"), .published(report.identity)))</p>
            """
    }

    /// The field in which a sender says that texts from an earlier month still hold.
    static let stillHolds = "galler"

    /// The button that sends for review; over it the texts that nobody has touched since an earlier month, which are asked
    /// about.
    private func sending(_ workspace: Workspace) -> HTML {
        let (work, kept) = (workspace.work, workspace.kept)
        let items = kept.map { place, own -> HTML in
            let from = Month(iso: own.month)?.fullName(language) ?? own.month
            return """
                <li>\(link(name(place, in: workspace), workspace.place(of: place))) \
                (\(say("skriven för \(from)", "written for \(from)")))</li>

                """
        }
        let asked: HTML = """
            <p>\(say("De här texterna är oförändrade sedan en tidigare rapport:", "These texts are unchanged since an earlier report:"))</p>
            <ul>\(items)</ul>
            \(checkboxes(
                Self.stillHolds, say("Har du läst dem?", "Have you read them?"),
                [Option("ja", say("Texterna gäller fortfarande", "The texts still hold"))], errors: workspace.typed.errors))
            """
        return form(to: ReportPlace(work.identity).step(.send)) {
            """
            \(hiddenField("revision", String(work.revision)))\(kept.isEmpty ? nil : asked)\
            \(button(say("Skicka för granskning", "Send for review")))
            """
        }
    }

    /// Where it is said that something goes on, for as long as it does. Without script the browser says it.
    var working: HTML { "<p class=\"working\" role=\"status\"></p>" }

    private func giveBack(_ look: ButtonLook, _ workspace: Workspace) -> HTML {
        buttonLink(
            workspace.work.isSent(by: workspace.reader)
                ? say("Ta tillbaka", "Take back") : say("Lämna tillbaka", "Give back"), look,
            to: ReportPlace(workspace.work.identity).step(.giveBack))
    }

    /// That nobody is there who could approve the report.
    private func alone(_ workspace: Workspace) -> HTML? {
        guard workspace.approvers.isEmpty else { return nil }
        return """
            <p>\(Icon.warning) \(say(
                "Ingen annan hos er kan godkänna rapporten. Be er samordnare bjuda in en controller till.",
                "Nobody else of you can approve the report. Ask your coordinator to invite one more controller."))</p>
            """
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

    private func step(
        _ step: ReportStepWord, _ title: String, _ work: ReportWork, _ look: ButtonLook, working: String? = nil
    ) -> HTML {
        """
        <div\("data-working", is: working)>\(buttonForm(
            title, look, to: ReportPlace(work.identity).step(step), fields: [("revision", String(work.revision))]))</div>
        """
    }

    /// Why a report is given back or withdrawn.
    func why(
        _ step: ReportStepWord, _ work: ReportWork, by reader: ReportPerson, typed: String? = nil,
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        let month = work.identity.month.fullName(language)
        let (title, hint, button, look): (String, String, String, ButtonLook) =
            switch step {
            case .withdraw:
                (
                    say("Dra tillbaka rapporten för \(month)", "Withdraw the report for \(month)"),
                    say(
                        "Det du skriver visas på den öppna sidan. Rapporten går sedan inte att läsa där.",
                        "What you write is shown on the open page. The report can then not be read there."),
                    say("Dra tillbaka", "Withdraw"), .grave
                )
            case _ where work.isSent(by: reader):
                (
                    say("Ta tillbaka rapporten för \(month)", "Take back the report for \(month)"),
                    say(
                        "Vad ska du ändra? Det står i rapportens historik.",
                        "What will you change? It stands in the report's history."),
                    say("Ta tillbaka", "Take back"), .primary
                )
            default:
                (
                    say("Lämna tillbaka rapporten för \(month)", "Give back the report for \(month)"),
                    say(
                        "Vad behöver ändras? Den som gör rapporten läser det.",
                        "What needs to change? Its maker reads it."),
                    say("Lämna tillbaka", "Give back"), .primary
                )
            }
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

extension ReportWork {
    /// Whether it is `person` who sent it for review.
    fileprivate func isSent(by person: ReportPerson) -> Bool { sent?.sender == person.id }
}
