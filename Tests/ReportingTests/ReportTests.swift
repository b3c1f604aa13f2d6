import Definitions
import Foundation
import Testing
import Vocabulary

@testable import Indicators
@testable import Reporting

@Suite("A report")
struct ReportTests {
    private let made = MadeHistory(households: (0..<32).map { 60 - $0 }, lateOneIn: 10)

    @Test("says that it has no extract of its month, and shows no zeroes")
    func noExtract() throws {
        let early = MadeHistory(households: (0..<31).map { 60 - $0 })
        let report = Report(try early.figures("2023-08"))
        let stop = try #require(report.checks.first)
        #expect(stop.weight == .stop)
        #expect(
            stop.text
                == "Det senaste uttaget är från 5 augusti 2023. Augusti 2023 har inte hämtats efter månadens slut.")
        #expect(report.extracted == Day(iso: "2023-08-05"))
        let payments = try #require(report.diagrams.first)
        #expect(
            payments.series[0].values[7] == .missing(.notDelivered) && payments.series[0].values[6].value == 300_000)
        #expect(payments.headline.text == "Uppgift saknas för augusti 2023")
        let nothing = Report(try made.figures("2023-08", history: EventHistory([])))
        #expect(nothing.checks.first?.text == "Det finns inga uttag." && nothing.diagrams.isEmpty)
        #expect(nothing.extracted == nil)
    }

    @Test("shows each month as first extracted, and what came late by itself")
    func late() throws {
        let figures = try made.figures("2023-07")
        let report = Report(figures)
        let payments = try #require(report.diagrams.first)
        // Thirty households, of whom every tenth was paid after the extract; December 2022 was fetched with its late ones.
        #expect(payments.series[0].values[6].value == 270_000)
        #expect(payments.series[1].values[10].value == 380_000)
        let growth = try #require(figures.growth["utbetalt-bistand"])
        #expect(growth.months.first == MadeHistory.month("2022-12"))
        #expect(growth.rows.last == [270_000, 300_000])
        #expect(figures.line("utbetalningshushall")?[MadeHistory.month("2023-07")].value == 27)
    }

    @Test("says which extract is missing between two, and shows no figure that needs it")
    func gap() throws {
        let made = MadeHistory(households: (0..<32).map { 60 - $0 })
        let batches = made.history.batches.filter { Day($0.knownFrom) != Day(iso: "2023-08-05") }
        let figures = try made.figures("2023-08", history: EventHistory(batches))
        let report = Report(figures)
        #expect(
            report.checks.contains {
                $0.weight == .look
                    && $0.text
                        == "Uttag saknas mellan 5 juli 2023 och 5 september 2023: inget av dem har juli 2023. Mått som "
                        + "behöver det saknas tills det lämnas in."
            })
        #expect(figures.line("utbetalt-bistand")?[MadeHistory.month("2023-07")] == .missing(.notDelivered))
        #expect(figures.line("hushall-med-insats")?[MadeHistory.month("2023-08")] == .missing(.notDelivered))
        #expect(!Report(try made.figures("2023-08")).checks.contains { $0.text.hasPrefix("Uttag saknas") })
    }

    @Test("says which payments belong to no household that is counted")
    func unplaced() throws {
        let day = Int32(Day(first: MadeHistory.month("2023-08")).number)
        let batches = made.history.batches.map { batch in
            guard Day(batch.knownFrom) == Day(iso: "2023-09-05") else { return batch }
            var rows = batch.rows
            rows.payments.append(
                Payments.Row(key: 7, household: 4711, date: day + 9, amount: 1_200_000, purpose: day))
            return EventHistory.Batch(knownFrom: batch.knownFrom, rows: rows)
        }
        let report = Report(try made.figures("2023-08", history: EventHistory(batches)))
        let check = try #require(report.checks.first { $0.about == "utbetalningshushall" })
        #expect(
            check.text.replacing("\u{a0}", with: " ")
                == "Utbetalningshushåll: 1 utbetalning för augusti (12 000 kr) hör inte till något hushåll med öppen insats. Den "
                + "räknas i beloppet men inte bland hushållen.")
        #expect(!Report(try made.figures("2023-08")).checks.contains { $0.about == "utbetalningshushall" })
    }

    @Test("estimates nothing from three extracts, and something from four")
    func tooLittle() throws {
        for (month, isEstimated) in [("2023-02", false), ("2023-03", true)] {
            let months = MadeHistory.month(month).index - MadeHistory.first.index + 1
            let made = MadeHistory(households: (0..<Int(months)).map { 60 - $0 }, lateOneIn: 10)
            let report = Report(try made.figures(month))
            guard case .lateRegistration(let late)? = report.parts.last?.content else {
                Issue.record("no late registration")
                return
            }
            let isTold = try #require(late.figures.first?.months.map { $0.expected != nil })
            // No month has been followed longer than the oldest.
            #expect(isTold.first == false && isTold.count > 2)
            #expect(isTold.dropFirst().allSatisfy { $0 == isEstimated })
        }
    }

    @Test("has no figure of a month whose payments were not extracted, whatever else was")
    func otherTables() throws {
        let whole = made.history
        let batches = whole.batches.map { batch in
            var rows = batch.rows
            if batch.knownFrom > day("2023-09-01") { rows.payments = [] }
            return EventHistory.Batch(knownFrom: batch.knownFrom, rows: rows)
        }
        let figures = try made.figures("2023-08", history: EventHistory(batches))
        let report = Report(figures)
        let payments = try #require(report.diagrams.first)
        #expect(payments.series[0].values[7] == .missing(.notDelivered))
        #expect(payments.headline.text == "Uppgift saknas för augusti 2023")
        #expect(payments.source.hasSuffix("Uppgifter hämtade 5 augusti 2023."))
        #expect(
            report.checks.contains { $0.text.contains("Saknas: ") && $0.text.contains("Utbetalt ekonomiskt bistånd") })
        // Cases were extracted.
        #expect(figures.line("hushall-med-insats")?[MadeHistory.month("2023-08")].value != nil)
        #expect(figures.hasMonth && figures.extracted == Day(iso: "2023-09-05"))
    }

    @Test("says how months stand by the last extract, and expects nothing of one that became another")
    func betweenMonths() throws {
        let month = Int32(Day(first: MadeHistory.month("2023-05")).number)
        var rows = EventRows()
        rows.payments = [
            Payments.Row(key: 1, household: 1, date: month + 130, amount: 200_000_000, purpose: month)
        ]
        let extra = EventHistory.Batch(knownFrom: try #require(Day(iso: "2023-09-20")).start, rows: rows)
        let figures = try made.figures("2023-08", history: EventHistory(made.history.batches + [extra]))
        guard case .lateRegistration(let late)? = Report(figures).parts.last?.content else {
            Issue.record("no late registration")
            return
        }
        let months = try #require(late.figures.first?.months)
        let may = try #require(months.first { $0.month == MadeHistory.month("2023-05") })
        #expect(may.now == 2_320_000 && may.first == 290_000 && may.expected == nil)
        let june = try #require(months.first { $0.month == MadeHistory.month("2023-06") })
        #expect(june.expected != nil)
    }

    private func day(_ iso: String) -> Date { Day(iso: iso)?.start ?? .distantPast }

    @Test("leaves out and orders what its makers chose, and keeps what they wrote")
    func choices() throws {
        let figures = try made.figures("2023-08")
        var choices = ReportChoices(
            order: ["hushall", "nyckeltal"],
            left: ["utbetalningar", "diagram.oppna-utredningar", "tile.integrationsenheten"])
        let july = MadeHistory.month("2023-07")
        choices.texts[.headline(diagram: "hushall-med-insats")] = OwnText(
            text: "Färre hushåll", author: "Anna", month: july)
        choices.texts[.matter] = OwnText(text: "Avser juli 2023.", author: "Anna", month: july)
        choices.texts[.committee] = OwnText(text: "Socialnämnden", author: "Anna", month: MadeHistory.month("2023-08"))
        let report = Report(figures, choices: choices)
        #expect(report.parts.map(\.id).prefix(2) == ["hushall", "nyckeltal"])
        #expect(!report.parts.contains { $0.id == "utbetalningar" })
        #expect(report.diagrams.map(\.id).prefix(2) == ["hushall-med-insats", "aktuella-hushall"])
        #expect(report.diagrams.map(\.number) == Array(1...report.diagrams.count))
        guard case .tiles(let tiles) = report.parts[1].content else {
            Issue.record("no tiles")
            return
        }
        #expect(tiles.map(\.id) == ["utbetalt-bistand", "utbetalningshushall", "inskrivna"])
        #expect(report.diagrams[0].headline.text == "Färre hushåll" && !report.diagrams[0].headline.proposal.isEmpty)
        #expect(report.committee == "Socialnämnden")
        let kept = try #require(report.checks.first { $0.about == "hushall-med-insats" })
        #expect(kept.text.hasSuffix("texten skrevs för juli 2023. Läs om den stämmer."))
        #expect(report.checks.contains { $0.text == "Ärende: texten skrevs för juli 2023. Läs om den stämmer." })
        // What is left out of the report is not said in the memo either.
        #expect(!report.memo.areas[0].summary.text.contains("Utbetalt"))
    }

    @Test("does not compare what an earlier system did not have with what it had")
    func tiles() throws {
        let figures = try made.figures("2023-08")
        let maker = ReportMaker(figures: figures, choices: ReportChoices(), language: .sv)
        let tiles = maker.tiles(["hushall-med-insats", "inskrivna", "aktuella-hushall"])
        guard case .notComparable(let why) = tiles[0].comparison else {
            Issue.record("\(tiles[0].comparison)")
            return
        }
        #expect(why.hasPrefix("Treserva visade alla öppna ärenden"))
        #expect(tiles[1].comparison == .missing("inget uttag för månaden"))
        #expect(tiles[2].comparison == .missing("byte av verksamhetssystem"))
    }

    @Test("obeys a change of counting in tile, line, text and border")
    func changedCounting() throws {
        let base = try made.figures("2023-08")
        let text = Localized(sv: "Räknas på annat sätt.", en: "Counted otherwise.")
        let from = MadeHistory.month("2023-03")
        let indicators = base.indicators.indicators.map { indicator in
            Indicator(
                id: indicator.id, area: indicator.area, unit: indicator.unit, systems: indicator.systems,
                versions: indicator.versions,
                breaks: indicator.breaks + [IndicatorBreak(from: from, effect: .changed, text: text)])
        }
        let figures = ReportFigures(
            base.identity, definition: base.definition,
            indicators: IndicatorCollection(
                id: "x", title: text, systems: base.indicators.systems, indicators: indicators), lists: base.lists,
            history: made.history)
        let report = Report(figures)
        guard case .tiles(let tiles) = report.parts[0].content else {
            Issue.record("no tiles")
            return
        }
        #expect(tiles[0].comparison == .notComparable("Räknas på annat sätt."))
        let payments = try #require(report.diagrams.first)
        #expect(
            payments.borders == [
                Diagram.Border(place: 9, label: "Nytt verksamhetssystem okt 2022"),
                Diagram.Border(place: 2, label: "Ny räkning från mar 2023"),
            ])
        #expect(payments.notes.contains("Från mars 2023: Räknas på annat sätt."))
        #expect(payments.facts.contains("Det går inte att jämföra med augusti 2022."))
        #expect(!payments.facts.joined().contains("året före") && !payments.description.contains("Förändring"))
        #expect(payments.series.map(\.breaks) == [[2], [], []])
        #expect(payments.series.map(\.breakLabel) == ["ny räkning från mar", "nytt system från okt", nil])
    }

    @Test("flags a total of distinct pupils that is no less than the sum of the schools")
    func uniqueTotal() throws {
        let day = try #require(Day(iso: "2023-08-31"))
        let rows = ["A", "A", "B"].enumerated().map { place, school in
            SchoolRow(school: school, kind: .pupils(day), person: UInt64(place + 1))
        }
        let tables = AdultEducation([AdultEducation.Batch(knownFrom: day.start, rows: rows)]).tables
        let base = try made.figures("2023-08")
        let figures = ReportFigures(
            base.identity, definition: base.definition, indicators: base.indicators, lists: base.lists,
            history: made.history, schools: tables)
        let report = Report(figures)
        let pupils = try #require(report.diagrams.first { $0.id == "elever-per-skola" })
        #expect(pupils.total == Diagram.Total(value: 3, text: "unika personer"))
        #expect(pupils.title == "Elever per skola" && pupils.subtitle == "Antal personer, 31 augusti 2023")
        #expect(pupils.definitions.count == 1)
        #expect(report.checks.contains { $0.about == "elever-per-skola" && $0.weight == .look })
    }

    @Test("takes values somebody has counted in months without events, and says so")
    func readyMade() throws {
        let base = try made.figures("2023-08")
        let value = Measure.count(650)
        let figures = ReportFigures(
            base.identity, definition: base.definition, indicators: base.indicators, lists: base.lists,
            history: made.history, readyMade: ["inskrivna": [MadeHistory.month("2023-08"): value]])
        let enrolled = try #require(Report(figures).diagrams.first { $0.id == "inskrivna" })
        #expect(enrolled.series[0].values[7].value == 650)
        #expect(enrolled.notes.contains("Augusti 2023: ifyllt för hand."))
        // All there is of it was filled in, and comes from no system; of payments nothing was.
        #expect(enrolled.source == "Ifyllt för hand.")
        let report = Report(figures)
        #expect(report.tiles.map(\.handMade) == [[], [], [MadeHistory.month("2023-08")], []])
        #expect(report.diagrams[0].source.hasPrefix("Treserva till och med september 2022, Lifecare"))
        // Nothing extracted for August: the last value is filled in, the others are counted.
        let early = MadeHistory(households: (0..<31).map { 60 - $0 })
        let partly = Report(
            ReportFigures(
                base.identity, definition: base.definition, indicators: base.indicators, lists: base.lists,
                history: early.history,
                readyMade: ["utbetalt-bistand": [MadeHistory.month("2023-08"): .money(29_000_000)]]))
        #expect(partly.tiles[0].value.value == 290_000 && partly.tiles[0].handMade == [MadeHistory.month("2023-08")])
        #expect(
            partly.diagrams[0].source.hasSuffix("Uppgifter hämtade 5 augusti 2023. Delvis ifyllt för hand."))
    }

    @Test("is whole in English")
    func english() throws {
        let report = Report(try made.figures("2023-08"), language: .en)
        #expect(report.title == "Committee report August 2023")
        let texts =
            report.diagrams.flatMap { [$0.title, $0.headline.text, $0.subtitle, $0.description] + $0.facts + $0.notes }
            + report.sources + report.checks.map(\.text) + report.memo.areas.map(\.summary.text)
        for text in texts {
            #expect(!text.contains { "åäöÅÄÖ".contains($0) } && !text.isEmpty, "\(text)")
        }
    }
}
