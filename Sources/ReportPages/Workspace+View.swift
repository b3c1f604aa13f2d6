import Documents
import Frame
import HTTPTypes
import Markup
import Reporting
import Vocabulary

extension Page {
    func workspace(_ workspace: Workspace) -> Document {
        let place = ReportPlace(workspace.work.identity)
        return document(
            workspace.report.title, over: over(workspace), tag: Tag(workspace.work.state),
            back: Link(say("Alla rapporter", "All reports"), .reports), errors: workspace.typed.errors,
            status: workspace.isConflict ? .conflict : nil
        ) {
            """
            \(conflict(workspace))\(steps(workspace))\(checks(workspace))\
            \(workspaceTabs(place, current: place.path))\
            \(forms(workspace))
            <div class="workspace">
            \(workspace.isEditable ? contents(workspace) : nil)
            <div class="preview" id="forhandsvisning">
            <h2 class="hidden">\(say("Förhandsvisning", "Preview"))</h2>
            \(inSwedish)\(preview(workspace))
            </div>
            </div>
            \(history(workspace))
            <p>\(link(say("Hjälp om rapporter", "Help with reports"), .reportHelp))</p>
            """
        }
    }

    func over(_ workspace: Workspace) -> String {
        let day = workspace.report.extracted.map {
            " · " + say("uppgifter hämtade \(date($0))", "figures extracted \(date($0))")
        }
        return workspace.report.committee + ", " + workspace.work.identity.municipality.fullName + (day ?? "")
    }

    func workspaceTabs(_ place: ReportPlace, current: Path) -> HTML {
        tabs(
            say("Delar av arbetet", "Parts of the work"),
            [
                Link(say("Rapporten", "The report"), place.path),
                Link(say("Tjänsteskrivelsen", "The memo"), place.memo),
            ], current: current)
    }

    /// That what was typed is not saved, because somebody else was there first.
    func conflict(_ workspace: Workspace) -> HTML? {
        guard workspace.isConflict else { return nil }
        let (typed, step) = (workspace.typed, workspace.work.changed)
        let (places, texts) = (
            typed.conflicts.sorted { $0.name < $1.name }, typed.texts.sorted { $0.key.name < $1.key.name }
        )
        return notice(.warning, isNews: true) {
            workspace.isEditable
                ? """
                <p>\(say(
                    "\(step.by) ändrade rapporten \(clock(step.at)) medan du skrev. Det du skrev står i fälten men är inte sparat. Välj vilken text som ska gälla och spara:",
                    "\(step.by) changed the report \(clock(step.at)) while you wrote. What you wrote is in the fields but is not saved. Choose which text is to stand, and save:"))</p>
                <ul>\(places.map { "<li><a href=\"#\($0.name)\">\(name($0, in: workspace))</a></li>" as HTML })</ul>
                """
                : """
                <p>\(say(
                    "\(step.by) tog rapporten vidare \(clock(step.at)) medan du skrev. Det här är inte sparat. Kopiera det du vill ha kvar.",
                    "\(step.by) moved the report on \(clock(step.at)) while you wrote. This is not saved. Copy what you want to keep."))</p>
                <dl>\(texts.map { "<dt>\(name($0, in: workspace))</dt><dd>\(lines($1))</dd>" as HTML })</dl>
                """
        }
    }

    /// What its makers should know, what stops it first.
    private func checks(_ workspace: Workspace) -> HTML {
        let checks = workspace.report.checks
        // Of what everybody reads already there is nothing left to look at.
        switch workspace.work.state {
        case .published, .withdrawn: return .empty
        default: if checks.isEmpty { return .empty }
        }
        let diagrams = Set(workspace.report.diagrams.map(\.id))
        let areas = Set(workspace.report.memo.areas.map(\.id))
        let place = ReportPlace(workspace.work.identity)
        let lines = checks.map { check -> HTML in
            let (icon, word, style): (Icon, String, String) =
                switch check.weight {
                case .fine: (.tick, say("Klart:", "Fine:"), "ok")
                case .look: (.warning, say("Se över:", "Look at:"), "warning")
                case .stop: (.cross, say("Hinder:", "Stops:"), "error")
                }
            let more = check.about.flatMap { about -> HTML? in
                if diagrams.contains(about) {
                    return
                        " \(link(say("Visa", "Show"), place.path.at(ReportPlace.anchor(about)), about: say("diagrammet", "the diagram")))"
                }
                guard areas.contains(about) else { return nil }
                return " \(link(say("Visa", "Show"), place.memo, about: say("tjänsteskrivelsen", "the memo")))"
            }
            return "<li class=\"\(style)\">\(icon)<span>\(unseen(word))\(check.text)\(more)</span></li>\n"
        }
        let few = 5
        let rest: HTML? =
            lines.count > few + 1
            ? details(say("Visa \(lines.count - few) till", "Show \(lines.count - few) more")) {
                "<ul class=\"checks\">\(lines.dropFirst(few))</ul>"
            } : nil
        return """
            <section aria-labelledby="kontroll"><h2 id="kontroll">\(say("Kontroll", "Checks"))</h2>
            <ul class="checks">\(rest == nil ? lines : Array(lines.prefix(few)))</ul>\(rest)</section>

            """
    }

    /// The forms it can be fetched in.
    private func forms(_ workspace: Workspace) -> HTML {
        let place = ReportPlace(workspace.work.identity)
        let links = DocumentForm.inOrder.filter { !workspace.missing.contains($0.rawValue) }.map { form in
            let (name, link) = (say(form.title), place.file(form.rawValue))
            return """
                <span data-working="\(say("Gör rapporten: \(name) …", "Making the report: \(name) …"))" \
                data-done="\(say("\(name) är hämtad.", "\(name) has been fetched."))">\
                \(buttonLink(name, .secondary, to: link, icon: .download))</span>
                """ as HTML
        }
        return """
            <section class="make" aria-labelledby="skapa"><h2 id="skapa">\(say("Skapa", "Make"))</h2>
            <div class="actions">\(links.joined(separator: "\n"))</div>
            <p class="secondary-text">\(say(
                "Filen görs när du hämtar den. Det tar några sekunder.",
                "The file is made when you fetch it. It takes some seconds."))</p>\(working)\
            \(workspace.missing.contains(DocumentForm.pdf.rawValue) ? withoutPDF : nil)</section>

            """
    }

    var withoutPDF: HTML {
        """
        <p>\(say(
            "PDF: hämta webbsidan, öppna den och skriv ut eller spara som pdf i webbläsaren.",
            "PDF: fetch the web page, open it and print or save it as PDF in the browser."))</p>
        """
    }
}

extension DocumentForm {
    /// What a committee asks for first, first.
    static let inOrder: [DocumentForm] = [.pdf, .html, .pptx, .docx, .xlsx]

    /// What its button says.
    var title: Localized {
        switch self {
        case .html: Localized(sv: "Webbsida", en: "Web page")
        case .pdf: Localized(sv: "PDF", en: "PDF")
        case .pptx: Localized(sv: "PowerPoint", en: "PowerPoint")
        case .docx: Localized(sv: "Tjänsteskrivelse (Word)", en: "Memo (Word)")
        case .xlsx: Localized(sv: "Siffror (Excel)", en: "Figures (Excel)")
        }
    }
}
