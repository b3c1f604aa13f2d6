import Definitions
import Demonstration
import Indicators
import Testing
import Vocabulary

/// Every figure that the committee's reports of August and November 2023 print, through the real way in.
struct PrintedFigureTests {
    @Test(
        "The figures of the first pages, with those of the year before",
        arguments: [
            ("utbetalt-bistand", "2023-08", 23_887_841), ("utbetalt-bistand", "2022-08", 24_615_318),
            ("utbetalningshushall", "2023-08", 2160), ("utbetalningshushall", "2022-08", 2386),
            ("inskrivna", "2023-08", 654), ("inskrivna", "2022-08", 371),
            ("integrationsenheten", "2023-08", 336), ("integrationsenheten", "2022-08", 404),
            ("utbetalt-bistand", "2023-11", 22_632_677), ("utbetalt-bistand", "2022-11", 22_448_660),
            ("utbetalningshushall", "2023-11", 2122), ("utbetalningshushall", "2022-11", 2229),
            ("inskrivna", "2023-11", 710), ("inskrivna", "2022-11", 429), ("integrationsenheten", "2023-11", 320),
            ("utbetalningshushall", "2021-01", 2703),
        ])
    func printed(_ id: String, _ month: String, _ value: Int) async throws {
        let imported = try await ImportedDemonstration.shared.value
        let month = try #require(Month(iso: month))
        #expect(imported.november.series[id]?[month].value?.number == Double(value))
        guard month.month == 8 else { return }
        #expect(imported.august.series[id]?[month].value?.number == Double(value))
    }

    @Test("What the change of systems left without a figure has none")
    func missing() async throws {
        let series = try await ImportedDemonstration.shared.value.november.series
        for month in ["2022-11", "2022-12"] {
            for id in ["integrationsenheten", "nyinskrivna"] {
                #expect(series[id]?[try #require(Month(iso: month))] == .missing(.systemChange))
            }
        }
    }

    @Test("128 adults went to another livelihood in August 2023, 18 of them to work and 5 to studies")
    func reasons() async throws {
        let reasons = try await ImportedDemonstration.shared.value.august.series["orsaker-till-avslut"]
        let version = try #require(reasons?.indicator.version(inReportFor: Month(index: 2023 * 12 + 7)))
        let measure = try #require(reasons?[Month(index: 2023 * 12 + 7)].value)
        #expect(measure.sum(of: try #require(version.groups.first { $0.id == "annan-forsorjning" }).codes) == 128)
        #expect(measure.sum(of: [1]) == 18 && measure.sum(of: [2]) == 5)
    }

    @Test("24 and 16 per cent came back within a year in August 2023")
    func returned() async throws {
        let series = try await ImportedDemonstration.shared.value.august.series
        for (id, percent) in [("ateraktualiserade-bistand", 24.0), ("ateraktualiserade-arbetsmarknad", 16)] {
            #expect(series[id]?[Month(index: 2023 * 12 + 7)].value?.number?.rounded() == percent)
        }
    }

    @Test("Adult education is as the August report has it, by school")
    func schools() async throws {
        let tables = try await ImportedDemonstration.shared.value.schools
        #expect(tables.map(\.total.number) == [3069, 926, 390, 273])
        #expect(tables.first?.total == .sum(3069))
        // The largest first, in the spelling of the table of pupils; of course packages the report has no numbers.
        let printed = [
            "Linvux 1514, Astar 535, Hermods 252, Moa 242, NTI 201, Alg 98, KUI 66, InfoKomp 58, Jensen 52, "
                + "Agila Institutet 37, Iris Hadar 14",
            "Linvux 395, NTI 162, Hermods 132, Moa 89, Astar 46, Jensen 42, InfoKomp 40, KUI 16, Agila 4",
            "Astar 108, Linvux 86, NTI 27, Hermods 23, InfoKomp 14, Iris Hadar 8, Moa 5, Jensen 2",
        ]
        let shown = tables.map { table in
            table.rows.map { "\($0.school) \($0.count)" }.joined(separator: ", ")
        }
        #expect([shown[0], shown[1], shown[3]] == printed)
    }
}
