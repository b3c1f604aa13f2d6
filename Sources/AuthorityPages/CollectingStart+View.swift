import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    func collecting(_ start: CollectingStart) -> Document {
        document(say("Insamling", "Collecting")) {
            """
            \(tiles(waiting(start)))\
            \(start.works.isEmpty
                ? notice(.info, say("Ingen insamling är upplagd.", "There is no collection.")) : nil)\
            \(start.works.map { periods($0, mayPlan: start.mayPlan) })
            """
        }
    }

    /// What waits, each leading to where it is done.
    private func waiting(_ start: CollectingStart) -> [(figure: String, text: HTML)] {
        var tiles: [(figure: String, text: HTML)] = []
        if let current = start.current {
            let month = current.period.month
            let missing = current.count(.missing)
            let words = say("saknas för \(month.fullName(.sv))", "missing for \(month.fullName(.en))")
            tiles.append((number(missing), link(words, .collecting(month).at(Place.list))))
        }
        tiles.append(
            (
                number(start.toReview),
                link(
                    start.toReview == 1
                        ? say("leverans väntar på granskning", "delivery waits for review")
                        : say("leveranser väntar på granskning", "deliveries wait for review"), .review)
            ))
        let questions = start.waiting.questions
        tiles.append(
            (
                number(questions),
                link(
                    questions == 1
                        ? say("obesvarad fråga", "unanswered question")
                        : say("obesvarade frågor", "unanswered questions"),
                    .questions)
            ))
        tiles.append(
            (
                number(start.waiting.failedMails),
                link(say("mejl som inte gick fram", "mails that did not arrive"), .failedMail)
            ))
        return tiles
    }

    private func periods(_ work: CollectingStart.Work, mayPlan: Bool) -> HTML {
        let columns: [Column<CollectingStart.Line>] = [
            Column(say("Månad", "Month"), .rowHeader) {
                self.link(self.capital($0.period.month), .collecting($0.period.month))
            },
            Column(say("Läge", "State")) { self.tag(Tag($0.period.state(on: self.today))) },
            Column(say("Öppnar", "Opens")) { "\(self.date($0.period.opens))" },
            Column(say("Sista dag", "Last day")) { "\(self.date($0.period.due))" },
            Column(say("Har svarat", "Have answered")) { "\($0.overview.map { self.rate($0.answered) } ?? "–")" },
            Column(say("Saknas", "Missing"), .number) { line in
                guard let overview = line.overview else { return "–" }
                return self.link(
                    self.number(overview.count(.missing)), Path.collecting(line.period.month).at(Place.list),
                    about: self.say("saknas för", "missing for") + " " + line.period.month.fullName(self.language))
            },
            Column(say("Nästa påminnelse", "Next reminder")) { line in
                let next = line.period.reminders.first { $0 >= self.today }
                return "\(next.map { self.date($0) } ?? "–")"
            },
            Column(say("Ändra", "Change"), isTitleUnseen: true) { line in
                self.link(
                    mayPlan ? self.say("Ändra", "Change") : self.say("Datum", "Dates"),
                    Path.collecting(line.period.month).period, about: line.period.month.fullName(self.language))
            },
        ]
        return """
            \(table(
                say(work.collection.title), work.lines, columns,
                empty: say("Insamlingen har inga månader.", "The collection has no months.")))\
            \(work.hidden == 0 ? nil : """
                <p>\(link(
                    say("Visa även \(number(work.hidden)) äldre månader", "Show \(number(work.hidden)) older months too"),
                    path.with("visa", CollectingStart.all)))</p>
                """ as HTML)
            """
    }
}
