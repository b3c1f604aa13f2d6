import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    /// "april".
    func name(_ month: Month) -> String { month.name(language) }

    /// "april 2013".
    func fullName(_ month: Month) -> String { month.fullName(language) }

    /// "April 2013", where a line begins with it.
    func capital(_ month: Month) -> String { fullName(month).capitalised }

    /// "Testinsamling 2013 · Uppsala kommun (0380)", over the heading of a page about both.
    func over(_ collection: Definitions.Collection, _ municipality: Municipality) -> String {
        "\(say(collection.title)) · \(municipality.fullName) (\(municipality.code))"
    }

    /// When to deliver at the latest, or when it can be done: "Lämna senast måndag 20 maj 2013 (4 dagar kvar)."
    func deadline(_ month: Month, _ state: PeriodState) -> String {
        switch state {
        case .notYetOpen(let opens):
            return say("Öppnar \(date(opens)).", "Opens \(date(opens)).")
        case .open(let due):
            let day = due.textWithWeekday(language)
            return say("Lämna senast \(day) (\(left(due))).", "Deliver by \(day) (\(left(due))).")
        case .pastDue(let due, let closes):
            return late(month, due)
                + (closes.map {
                    say(" Vi tar emot till och med \(date($0)).", " We receive it until \(date($0)).")
                } ?? "")
        case .closed(let since, _):
            return say("Stängd sedan \(date(since)).", "Closed since \(date(since)).")
        }
    }

    /// S03: that what is delivered now counts as late.
    func late(_ month: Month, _ due: Day) -> String {
        say(
            "Sista dag för \(name(month)) var \(due.textWithoutYear(.sv)). Du kan fortfarande lämna in, men leveransen "
                + "räknas som sen.",
            "The last day for \(name(month)) was \(due.textWithoutYear(.en)). You can still deliver, but the delivery "
                + "counts as late.")
    }

    private func left(_ due: Day) -> String {
        let days = due.days(since: today)
        guard days > 0 else { return say("i dag är sista dagen", "today is the last day") }
        return say(
            "\(count(days, sv: ("dag", "dagar"), en: ("", ""))) kvar",
            "\(count(days, sv: ("", ""), en: ("day", "days"))) left")
    }

    /// Whom to talk to, with an address to write to.
    func contact(_ contact: CollectionContact) -> HTML {
        """
        \(contact.name), <a href="mailto:\(contact.email)">\(contact.email)</a>\
        \(contact.telephone.map { ", \($0)" as HTML })
        """
    }
}
