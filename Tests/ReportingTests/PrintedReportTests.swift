import Definitions
import Foundation
import Indicators
import TestSupport
import Testing
import Vocabulary

@testable import Reporting

/// The reports of August and November 2023 as the committee had them, from raw exports.
@Suite("The printed reports", .fewAtATime)
struct PrintedReportTests {
    @Test(
        "have the key figures of their first pages",
        arguments: [
            (
                "2023-08",
                [
                    "Utbetalt ekonomiskt bistånd: 23 887 841 kr, 24 615 318 kr, −727 477 kr (−3,0 %)",
                    "Utbetalningshushåll: 2 160, 2 386, −226 (−9,5 %)",
                    "Antal inskrivna i Arbetsmarknad: 654, 371, +283 (+76,3 %)",
                    "Antal hushåll med insats ekonomiskt bistånd vid integrationsenheten: 336, 404, −68 (−16,8 %)",
                ]
            ),
            (
                "2023-11",
                [
                    "Utbetalt ekonomiskt bistånd: 22 632 677 kr, 22 448 660 kr, +184 017 kr (+0,8 %)",
                    "Utbetalningshushåll: 2 122, 2 229, −107 (−4,8 %)",
                    "Antal inskrivna i Arbetsmarknadsinsatser: 710, 429, +281 (+65,5 %)",
                    "Antal hushåll med insats ekonomiskt bistånd vid integrationsenheten: 320, .., byte av verksamhetssystem",
                ]
            ),
        ])
    func tiles(month: String, printed: [String]) async throws {
        // The same whether it is made when it was due or long after.
        for day in [nil, Day(iso: month == "2023-08" ? "2023-09-06" : "2023-12-06")?.start] {
            let figures = try await ReadDemonstration.shared.value.figures(month, knownUntil: day)
            let report = Report(figures)
            let tiles = report.parts.flatMap { if case .tiles(let tiles) = $0.content { tiles } else { [Tile]() } }
            let lines = tiles.map { tile in
                let form = FigureForm(tile.unit, .sv)
                let change =
                    switch tile.comparison {
                    case .change(let change): form.text(change)
                    case .missing(let why), .notComparable(let why): why
                    }
                return "\(tile.title): \(form.text(tile.value)), \(form.text(tile.before)), \(change)"
            }
            #expect(lines.map { $0.replacing("\u{a0}", with: " ") } == printed)
            #expect(report.extracted?.month == figures.identity.month.next)
            #expect(report.checks.first?.text == "17 av 17 mått har värde.")
        }
    }

    @Test("say what the memo to the August report says, and no cause")
    func memo() async throws {
        let report = Report(try await ReadDemonstration.shared.value.figures("2023-08"))
        let area = try #require(report.memo.areas.first)
        let paragraphs = area.summary.text.split(separator: "\n").map { $0.replacing("\u{a0}", with: " ") }
        #expect(paragraphs.count == 7)
        #expect(
            paragraphs.contains { paragraph in
                paragraph.hasSuffix(
                    "128 personer har avslutats till annan försörjning än ekonomiskt bistånd under augusti 2023. 18 av dem "
                        + "har gått till arbete och 5 har börjat studera.")
            })
        for start in [
            "Andelen återaktualiserade inom ekonomiskt bistånd var 24 procent i augusti 2023",
            "Andelen återaktualiserade inom arbetsmarknad var 16 procent i augusti 2023",
        ] {
            #expect(paragraphs.last?.contains(start) == true, "\(start)")
        }
        let service = try #require(
            paragraphs.first { $0.hasPrefix("Antalet hushåll med insats ekonomiskt bistånd var") })
        #expect(service.contains("i augusti 2023. Det går inte att jämföra med augusti 2022."))
        #expect(report.memo.title == "Verksamhetsinformation 2023")
        #expect(report.memo.proposal.text == "Informationen noteras.")
        #expect(report.memo.areas.map(\.id) == ["bistand", "vuxenutbildning"])
        #expect(
            report.memo.areas[0].introduction.text.hasPrefix(
                "Uppgifterna kommer från Treserva och Accorda till och med"))
        #expect(
            report.memo.basis.last == "Bilaga – Nämndrapport augusti 2023, Arbetsmarknadsnämnden")
    }

    @Test("say nothing in the memo of diagrams and parts that are left out")
    func leftOut() async throws {
        let figures = try await ReadDemonstration.shared.value.figures("2023-08")
        let introduction = { (left: Set<String>) in
            Report(figures, choices: ReportChoices(left: left)).memo.areas.first?.introduction.text ?? ""
        }
        #expect(
            introduction([]).contains("Aktuella hushåll") && introduction([]).contains("avsnittet om efterregistrering")
        )
        #expect(!introduction(["diagram.aktuella-hushall"]).contains("Aktuella hushåll"))
        #expect(!introduction(["efterregistrering"]).contains("avsnittet om efterregistrering"))
        #expect(!introduction(["arbetsmarknad"]).contains("Accorda"))
    }

    @Test("show breaks, joined months and months that were fetched afterwards")
    func breaks() async throws {
        let report = Report(try await ReadDemonstration.shared.value.figures("2023-08"))
        let current = try #require(report.diagrams.first { $0.id == "aktuella-hushall" })
        #expect(current.shape == .timeline && current.places.count == 24 && current.series[0].joined == [21, 22, 23])
        #expect(current.subtitle == "Antal hushåll per månad, 2021–2022")
        #expect(current.borders == [Diagram.Border(place: 21, label: "Nytt verksamhetssystem okt 2022")])
        #expect(current.headline.text == "Aktuella hushåll redovisas till och med december 2022")
        let payments = try #require(report.diagrams.first)
        #expect(payments.series.map(\.name) == ["2023", "2022", "2021"])
        #expect(payments.series.map(\.breakLabel) == [nil, "nytt system från okt", nil])
        #expect(payments.series[0].values[8] == .notApplicable)
        #expect(payments.headline.text == "Utbetalningarna ligger under 2022 års nivå")
        #expect(
            payments.description.replacing("\u{a0}", with: " ").hasPrefix(
                "Linjediagram med en linje för varje år (2023, 2022 och 2021) över månaderna januari–december. Axeln visar "
                    + "kronor. Augusti 2023 23 887 841 kr, augusti 2022 24 615 318 kr,"))
        #expect(payments.description.contains("Förändring sedan augusti 2022: −727"))
        #expect(payments.description.hasSuffix(" Nytt verksamhetssystem okt 2022."))
        #expect(payments.borders == [Diagram.Border(place: 9, label: "Nytt verksamhetssystem okt 2022")])
        #expect(
            payments.source
                == "Treserva till och med september 2022, Lifecare från oktober 2022. Uppgifter hämtade 5 september 2023."
        )
        #expect(
            payments.notes.first
                == "Hämtat vid olika tillfällen: till och med december 2022 i efterhand, därefter månad för månad.")
        #expect(payments.notes.last?.hasPrefix("Månaderna som hämtats var för sig har sedan dess ökat med 0,") == true)
        let unit = try #require(report.diagrams.first { $0.id == "integrationsenheten" })
        #expect(unit.series[1].values[10] == .missing(.systemChange))
        #expect(unit.description.contains("Uppgift saknas för november–december 2022."))
        // Two months are missing, so nothing is said of what can be compared further back than that.
        let facts = unit.facts.map { $0.replacing("\u{a0}", with: " ") }
        #expect(
            facts.first
                == "Antalet hushåll vid integrationsenheten var 336 i augusti 2023, 68 färre (16,8 procent) än i augusti 2022."
        )
        #expect(
            facts.dropFirst().first
                == "Det är det lägsta antalet sedan januari 2023, så långt tillbaka rapporten har uppgifter för varje månad."
        )
        let pair = try #require(report.diagrams.first { $0.id == "nya-och-avslutade" })
        #expect(pair.notes.first?.contains("kan därför inte jämföras med varandra") == true)
        // Of the twelve months to August the second is October.
        #expect(pair.borders == [Diagram.Border(place: 1, label: "Nytt verksamhetssystem okt 2022")])
        #expect(report.changes.isEmpty)
        #expect(report.diagrams.map(\.number) == Array(1...21))
    }

    @Test("tell in November what is counted otherwise than in October")
    func november() async throws {
        let report = Report(try await ReadDemonstration.shared.value.figures("2023-11"))
        let new = try #require(report.changes.first { $0.indicator == "nya-hushall" })
        #expect(new.titles.before == "Nya ärenden i insats ekonomiskt bistånd" && new.countsOtherwise)
        #expect(report.changes.filter(\.countsOtherwise).map(\.indicator) == ["oppna-utredningar", "nya-hushall"])
        // The key figure asks for an open service in both months.
        let paid = try #require(report.tiles.first { $0.id == "utbetalningshushall" })
        #expect(paid.definition.hasPrefix("Antal olika hushåll som har insatsen ekonomiskt bistånd under månaden och"))
        #expect(report.checks.contains { $0.text.hasPrefix("17 definitioner är ändrade sedan oktober 2023.") })
        #expect(
            report.checks.contains {
                $0.about == "integrationsenheten" && $0.text.contains("föregående år saknas (byte av")
            })
        #expect(
            report.checks.contains { $0.text == "Elever per skola: de senaste uppgifterna är från 31 augusti 2023." })
        let pair = try #require(report.diagrams.first { $0.id == "nya-och-avslutade" })
        #expect(!pair.notes.contains { $0.contains("jämföras med varandra") })
    }

    @Test("say beside a key figure that last year's has what came late and this one has not yet")
    func lateTiles() async throws {
        let report = Report(try await ReadDemonstration.shared.value.figures("2023-11"))
        guard case .tiles(let tiles) = report.parts[0].content else {
            Issue.record("no tiles")
            return
        }
        let note = try #require(tiles[0].note)
        #expect(note.hasPrefix("November 2022 har med det som registrerats sent. November 2023 väntas bli 22,"))
        // Made long after, what August is expected to become is of later extracts, and says so.
        let after = Report(try await ReadDemonstration.shared.value.figures("2023-08"))
        #expect(after.tiles[0].note?.hasSuffix("när det har kommit in, enligt uttag till 5 december 2023.") == true)
        #expect(note.hasSuffix("när det har kommit in."))
        // Of those enrolled nothing is told of what comes late.
        #expect(tiles.first { $0.id == "inskrivna" }?.note == nil)
    }

    @Test("tell of changed definitions only for what is shown")
    func shownChanges() async throws {
        let figures = try await ReadDemonstration.shared.value.figures("2023-11")
        let report = Report(figures, choices: ReportChoices(left: ["diagram.oppna-utredningar"]))
        #expect(report.changes.filter(\.countsOtherwise).map(\.indicator) == ["nya-hushall"])
        #expect(report.changes.count == 16)
    }

    @Test("say of the pupils that the total is a sum of the schools")
    func schools() async throws {
        let report = Report(try await ReadDemonstration.shared.value.figures("2023-08"))
        let totals = report.diagrams.compactMap(\.total)
        #expect(totals.map(\.value) == [3069, 926, 390, 273])
        #expect(totals.allSatisfy { $0.text == "summa av skolorna" })
        let pupils = try #require(report.diagrams.first { $0.id == "elever-per-skola" })
        #expect(pupils.series[0].name == "31 augusti 2023" && pupils.places.first == "Linvux")
        let basic = try #require(report.diagrams.first { $0.id == "antagna-grundlaggande" })
        #expect(
            basic.title == "Antagna till grundläggande kurser"
                && basic.subtitle.hasSuffix(", 9 juni–16 augusti 2023 (230609–230816)"))
        #expect(
            basic.facts.first == "Antagna till grundläggande kurser, 9 juni–16 augusti 2023: 273 (summa av skolorna).")
        #expect(pupils.definitions.first?.hasPrefix("Antal elever i vuxenutbildningen vid varje skola den dag") == true)
        #expect(basic.definitions.first?.hasPrefix("Antal antagna till grundläggande kurser vid varje skola") == true)
    }

    @Test("tell how months have grown, and in September what August is expected to become")
    func late() async throws {
        let figures = try await ReadDemonstration.shared.value.figures(
            "2023-08", knownUntil: Day(iso: "2023-09-06")?.start)
        let part = try #require(Report(figures).parts.last)
        guard case .lateRegistration(let late) = part.content else {
            Issue.record("no late registration")
            return
        }
        let payments = try #require(late.figures.first)
        #expect(payments.months.count == 9)
        #expect(late.known == Day(iso: "2023-09-05"))
        let august = try #require(payments.months.last)
        #expect(august.first == 23_887_841 && august.now == 23_887_841)
        let expected = try #require(august.expected)
        let known = try await ReadDemonstration.shared.value.figures("2023-08").growth["utbetalt-bistand"]?.rows.last?
            .last
        let became = try #require(known)
        #expect(expected.value > august.now && expected.interval.contains(became))
        #expect(try #require(payments.months.first).now > payments.months[0].first)
    }
}
