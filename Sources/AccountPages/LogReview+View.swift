import AccessLog
import Foundation
import Definitions
import Frame
import Markup
import Storage
import Vocabulary

extension Page {
    /// What has been done since the log was last gone through, and a form that says that it has been.
    func logReview(_ state: LogReviewState, note: String? = nil, _ errors: FormErrors = FormErrors()) -> Document {
        let groups = LogGroup.allCases.filter { count($0, state) > 0 }
        return document(
            say("Granska loggen", "Review the log"), back: Link(say("Händelser", "Events"), .log), errors: errors
        ) {
            """
            \(path["klart"] == nil || !errors.isEmpty
                ? nil : notice(.ok, isNews: true, say("Granskningen är sparad.", "The review has been saved.")))\
            <p>\(state.since.map {
                say("Loggen är granskad till och med \(time($0)).", "The log has been reviewed up to \(time($0)).")
            } ?? say("Loggen är inte granskad än.", "The log has not been reviewed."))</p>
            \(table(
                state.since == nil ? say("Händelser hittills", "Events so far")
                    : say("Händelser sedan dess", "Events since then"), groups,
                [
                    Column(say("Slag", "Kind"), .rowHeader) { group in
                        self.link(self.say(group.title), self.lines(of: group, state))
                    },
                    Column(say("Händelser", "Events"), .number) { "\(self.number(self.count($0, state)))" },
                    Column(say("Varav", "Of which")) { group in "\(self.parts(of: group, state))" },
                ], empty: say("Inget har hänt.", "Nothing has happened.")))\
            <h2>\(say("Titta särskilt efter", "Look especially for"))</h2>
            <ul>
            <li>\(say("många nekade försök från samma person", "many refused attempts by the same person"))</li>
            <li>\(say(
                "uttag och hämtade filer som ingen har bett om", "exports and fetched files that nobody asked for"))</li>
            <li>\(say(
                "konton, roller och nycklar som har ändrats utan skäl",
                "accounts, roles and keys changed without reason"))</li>
            </ul>
            \(form(to: .logReview) {
                """
                \(hiddenField("till", state.until.stored))\
                \(textArea(
                    "anteckning", say("Anteckning", "Note"), value: note,
                    hint: say("Vad du såg och gjorde åt det. Inga personuppgifter.",
                        "What you saw and did about it. No personal data."),
                    isOptional: true, length: AccountPages.longestNote, errors: errors))\
                \(actions(button(say(
                    "Jag har granskat loggen till och med \(time(state.until))",
                    "I have reviewed the log up to \(time(state.until))"))))
                """
            })
            \(table(
                say("Tidigare granskningar", "Earlier reviews"), state.reviews,
                [
                    Column(say("När", "When"), .rowHeader) { "\(self.time($0.at))" },
                    Column(say("Vem", "Who")) { "\($0.reviewer)" },
                    Column(say("Till och med", "Up to")) { "\(self.time($0.until))" },
                    Column(say("Anteckning", "Note")) { "\($0.note.isEmpty ? "–" : $0.note)" },
                ], empty: say("Det finns inga tidigare granskningar.", "There are no earlier reviews.")))
            """
        }
    }

    private func count(_ group: LogGroup, _ state: LogReviewState) -> Int {
        group.acts.reduce(0) { $0 + state.counts[$1, default: 0] }
    }

    private func parts(of group: LogGroup, _ state: LogReviewState) -> String {
        Act.allCases.filter { group.acts.contains($0) && state.counts[$0] != nil }
            .map { "\(say($0.title).lowercased()) \(number(state.counts[$0, default: 0]))" }.joined(separator: ", ")
    }

    private func lines(of group: LogGroup, _ state: LogReviewState) -> Path {
        Path.log.with("vad", group.rawValue).with("fran", state.since.map { Day($0).iso })
    }
}
