import Accounts
import Frame
import HTTPTypes
import Hummingbird
import Markup
import Reporting
import Vocabulary
import Web

// The memo that goes with a report to the committee.

extension ReportPages {
    func addMemo(to routes: some RouterMethods<PortalContext>) {
        routes.get(ReportPlace.pattern.memo.route) { _, context in
            let reporter = try await context.reporter(.seeReports)
            let work = try await work(context, reporter.municipality)
            return page(context).memo(try await workspace(work, reporter, context))
        }
    }
}

extension Page {
    func memo(_ workspace: Workspace) -> Document {
        let place = ReportPlace(workspace.work.identity)
        let title = say("Tjänsteskrivelse", "Memo")
        return document(
            "\(title) – \(workspace.report.title)",
            heading: "\(title), \(workspace.work.identity.month.fullName(language))",
            over: over(workspace), tag: Tag(workspace.work.state),
            back: Link(say("Alla rapporter", "All reports"), .reports), errors: workspace.typed.errors,
            status: workspace.isConflict ? .conflict : nil
        ) {
            """
            \(path["sparat"] == nil ? nil : notice(.ok, isNews: true, say("Texterna är sparade.", "The texts are saved.")))\
            \(conflict(workspace))\(workspaceTabs(place, current: place.memo))\
            \(workspace.isEditable ? memoForm(workspace) : memoText(workspace.report.memo))
            \(workspace.missing.contains("docx") ? nil : actions(
                buttonLink(say("Tjänsteskrivelse (Word)", "Memo (Word)"), .secondary, to: place.file("docx"), icon: .download)))
            """
        }
    }

    private func memoForm(_ workspace: Workspace) -> HTML {
        let memo = workspace.report.memo
        return form(to: ReportPlace(workspace.work.identity).texts) {
            """
            \(hiddenField("revision", String(workspace.work.revision)))\(hiddenField("plats", TypedTexts.memo))\(firstButton)
            \(textEditor(.committee, say("Nämndens namn, om det är ett annat", "The committee's name, if another"), rows: nil, workspace))\
            \(textEditor(.proposal, say("Förslag till beslut", "Proposed decision"), rows: 2, workspace))\
            \(textEditor(.matter, say("Ärende", "The matter"), rows: 4, workspace))\
            \(memo.areas.map { area in
                """
                <h2>\(area.heading)</h2>
                \(textEditor(.introduction(area: area.id), say("Inledning", "Introduction"), rows: 6, workspace))\
                \(textEditor(.summary(area: area.id), say("Sammanfattning, ett stycke per rad", "Summary, a paragraph a line"), rows: 12, workspace))
                """ as HTML
            })<h2>\(say("Beslutsunderlag", "Basis for the decision"))</h2>
            <ul>\(memo.basis.map { "<li>\($0)</li>" as HTML })</ul>
            \(actions(button(say("Spara texterna", "Save the texts"), name: "gor", value: "spara")))
            """
        }
    }

    private func memoText(_ memo: Reporting.Memo) -> HTML {
        """
        <div lang="sv"><h2>Förslag till beslut</h2><p>\(lines(memo.proposal.text))</p>
        <h2>Ärende</h2><p>\(lines(memo.matter.text))</p>
        \(memo.areas.map { area in
            """
            <h2>\(area.heading)</h2><p>\(lines(area.introduction.text))</p>
            <p>\(lines(area.summary.text))</p>
            """ as HTML
        })<h2>Beslutsunderlag</h2><ul>\(memo.basis.map { "<li>\($0)</li>" as HTML })</ul></div>
        """
    }
}
