import Definitions
import Frame
import Markup
import Register
import Review
import Vocabulary

extension Page {
    func reviewQueue(_ queue: ReviewQueue) -> Document {
        document(say("Granska", "Review"), over: say(queue.collection.title)) {
            """
            \(reviewTabs(freeTexts: queue.freeTexts))\(queue.done.map { decided($0, reader: queue.reader) })\
            \(choose(queue.collection, among: queue.collections))\(narrowing(queue))\(list(queue))\
            \(automatic(queue))
            """
        }
    }

    /// The two kinds of work there are here.
    func reviewTabs(freeTexts: Int) -> HTML {
        let kept = [ReviewWord.collection]
        return tabs(
            say("Granska", "Review"),
            [
                Link(say("Leveranser", "Deliveries"), Path.review.carrying(kept, of: path)),
                Link(
                    say("Fritexter att placera (\(freeTexts))", "Free texts to place (\(freeTexts))"),
                    Path.recode.carrying(kept, of: path)),
            ], current: path.page.carrying(kept, of: path))
    }

    /// What has just been decided, read out.
    func decided(_ decision: Decision, reader: String) -> HTML {
        let what = "\(decision.number.municipality.name), \(decision.number.month.fullName(language))"
        let link = link(decision.number.description, .review(decision.number))
        return notice(decision.state.isApproved ? .ok : .info, isNews: true) {
            "<p><strong>\(what):</strong> \(outcome(decision.state, reader: reader)) \(link)</p>"
        }
    }

    /// "Du godkände leveransen 4 april 2013 kl. 9.12."
    func outcome(_ state: ReviewState, reader: String) -> String {
        switch state {
        case .waiting: return say("Ingen har beslutat än.", "Nobody has decided yet.")
        case .approvedAutomatically(let at):
            return say(
                "Leveransen godkändes automatiskt \(time(at)).", "The delivery was approved automatically \(time(at)).")
        case .approved(let by, let at):
            let who = by == reader ? say("Du", "You") : who(by)
            return say("\(who) godkände leveransen \(time(at)).", "\(who) approved the delivery \(time(at)).")
        case .returned(_, let by, let at):
            let who = by == reader ? say("Du", "You") : who(by)
            return say("\(who) återlämnade leveransen \(time(at)).", "\(who) returned the delivery \(time(at)).")
        }
    }

    private func narrowing(_ queue: ReviewQueue) -> HTML? {
        guard !queue.all.isEmpty else { return nil }
        let filter = queue.filter
        let inMonth = queue.all.filter { filter.month == nil || $0.receipt.month == filter.month }
        let reasons = ReviewFilter.Reason.all.map { reason in (reason, inMonth.count(where: reason.shows)) }
            .filter { $0.1 > 0 || $0.0 == filter.reason }
            .map { reason, count in
                Chip(
                    say(reason.title), count: count, path.with(ReviewWord.reason, reason.word).narrowed,
                    isCurrent: reason == filter.reason)
            }
        let months = queue.months.map { month in
            Chip(
                capital(month), count: queue.all.count { $0.receipt.month == month },
                path.with(ReviewWord.month, month.iso).narrowed, isCurrent: month == filter.month)
        }
        let allMonths = Chip(
            say("Alla månader", "All months"), count: queue.all.count, path.with(ReviewWord.month, nil).narrowed,
            isCurrent: filter.month == nil)
        let allReasons = Chip(
            say("Alla", "All"), count: inMonth.count, path.with(ReviewWord.reason, nil).narrowed,
            isCurrent: filter.reason == nil)
        return """
            \(months.count > 1 || filter.month != nil ? chips(say("Månader", "Months"), [allMonths] + months) : nil)\
            \(chips(say("Skäl att titta", "Reasons to look"), [allReasons] + reasons))
            """
    }

    private func list(_ queue: ReviewQueue) -> HTML {
        let shown = queue.shown
        let part = PageOfList(of: shown.count, path)
        let columns: [Column<WaitingDelivery>] = [
            Column(say("Kommun", "Municipality"), .rowHeader) { waiting in
                self.link(
                    waiting.receipt.municipality.name, queue.filter.put(on: .review(waiting.receipt.number)),
                    about: waiting.receipt.month.fullName(self.language))
            },
            Column(say("Månad", "Month")) { "\(self.capital($0.receipt.month))" },
            Column(say("Kom in", "Came in")) { "\(self.time($0.receipt.receivedAt))" },
            Column(say("Har väntat", "Has waited")) { "\(self.wait($0.receipt))" },
            Column(say("Hushåll", "Households"), .number) { "\(self.number($0.receipt.rows))" },
            Column(say("Skäl att titta", "Reasons to look")) { waiting in
                waiting.reasons.isEmpty ? "–" : waiting.reasons.map { self.tag(Tag($0)) }.joined(separator: " ")
            },
        ]
        let caption = count(
            shown.count, sv: ("leverans väntar, äldst först", "leveranser väntar, äldst först"),
            en: ("delivery waits, oldest first", "deliveries wait, oldest first"))
        let first = shown.first.map { oldest in
            actions(
                buttonLink(
                    say("Granska den äldsta", "Review the oldest"),
                    to: queue.filter.put(on: .review(oldest.receipt.number))))
        }
        return """
            \(first)\(table(caption, Array(shown[part.range]), columns, empty: empty(queue)))\
            \(pager(part, things: say("leveranser", "deliveries")))
            """
    }

    private func empty(_ queue: ReviewQueue) -> String {
        queue.all.isEmpty
            ? say("Ingen leverans väntar på granskning.", "No delivery waits for review.")
            : say("Ingen av dem som väntar stämmer med urvalet.", "None of those that wait matches.")
    }

    /// "3 dagar", from when it came.
    private func wait(_ receipt: Receipt) -> String {
        let days = today.days(since: Day(receipt.receivedAt))
        return days > 0 ? count(days, sv: ("dag", "dagar"), en: ("day", "days")) : say("I dag", "Today")
    }

    private func automatic(_ queue: ReviewQueue) -> HTML {
        let change = link(
            say("Ändra", "Change"), Path.automaticApproval.with(ReviewWord.collection, queue.collection.id),
            about: say("vad som godkänns automatiskt", "what is approved automatically"))
        return """
            <h2>\(say("Automatiskt godkännande", "Automatic approval"))</h2>
            <p>\(meaning(of: queue.setting)) \(change)</p>

            """
    }

    /// What is approved without anyone looking, in a sentence.
    func meaning(of setting: AutomaticApproval) -> String {
        guard setting.isOn else {
            return say(
                "Av. Alla leveranser väntar på en granskare.", "Off. All deliveries wait for a reviewer.")
        }
        let kinds = ReviewReason.Kind.allCases.filter(setting.blocking.contains).map { say($0.title).lowercased() }
        guard !kinds.isEmpty else {
            return say(
                "På. Alla leveranser godkänns utan att någon tittar.",
                "On. All deliveries are approved without anyone looking.")
        }
        let list = language.list(kinds)
        return say(
            "På. En leverans godkänns utan att någon tittar, om inget av det här gäller den: \(list).",
            "On. A delivery is approved without anyone looking, unless any of this is true of it: \(list).")
    }
}

extension Path {
    /// The same list from its beginning, without what has just been done.
    fileprivate var narrowed: Path { with("sida", nil).with(ReviewWord.done, nil) }
}
