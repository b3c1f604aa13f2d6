import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    func collecting(_ start: CollectingStart) -> Document {
        document(say("Insamling", "Collecting")) {
            """
            \(tiles(waiting(start)))\(start.current.map { sum($0) })\
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

    /// Where all that owe figures stand, so that the parts make the whole.
    private func sum(_ overview: Overview) -> HTML {
        let month = overview.period.month
        let part = { (words: String, count: Int, filter: OverviewFilter) -> HTML in
            let path = Path.collecting(month).with(MonthChoice.filterName, filter.word).at(Place.list)
            return link("\(self.number(count)) \(words)", path)
        }
        let count = { (statuses: [MonthStatus]) in statuses.reduce(0) { $0 + (overview.counts[$1] ?? 0) } }
        let parts: [HTML] = [
            "\(number(overview.answered.part)) \(say("har svarat", "have answered"))",
            part(say("saknas", "are missing"), count([.notDelivered, .checking]), .missing),
            part(
                say("har fel eller är återlämnade", "have errors or are returned"), count([.notApproved, .returned]),
                .notApproved),
            part(say("avstår", "decline"), count([.declined]), .declined),
        ]
        let whole = self.count(
            overview.answered.whole, sv: ("kommun", "kommuner"), en: ("municipality", "municipalities"))
        return "<p>\(capital(month)), \(whole): \(parts.joined(separator: " · "))</p>\n"
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
            Column(say("Fel eller återlämnade", "Errors or returned"), .number) { line in
                "\(line.overview.map { self.number($0.count(.notApproved)) } ?? "–")"
            },
            Column(say("Avstår", "Declining"), .number) { line in
                "\(line.overview.map { self.number($0.count(.declined)) } ?? "–")"
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
