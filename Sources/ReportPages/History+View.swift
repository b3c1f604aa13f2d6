import Frame
import Markup
import Reporting

extension Page {
    /// Who has done and changed what, the latest first.
    func history(_ workspace: Workspace) -> HTML {
        details(say("Vad som har hänt med rapporten", "What has happened to the report")) {
            timeline(
                workspace.history.reversed().map { step in
                    let what: HTML =
                        "\(step.step.by) \(report(step.act))\(step.reason.isEmpty ? "." : ": \(step.reason)")"
                    guard !step.changes.isEmpty else { return (step.step.at, what) }
                    return (
                        step.step.at,
                        "\(what)<ul class=\"changes\">\(step.changes.map { "<li>\(change($0, workspace))</li>" as HTML })</ul>"
                    )
                })
        }
    }

    private func change(_ change: ReportChange, _ workspace: Workspace) -> HTML {
        switch change.subject {
        case .text(let place): text(change, name(place, in: workspace))
        case .shown(let piece): "\(title(piece, workspace)): \(say("tas med", "taken in"))"
        case .left(let piece): "\(title(piece, workspace)): \(say("utelämnas", "left out"))"
        case .order: "\(say("Avsnittens ordning är ändrad", "The order of the parts has changed"))"
        }
    }

    /// A text with what stood there before and what stands there now.
    private func text(_ change: ReportChange, _ name: String) -> HTML {
        if change.before == change.after {
            return "\(name): \(say("gäller fortfarande", "still holds"))"
        }
        let texts = [(say("Före", "Before"), change.before), (say("Efter", "After"), change.after)]
        return details(name) {
            """
            <dl>\(texts.map { title, text in
                """
                <dt>\(title)</dt><dd>\(text.isEmpty
                    ? "<em>\(say("ingen egen text", "no text of our own"))</em>" as HTML : lines(text))</dd>
                """ as HTML
            })</dl>
            """
        }
    }

    /// What a part, diagram or tile is called, by its name among what is left out.
    private func title(_ piece: String, _ workspace: Workspace) -> String {
        let parts = workspace.whole.parts
        return parts.first { $0.id == piece }?.heading
            ?? parts.flatMap(\.pieces).first { $0.choice == piece }?.title ?? piece
    }
}
