import Documents
import Frame
import Markup
import Reporting
import Vocabulary

extension Page {
    /// The report as it will look, with what can be written under each diagram.
    func preview(_ workspace: Workspace) -> HTML {
        guard workspace.isEditable else { return ReportHTML(workspace.report, level: 2).body }
        let html = ReportHTML(workspace.report, level: 2)
        let parts = workspace.report.parts.map { part -> HTML in
            let diagrams = part.diagrams.map { "\(html.piece($0))\(editor($0, workspace))" as HTML }
            return """
                <section class="report-part" id="\(part.id)"><h3>\(part.heading)</h3>
                \(html.piece(part))\(diagrams)</section>

                """
        }
        return "<div class=\"report\" lang=\"sv\">\(parts)\(html.pieceOfGround)</div>"
    }

    /// What can be written about a diagram.
    private func editor(_ diagram: Diagram, _ workspace: Workspace) -> HTML {
        let (headline, comment) = (TextPlace.headline(diagram: diagram.id), TextPlace.comment(diagram: diagram.id))
        let places = [headline, comment]
        let written = workspace.places
        let isOpen = places.contains { workspace.typed.texts[$0] != nil || workspace.typed.errors[$0.name] != nil }
        let isKept = places.contains { place in
            written[place]?.own?.isKept(in: workspace.work.identity.month) == true
        }
        let isSaved = self.path["sparat"] == diagram.id
        return """
            <div class="editor" lang="\(language.rawValue)">\(isSaved ? "<p role=\"status\" class=\"saved\">\(Icon.tick) \(say("Sparat.", "Saved."))</p>" : nil)\
            \(details(say("Ändra rubrik och kommentar, diagram \(diagram.number)", "Change heading and comment, diagram \(diagram.number)"), isOpen: isOpen || isKept) {
                form(to: ReportPlace(workspace.work.identity).texts) {
                    """
                    \(hiddenField("revision", String(workspace.work.revision)))\(hiddenField("plats", diagram.id))\(firstButton)
                    \(textEditor(headline, say("Rubrik", "Heading"), rows: nil, workspace))\
                    \(textEditor(comment, say("Kommentar", "Comment"), rows: 3, workspace))\
                    \(actions(button(say("Spara", "Save"), .secondary, name: "gor", value: "spara", about: say("diagram \(diagram.number)", "diagram \(diagram.number)"))))
                    """
                }
            })</div>

            """
    }

    /// A text with where it comes from: proposed from the figures, somebody's own, or kept from an earlier month.
    func textEditor(
        _ place: TextPlace, _ label: String, rows: Int?, _ workspace: Workspace
    ) -> HTML {
        guard let written = workspace.places[place] else { return .empty }
        let month = workspace.work.identity.month
        let value = workspace.typed.texts[place] ?? written.text
        let limit = ReportText.place(place).limit
        let field: HTML =
            if let rows {
                textArea(
                    place.name, label, value: value, rows: rows, isOptional: written.proposal.isEmpty, length: limit,
                    errors: workspace.typed.errors)
            } else {
                self.field(place.name, label, value: value, length: limit, errors: workspace.typed.errors)
            }
        return """
            \(hiddenField(TypedTexts.shown(place), written.text))\
            \(written.own.flatMap { $0.isKept(in: month) ? kept($0, place) : nil })\(field)\
            \(workspace.typed.conflicts.contains(place) ? conflict(written, place, name(place, in: workspace)) : proposal(written, place))
            """
    }

    /// The text that somebody else has saved meanwhile, and which of the two is to stand.
    private func conflict(_ written: Written, _ place: TextPlace, _ name: String) -> HTML {
        let what =
            if let own = written.own {
                say(
                    "\(own.author) har sparat en annan text medan du skrev:",
                    "\(own.author) has saved another text while you wrote:")
            } else if written.text.isEmpty {
                say("Texten togs bort medan du skrev.", "The text was taken away while you wrote.")
            } else {
                say(
                    "Förslaget ur siffrorna har ändrats medan du skrev:",
                    "The proposal from the figures has changed while you wrote:")
            }
        return """
            <div class="kept"><p>\(Icon.warning) \(what)</p>\
            \(written.text.isEmpty ? nil : "<blockquote>\(lines(written.text))</blockquote>" as HTML)\
            \(radios(
                TypedTexts.choice(place),
                say("Vilken text ska gälla för \(name)?", "Which text is to stand for \(name)?"),
                [
                    Option("min", say("Din text, som står i fältet", "Your text, in the field")),
                    Option(TypedTexts.kept, say("Det som är sparat", "What is saved")),
                ], selected: "min"))</div>
            """
    }

    private func kept(_ own: OwnText, _ place: TextPlace) -> HTML {
        let from = Month(iso: own.month)?.fullName(language) ?? own.month
        return """
            <div class="kept">\(tag(Tag(Localized(sv: "Kvar från \(from)", en: "Kept from \(from)"), .warning, .warning))) \
            \(say("Skriven av \(own.author).", "Written by \(own.author).")) \
            \(button(say("Stämmer fortfarande", "Still holds"), .link, name: "gor", value: "behall:\(place.name)"))</div>
            """
    }

    private func proposal(_ written: Written, _ place: TextPlace) -> HTML? {
        guard written.own != nil, !written.proposal.isEmpty else { return nil }
        return """
            <p class="proposal"><span class="secondary-text">\(say("Förslag ur siffrorna:", "Proposed from the figures:"))</span> \
            \(lines(written.proposal)) \
            \(button(say("Använd förslaget", "Use the proposal"), .link, name: "gor", value: "forslag:\(place.name)"))</p>
            """
    }
}
