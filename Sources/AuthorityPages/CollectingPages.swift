import Collecting
import Frame
import Hummingbird
import Vocabulary

extension AuthorityPages {
    func addCollecting(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.collecting.route, use: collecting)
        addMonth(to: routes)
        addPeriod(to: routes)
        addReminders(to: routes)
        addMoreTime(to: routes)
        addMunicipality(to: routes)
        addObligations(to: routes)
        addQuestions(to: routes)
        addWeek(to: routes)
        addRegistry(to: routes)
    }
}

extension FormErrors {
    /// What is to be mended after `error`, at `field`; `nil` for what no form can mend.
    init?(_ error: CollectingError, at field: String, on page: Page) {
        guard let words = error.words else { return nil }
        self.init(field, page.say(words))
    }
}

extension Page {
    /// "April 2013", where a line begins with it.
    func capital(_ month: Month) -> String { month.fullName(language).capitalised }

    /// Whoever did something, without the address that the log has too.
    func who(_ actor: String) -> String {
        if actor == Collecting.automatic { return say("Automatiskt", "Automatically") }
        return actor.firstRange(of: " <").map { String(actor[..<$0.lowerBound]) } ?? actor
    }

    /// "247 av 290 (85 %)".
    func rate(_ rate: Rate) -> String {
        let share = rate.whole > 0 ? " (\(share(rate)))" : ""
        return "\(number(rate.part)) \(say("av", "of")) \(number(rate.whole))\(share)"
    }

    /// "85 %": whole, but 0 and 100 only of nothing and all.
    func share(_ rate: Rate) -> String {
        guard rate.whole > 0 else { return "–" }
        let share = (200 * rate.part + rate.whole) / (2 * rate.whole)
        return "\(rate.part == 0 || rate.part >= rate.whole ? share : min(max(share, 1), 99))\u{a0}%"
    }
}
