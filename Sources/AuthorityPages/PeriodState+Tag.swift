import Collecting
import Frame
import Vocabulary

extension Tag {
    /// How a period stands.
    init(_ state: PeriodState) {
        switch state {
        case .notYetOpen: self.init(Localized(sv: "Ej öppnad", en: "Not yet open"), .none, .plain)
        case .open: self.init(Localized(sv: "Öppen", en: "Open"), .tick, .ok)
        case .pastDue: self.init(Localized(sv: "Efter sista dag", en: "Past its last day"), .clock, .warning)
        case .closed: self.init(Localized(sv: "Stängd", en: "Closed"), .none, .plain)
        }
    }
}

extension Page {
    /// The dates of a month in a sentence: "Sista dag 20 maj 2013. I dag är det 16 maj: 4 dagar kvar."
    func dates(_ period: Period) -> String {
        let now = today.textWithoutYear(language)
        switch period.state(on: today) {
        case .notYetOpen(let opens):
            return say(
                "Öppnar \(date(opens)). Sista dag blir \(date(period.due)).",
                "Opens \(date(opens)). The last day will be \(date(period.due)).")
        case .open(let due):
            let left = due.days(since: today)
            guard left > 0 else { return say("I dag är sista dagen.", "Today is the last day.") }
            let days = count(left, sv: ("dag kvar", "dagar kvar"), en: ("day left", "days left"))
            return say(
                "Sista dag är \(date(due)). I dag är det \(now): \(days).",
                "The last day is \(date(due)). Today is \(now): \(days).")
        case .pastDue(let due, let closes):
            let until = closes.map {
                say(" Sena svar tas emot till och med \(date($0)).", " Late answers are received until \(date($0)).")
            }
            return say(
                "Sista dag var \(date(due)). I dag är det \(now).", "The last day was \(date(due)). Today is \(now).")
                + (until ?? "")
        case .closed(let since, _):
            return say("Stängd sedan \(date(since)).", "Closed since \(date(since)).")
        }
    }
}
