import Definitions
import Foundation
import Frame
import Markup
import Register
import Review
import Vocabulary

extension Page {
    /// - Parameters:
    ///   - message: what the reviewer has begun to write to the municipality.
    func reviewDelivery(
        _ delivery: ReviewDelivery, message: String = "", errors: FormErrors = FormErrors()
    ) -> Document {
        let receipt = delivery.receipt
        return document(
            say(
                "Granska \(receipt.municipality.name), \(receipt.month.fullName(.sv))",
                "Review \(receipt.municipality.name), \(receipt.month.fullName(.en))"),
            over: "\(say(delivery.collection.title)) · \(say("leverans", "delivery")) \(receipt.number)",
            tag: state(delivery), back: Link(say("Till kön", "To the queue"), delivery.filter.put(on: .review)),
            errors: errors
        ) {
            """
            \(news(delivery))\(standing(delivery))\(reasons(delivery))\(receiptFacts(delivery))\
            \(reviewComparisons(delivery))\(reviewWarnings(delivery))\(reviewTexts(delivery))\
            \(reviewCorrections(delivery))\(decision(delivery, message: message, errors: errors))\
            \(reviewFiles(delivery))\(versions(delivery))\(history(delivery))\(reviewFindings(delivery))
            """
        }
    }

    private func state(_ delivery: ReviewDelivery) -> Tag {
        if delivery.receipt.withdrawal != nil { return .withdrawn }
        return delivery.receipt.isCurrent ? Tag(delivery.state) : .replaced
    }

    /// What has just been decided about the one before, or that somebody else was first.
    private func news(_ delivery: ReviewDelivery) -> HTML {
        let done = delivery.done.map { decided($0, reader: delivery.reader) }
        guard path[ReviewWord.late] != nil else { return done ?? .empty }
        return (done ?? .empty)
            + notice(.warning, isNews: true, title: say("Ditt beslut är inte sparat", "Your decision is not kept")) {
                """
                <p>\(delivery.mayBeDecided
                    ? outcome(delivery.state, reader: delivery.reader)
                    : say("Leveransen räknas inte längre.", "The delivery no longer counts.")) \
                \(say("Det hände medan du tittade på den.", "It happened while you looked at it."))</p>
                """
            }
    }

    /// Why it is not one to decide on.
    private func standing(_ delivery: ReviewDelivery) -> HTML? {
        if let withdrawal = delivery.receipt.withdrawal {
            return notice(.warning) {
                """
                <p>\(say(
                    "\(who(withdrawal.sender)) drog tillbaka leveransen \(time(withdrawal.at)). Den räknas inte.",
                    "\(who(withdrawal.sender)) withdrew the delivery \(time(withdrawal.at)). It does not count."))</p>
                <p>\(say("Skälet:", "The reason:")) \(lines(withdrawal.reason))</p>
                """
            }
        }
        guard !delivery.receipt.isCurrent else { return nil }
        return notice(.info) {
            """
            <p>\(say("Kommunen har lämnat en nyare.", "The municipality has delivered a newer one.")) \
            \(delivery.newer.map { link(say("Granska \($0)", "Review \($0)"), .review($0)) })</p>
            """
        }
    }

    /// Why to look, each leading to where it is seen; and where the delivery stands in the queue.
    private func reasons(_ delivery: ReviewDelivery) -> HTML? {
        guard delivery.mayBeDecided else { return nil }
        let queue = delivery.queue
        let reasons = queue.reasons.map { reason in
            TaskItem(explained(reason, delivery), path.at(reason.kind.anchor), tag: Tag(reason))
        }
        let place = queue.place.map {
            say("Nummer \($0) av \(queue.count) i kön.", "Number \($0) of \(queue.count) in the queue.")
        }
        let next = queue.next.map { number in
            link(
                say("Hoppa till nästa", "Skip to the next"), delivery.filter.put(on: .review(number)),
                about: number.municipality.name)
        }
        return """
            \(reasons.isEmpty ? nothingSpecial(delivery) : tasks(reasons))\
            <p>\(place ?? "") <a href="#beslut">\(say("Till beslutet", "To the decision"))</a>\
            \(next.map { " · \($0)" as HTML })</p>

            """
    }

    private func nothingSpecial(_ delivery: ReviewDelivery) -> HTML? {
        guard delivery.state == .waiting else { return nil }
        return "<p>\(say("Inget särskilt att titta på.", "Nothing special to look at."))</p>\n"
    }

    private func explained(_ reason: ReviewReason, _ delivery: ReviewDelivery) -> String {
        switch reason {
        case .largeChange(let table, let from, let to, let since):
            let name = delivery.collection.table(table).map { say($0.title) } ?? table
            let than =
                since == .monthBefore
                ? say("\(delivery.receipt.month.previous.name(.sv))", delivery.receipt.month.previous.name(.en))
                : say("förra leveransen", "the delivery before")
            return say(
                "\(name): \(number(from)) hushåll i \(than), nu \(number(to)).",
                "\(name): \(number(from)) households in \(than), now \(number(to)).")
        case .late(let due):
            return say("Sista dag var \(date(due)).", "The last day was \(date(due)).")
        default: return say(reason.kind.meaning)
        }
    }

    private func receiptFacts(_ delivery: ReviewDelivery) -> HTML {
        let receipt = delivery.receipt
        let parts = receipt.parts.map { part -> HTML in
            let title = delivery.collection.table(part.table).map { say($0.title) } ?? part.table
            let rows =
                receipt.kind == .nothing
                ? say("inget att rapportera", "nothing to report")
                : count(part.rows, sv: ("hushåll", "hushåll"), en: ("household", "households"))
            return "\(title): \(rows)\(part.isCurrent ? "" : say(" (räknas inte)", " (does not count)"))"
        }
        var facts: [(name: String, value: HTML)] = [
            (
                say("Inlämnad", "Delivered"),
                "\(time(receipt.receivedAt))\(delivery.isLate ? " \(tag(.late))" as HTML : nil)"
            ),
            (say("Sista dag", "Last day"), "\(delivery.lastDay.map { date($0) } ?? "–")"),
            (say("Inlämnad av", "Delivered by"), "\(who(receipt.sender))"),
            (say("Innehåll", "Contents"), parts.joined(separator: "<br>")),
            (say("Definition", "Definition"), "version \(receipt.definitionVersion)"),
        ]
        if !receipt.checksum.isEmpty {
            facts.append((say("Kontrollsumma", "Checksum"), "<span class=\"code\">\(receipt.checksum)</span>"))
        }
        return "<h2 id=\"kvitto\">\(say("Kvitto", "Receipt"))</h2>\n\(self.facts(facts))"
    }

    /// Every delivery about the month, newest first.
    private func versions(_ delivery: ReviewDelivery) -> HTML? {
        guard delivery.versions.count > 1 else { return nil }
        let columns: [Frame.Column<Receipt>] = [
            Column(say("Leverans", "Delivery"), .rowHeader) { each in
                each.number == delivery.number
                    ? "<strong>\(each.number.description)</strong> \(self.say("(den här)", "(this one)"))"
                    : self.link(each.number.description, .review(each.number))
            },
            Column(say("Inlämnad", "Delivered")) { "\(self.time($0.receivedAt)), \(self.who($0.sender))" },
            Column(say("Hushåll", "Households"), .number) { "\(self.number($0.rows))" },
            Column(say("Läge", "State")) { each in
                let state = delivery.states[each.number] ?? .waiting
                return self.tag(each.withdrawal != nil ? .withdrawn : each.isCurrent ? Tag(state) : .replaced)
            },
        ]
        return table(
            say("Alla leveranser för månaden", "All deliveries for the month"), delivery.versions.reversed(), columns,
            empty: "")
    }

    /// What has happened to the delivery, newest first.
    private func history(_ delivery: ReviewDelivery) -> HTML {
        var events: [(at: Date, text: HTML)] = [
            (
                delivery.receipt.receivedAt,
                "<p>\(say("\(who(delivery.receipt.sender)) lämnade in.", "\(who(delivery.receipt.sender)) delivered."))</p>"
            )
        ]
        for decision in delivery.decisions {
            guard let at = decision.state.decidedAt else { continue }
            var text: HTML = "<p>\(outcome(decision.state, reader: delivery.reader))</p>"
            if case .returned(let message, _, _) = decision.state {
                text += "<blockquote>\(lines(message))</blockquote>"
            }
            events.append((at, text))
        }
        if let withdrawal = delivery.receipt.withdrawal {
            events.append(
                (
                    withdrawal.at,
                    "<p>\(say("\(who(withdrawal.sender)) drog tillbaka leveransen.", "\(who(withdrawal.sender)) withdrew the delivery."))</p>"
                ))
        }
        return "<h2>\(say("Det här har hänt", "What has happened"))</h2>\n"
            + timeline(events.sorted { $0.at < $1.at }.reversed())
    }
}
