import Checking
import Definitions
import Foundation
import Frame
import Markup
import Review
import Vocabulary

extension Page {
    /// One free text: where it was written, and where it belongs.
    func recodeText(
        _ text: RecodeText, target: Recoding.Target? = nil, reason: String = "", errors: FormErrors = FormErrors()
    ) -> Document {
        let group = text.group
        let list = path.items.reduce(Path.recode) { $0.with($1.name, $1.value) }
        let shown = safe(group.text)
        return document(
            say("Placera en fritext", "Place a free text"),
            heading: say("Placera ”\(shown)”", "Place “\(shown)”"),
            over: "\(say(text.collection.title)) · \(say(text.table.title))",
            back: Link(say("Till fritexterna", "To the free texts"), list), errors: errors
        ) {
            """
            \(standing(text))\
            \(form(text, target ?? group.recoding?.target ?? group.suggestion, reason, errors))\
            \(places(text))\(history(text))
            """
        }
    }

    private func standing(_ text: RecodeText) -> HTML {
        let group = text.group
        let households = count(group.households, sv: ("hushåll", "hushåll"), en: ("household", "households"))
        let municipalities = count(
            group.municipalities.count, sv: ("kommun", "kommuner"), en: ("municipality", "municipalities"))
        let decision = group.recoding?.target.map { target in
            """
            <p>\(say("Beslutat:", "Decided:")) <strong>\(self.target(target, group, text.collection))</strong></p>
            \(buttonForm(say("Ångra beslutet", "Undo the decision"), to: undoing(group)))
            """ as HTML
        }
        let suggestion = group.suggestion.map { target in
            """
            <p>\(say("Förslag ur definitionen:", "Suggested by the definition:")) \
            <strong>\(self.target(target, group, text.collection))</strong>\(note(text).map { ". \($0)" } ?? "")</p>

            """ as HTML
        }
        return """
            <p>\(say("\(households) i \(municipalities).", "\(households) in \(municipalities)."))</p>
            \(suggestion)\(decision)
            """
    }

    private func undoing(_ group: FreeTextGroup) -> Path {
        path.items.reduce(Path.recode(group.key).undoing) { $0.with($1.name, $1.value) }
    }

    /// Why the definition suggests what it does.
    private func note(_ text: RecodeText) -> String? {
        let known = text.table.knownTexts
        let note = KnownWords(known.map(\.text)).first(in: text.group.text).map { say(known[$0].note) }
        return note?.isEmpty == true ? nil : note
    }

    private func form(
        _ text: RecodeText, _ target: Recoding.Target?, _ reason: String, _ errors: FormErrors
    ) -> HTML {
        let codes = text.table.recodingCodes.map { code in
            let list = text.table.fields.first { $0.code == code }?.codeList.flatMap(text.collection.codeList)
            let known = list?.codes.first { $0.value == code }
            let hint = known.map { say($0.description) }
            return Option(
                Recoding.Target.code(code).word, "\(code) \(known.map { say($0.label) } ?? "")",
                hint: hint?.isEmpty == true ? nil : hint)
        }
        let own = text.table.freeTextCode.map(String.init) ?? ""
        let others = [
            Option(
                Recoding.Target.stays.word, say("Kvar i kod \(own)", "Stays in code \(own)"),
                hint: say(
                    "Det är en insats, men ingen av de andra koderna passar.",
                    "It is a measure, but no other code suits it.")),
            Option(
                Recoding.Target.outsideModel.word, say("Utanför modellen", "Outside the model"),
                hint: say("Det är ingen insats som räknas här.", "It is no measure that counts here.")),
        ]
        return form(to: path) {
            """
            \(radios(
                RecodeField.target, say("Var hör texten hemma?", "Where does the text belong?"), codes + others,
                selected: target?.word, isLarge: true, errors: errors))\
            \(textArea(
                RecodeField.reason, say("Motivering", "Reason"), value: reason, rows: 3, isOptional: true,
                length: ReviewText.limit, errors: errors))\
            \(actions(button(say("Spara beslutet", "Keep the decision"))))
            """
        }
    }

    /// Where it was written, and how.
    private func places(_ text: RecodeText) -> HTML {
        let columns: [Frame.Column<FreeText>] = [
            Column(say("Kommun", "Municipality"), .rowHeader) { each in
                self.link(each.municipality.name, .review(each.number), about: each.month.fullName(self.language))
            },
            Column(say("Månad", "Month")) { "\(self.capital($0.month))" },
            Column(say("Skrivet så", "Written as")) { self.typed($0.text) },
            Column(say("För", "For")) { each in
                let roles = each.roles.compactMap { role in text.table.group(role).map { self.say($0.title) } }
                return "\(roles.isEmpty ? "–" : roles.joined(separator: ", "))"
            },
            Column(say("Hushåll", "Households"), .number) { "\(self.number($0.households))" },
        ]
        let list = PageOfList(of: text.group.texts.count, path)
        return """
            <h2>\(say("Här är den skriven", "Where it is written"))</h2>
            \(table(say("Kommuner som har skrivit texten", "Municipalities that wrote the text"), Array(text.group.texts[list.range]), columns, isCaptionUnseen: true, empty: ""))\
            \(pager(list, things: say("rader", "rows")))
            """
    }

    private func history(_ text: RecodeText) -> HTML? {
        guard !text.history.isEmpty else { return nil }
        let events = text.history.reversed().map { recoding in
            let what =
                recoding.target.map { target($0, text.group, text.collection) }
                ?? say("Ångrat, obeslutat igen", "Undone, undecided again")
            let why: HTML? = recoding.reason.isEmpty ? nil : "<br>\(lines(recoding.reason))"
            return (at: recoding.at, text: "<p>\(who(recoding.by)): \(what)\(why)</p>" as HTML)
        }
        return "<h2>\(say("Beslut", "Decisions"))</h2>\n\(timeline(events))"
    }
}
