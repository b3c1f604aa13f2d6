import Definitions
import Testing
import Vocabulary

@testable import Indicators

@Suite("The key figures of the committee's report")
struct IndicatorDefinitionTests {
    let collection: IndicatorCollection

    init() throws {
        collection = try DefinitionLibrary.embedded().indicators("namndrapport-ekonomiskt-bistand")
    }

    @Test("are all there, with a case system for every month")
    func all() {
        #expect(
            collection.indicators.map(\.id) == [
                "utbetalt-bistand", "utbetalningshushall", "hushall-med-insats", "oppna-utredningar",
                "aktuella-hushall", "integrationsenheten", "langvariga-hushall", "barn-i-hushall",
                "barn-i-langvariga-hushall", "nya-hushall", "avslutade-hushall", "orsaker-till-avslut",
                "ateraktualiserade-bistand", "inskrivna", "inskrivna-per-verksamhet", "nyinskrivna",
                "avslut-fran-arbetsmarknad", "ateraktualiserade-arbetsmarknad",
            ])
        for indicator in collection.indicators {
            let systems = collection.systems.filter { indicator.systems.contains($0.id) }
            for month in months("2021-01", "2023-11").months where indicator.isShown(in: month) {
                #expect(systems.contains { $0.covers(month) }, "\(indicator.id) \(month.iso)")
            }
        }
    }

    @Test("count new households without newly arrived in August and with them in November")
    func newHouseholds() throws {
        let indicator = try #require(collection["nya-hushall"])
        let set = events(cases: [kase(1, "2023-07-03"), kase(2, "2023-07-03", unit: 2, group: 2)])
        func count(report: String) throws -> [Measure] {
            let report = try #require(Month(iso: report))
            return set.measures(indicator, of: collection, inReportFor: report, months("2023-07", "2023-07"))
        }
        #expect(try count(report: "2023-08") == [.count(1)])
        #expect(try count(report: "2023-11") == [.count(2)])
        let (august, november) = try (#require(Month(iso: "2023-08")), #require(Month(iso: "2023-11")))
        #expect(indicator.hasChanged(from: august, to: november))
        #expect(!indicator.hasChanged(from: august, to: august.next))
        #expect(indicator.version(inReportFor: august)?.title.sv == "Nya ärenden i insats ekonomiskt bistånd")
        #expect(indicator.version(inReportFor: november)?.title.sv == "Nya hushåll med insats ekonomiskt bistånd")
    }

    @Test(
        "have no value, and say so, where the change of case system took it",
        arguments: [
            ("integrationsenheten", "2022-10", true), ("integrationsenheten", "2022-11", false),
            ("integrationsenheten", "2022-12", false), ("integrationsenheten", "2023-01", true),
            ("nyinskrivna", "2022-11", false), ("nyinskrivna", "2022-10", true), ("inskrivna", "2022-11", true),
            ("hushall-med-insats", "2022-08", false), ("hushall-med-insats", "2022-10", true),
            ("langvariga-hushall", "2022-08", true), ("aktuella-hushall", "2022-12", true),
            ("aktuella-hushall", "2023-01", false), ("utbetalningshushall", "2022-11", true),
        ])
    func breaks(id: String, month: String, isShown: Bool) throws {
        let (indicator, month) = try (#require(collection[id]), #require(Month(iso: month)))
        let series = events().series(
            indicator, of: collection, inReportFor: month, month...month, delivered: [month])
        #expect((series[month] == .missing(.systemChange)) == !isShown)
    }

    @Test("are comparable across the change where they are measured alike")
    func comparable() throws {
        let (before, after) = try (#require(Month(iso: "2022-08")), #require(Month(iso: "2023-08")))
        for id in ["langvariga-hushall", "utbetalt-bistand", "utbetalningshushall", "integrationsenheten"] {
            #expect(try #require(collection[id]).comparability(before, after) == .comparable, "\(id)")
        }
        for id in ["hushall-med-insats", "barn-i-hushall", "aktuella-hushall"] {
            #expect(try #require(collection[id]).comparability(before, after) != .comparable, "\(id)")
        }
    }

    @Test("count children of the households that another figure counts, and long needs across systems")
    func children() throws {
        let set = events(
            cases: [kase(1, "2021-01-01", "2022-09-30", kind: 3), kase(1, "2022-10-01"), kase(2, "2023-01-01")],
            members: [1, 2].map {
                Members.Row(key: $0, household: $0, person: 10 + $0, role: 3, from: day("2020-01-01"))
            })
        let month = try #require(Month(iso: "2023-08"))
        func count(_ id: String) throws -> [Measure] {
            set.measures(try #require(collection[id]), of: collection, inReportFor: month, month...month)
        }
        #expect(try count("barn-i-hushall") == [.count(2)])
        #expect(try count("barn-i-langvariga-hushall") == [.count(1)])
        #expect(try count("langvariga-hushall") == [.count(1)])
    }
}

extension Indicator {
    fileprivate func isShown(in month: Month) -> Bool {
        !breaks.contains { $0.effect == .missing && $0.concerns(month) }
    }
}
