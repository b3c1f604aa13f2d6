import Collecting
import Definitions
import Frame
import Markup
import Vocabulary

extension Page {
    func month(_ month: MonthPage, _ series: ResponseSeries) -> Document {
        let period = month.overview.period
        return document(
            say("Insamling \(period.month.fullName(.sv))", "Collecting \(period.month.fullName(.en))"),
            over: say(month.collection.title), tag: Tag(period.state(on: today)),
            crumbs: [Link(say("Insamling", "Collecting"), .collecting)]
        ) {
            """
            <p>\(dates(period)) \(link(say("Period och påminnelser", "Period and reminders"), .collecting(period.month).period))</p>
            <div class="columns"><div>\(tiles(figures(month.overview)))\(statuses(month.overview))</div>\
            <div>\(response(series))</div></div>
            <h2 id="\(Place.list)">\(say("Kommuner", "Municipalities"))</h2>
            \(chips(say("Visa", "Show"), OverviewFilter.allCases.map { chip($0, month) }))\
            \(narrowing(month))\
            \(list(month, month.rows))\
            \(counties(month.overview))
            """
        }
    }

    private func figures(_ overview: Overview) -> [(figure: String, text: HTML)] {
        let (answered, covered) = (overview.answered, overview.coverage.inhabitants)
        let answers: (figure: String, text: HTML) = (
            "\(number(answered.part)) \(say("av", "of")) \(number(answered.whole))",
            "\(say("kommuner har svarat", "municipalities have answered")) (\(share(answered)))"
        )
        // Nothing is said of the population where it is not known.
        guard covered.whole > 0 else { return [answers] }
        let least = overview.coverage.unknown > 0 ? say("minst ", "at least ") : ""
        return [
            answers, (least + share(covered), "\(say("av befolkningen bor i dem", "of the population lives in them"))"),
        ]
    }

    /// How many stand in each way; those that nobody stands in are left out.
    private func statuses(_ overview: Overview) -> HTML {
        let items = MonthStatus.allCases.reversed().compactMap { status -> HTML? in
            guard let count = overview.counts[status], count > 0 else { return nil }
            return "<li>\(tag(Tag(status)))<span>\(number(count))</span></li>\n"
        }
        return "<ul class=\"tasks\">\(items)</ul>\n"
    }

    private func chip(_ filter: OverviewFilter, _ month: MonthPage) -> Chip {
        Chip(
            say(filter.title), count: month.choice.count(filter, month.overview),
            path.with(MonthChoice.filterName, filter.word).with(MonthChoice.ticksName, nil).at(Place.list),
            isCurrent: filter == month.choice.filter)
    }

    private func narrowing(_ month: MonthPage) -> HTML {
        let choice = month.choice
        let everything = path.with(MonthChoice.countyName, nil).with(MonthChoice.searchName, nil).at(Place.list)
        let counties = [Option("", say("Alla", "All"))] + County.all.map { Option($0.code, $0.name) }
        return filterForm(
            say("Sök kommun", "Search municipality"), keeping: [MonthChoice.filterName, "sortera"], anchor: Place.list
        ) {
            """
            \(select(MonthChoice.countyName, say("Län", "County"), counties, selected: choice.county?.code ?? ""))\
            \(field(MonthChoice.searchName, say("Kommun eller kod", "Municipality or code"), .search, value: choice.sought))\
            \(button(say("Sök", "Search"), .secondary))\
            \(choice.isNarrowed ? "<p>\(link(say("Visa alla igen", "Show all again"), everything))</p>" as HTML : nil)
            """
        }
    }

    /// The share of each county, each leading to its municipalities.
    private func counties(_ overview: Overview) -> HTML {
        let columns: [Column<(county: County, answered: Rate)>] = [
            Column(say("Län", "County"), .rowHeader) { row in
                self.link(
                    row.county.name,
                    path.page.with(MonthChoice.filterName, OverviewFilter.all.word)
                        .with(MonthChoice.countyName, row.county.code).at(Place.list))
            },
            Column(say("Kommuner", "Municipalities"), .number) { "\(self.number($0.answered.whole))" },
            Column(say("Har svarat", "Have answered"), .number) { "\(self.number($0.answered.part))" },
            Column(say("Andel", "Share"), .number) { "\(self.share($0.answered))" },
        ]
        return details(say("Svar per län", "Answers by county")) {
            table(
                say(
                    "Kommuner som har svarat för \(overview.period.month.fullName(.sv)), per län",
                    "Municipalities that have answered for \(overview.period.month.fullName(.en)), by county"),
                overview.counties, columns, empty: say("Ingen kommun ska lämna.", "No municipality owes figures."))
        }
    }
}
