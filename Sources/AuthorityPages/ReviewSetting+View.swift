import Definitions
import Frame
import Markup
import Review
import Vocabulary

extension Page {
    func automaticApproval(_ setting: ReviewSetting) -> Document {
        document(
            say("Automatiskt godkännande", "Automatic approval"), over: say(setting.collection.title),
            back: Link(say("Till kön", "To the queue"), .review)
        ) {
            """
            \(path[ReviewWord.done] == nil ? nil : saved(setting))\
            \(choose(setting.collection, among: setting.collections))\(form(setting))\(history(setting))
            """
        }
    }

    private func saved(_ setting: ReviewSetting) -> HTML {
        let through = setting.letThrough
        let now =
            through > 0
            ? say(
                " \(count(through, sv: ("leverans som väntar", "leveranser som väntar"), en: ("", ""))) godkänns inom en minut.",
                " \(count(through, sv: ("", ""), en: ("delivery that waits is", "deliveries that wait are"))) approved within a minute."
            ) : ""
        return notice(.ok, isNews: true, say("Inställningen är sparad.", "The setting is saved.") + now)
    }

    private func form(_ setting: ReviewSetting) -> HTML {
        let kinds = ReviewReason.Kind.allCases.map { Option($0.word, say($0.title), hint: say($0.meaning)) }
        return form(to: path.with(ReviewWord.done, nil)) {
            """
            <p>\(say(
                "En leverans där inget sticker ut kan godkännas direkt, så att granskarna får tid till de andra. Kommunen får besked på samma sätt.",
                "A delivery where nothing stands out can be approved at once, so that reviewers have time for the others. The municipality is told in the same way."
            ))</p>
            \(radios(
                ReviewSetting.isOn, say("Godkänn automatiskt", "Approve automatically"),
                [Option(ReviewSetting.on, say("På", "On")), Option(ReviewSetting.off, say("Av", "Off"))],
                selected: setting.current.isOn ? ReviewSetting.on : ReviewSetting.off))\
            \(checkboxes(
                ReviewSetting.reasons, say("En granskare ska alltid titta när", "A reviewer is always to look when"), kinds,
                selected: Set(setting.current.blocking.map(\.word))))\
            \(actions(button(say("Spara", "Save"))))
            """
        }
    }

    private func history(_ setting: ReviewSetting) -> HTML {
        let events = setting.history.reversed().map { change in
            (
                at: change.at,
                text: """
                <p>\(change.by == setting.reader ? say("Du", "You") : who(change.by)): \(meaning(of: change.setting))</p>
                """ as HTML
            )
        }
        let since = say(
            "Ingen har ändrat. Det som gäller från början: \(meaning(of: .standard))",
            "Nobody has changed it. What holds from the beginning: \(meaning(of: .standard))")
        return """
            <h2>\(say("Vem har ändrat", "Who has changed it"))</h2>
            \(events.isEmpty ? "<p>\(since)</p>" : timeline(events))
            """
    }
}
