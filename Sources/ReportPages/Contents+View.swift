import Frame
import Markup
import Reporting

extension Page {
    /// Which parts are shown, and in which order: every button sends the whole form.
    func contents(_ workspace: Workspace) -> HTML {
        let left = workspace.work.choices.left
        let parts = workspace.whole.parts
        let items = parts.enumerated().map { place, part -> HTML in
            """
            <li>\(tick(part.id, part.heading, isTicked: !left.contains(part.id)))\
            <div class="move">\(place > 0 ? move("upp", part, .up) : nil)\
            \(place < parts.count - 1 ? move("ned", part, .down) : nil)</div>\
            \(part.pieces.isEmpty ? nil : """
                <ul>\(part.pieces.map { piece in
                    "<li>\(tick(piece.choice, piece.title, isTicked: !left.contains(piece.choice)))</li>\n" as HTML
                })</ul>
                """ as HTML)</li>

            """
        }
        let ticked = parts.flatMap { [$0.id] + $0.pieces.map(\.choice) }.filter { !left.contains($0) }
        return """
            <section class="contents" id="innehall" aria-labelledby="innehall-rubrik">
            <h2 id="innehall-rubrik">\(say("Innehåll", "Contents"))</h2>
            \(form(to: ReportPlace(workspace.work.identity).choices) {
                """
                \(hiddenField(ReportPages.ticked, ticked.joined(separator: " ")))\(firstButton)
                <ol>\(items)</ol>
                <div class="keep">\(button(say("Spara urvalet", "Save the choice"), .secondary))</div>
                """
            })</section>
            """
    }

    /// The button that the Enter key presses: the first of a form, whatever other buttons it has.
    var firstButton: HTML {
        "<button class=\"hidden\" name=\"gor\" value=\"spara\" tabindex=\"-1\" aria-hidden=\"true\"></button>"
    }

    private func tick(_ value: String, _ label: String, isTicked: Bool) -> HTML {
        let id = "visa-\(value.replacing(".", with: "-"))"
        return """
            <span class="tick"><input type="checkbox" id="\(id)" name="visa" value="\(value)"\("checked", if: isTicked)>\
            <label for="\(id)">\(label)</label></span>
            """
    }

    private func move(_ word: String, _ part: ReportPart, _ icon: Icon) -> HTML {
        let title = word == "upp" ? say("Flytta upp", "Move up") : say("Flytta ned", "Move down")
        return """
            <button class="mini" name="flytta" value="\(word).\(part.id)" title="\(title)">\
            \(icon)<span class="hidden">\(title) \(part.heading)</span></button>
            """
    }
}
