import Indicators
import Testing
import Vocabulary

/// What the text to the August report tells of the curves.
struct ShapeTests {
    /// The values of an indicator from `first` to `last`, those that are missing left out.
    private func values(_ id: String, _ first: String, _ last: String) async throws -> [Double] {
        let series = try #require(try await ImportedDemonstration.shared.value.november.series[id])
        let months = try #require(Month(iso: first))...#require(Month(iso: last))
        return months.months.compactMap { series[$0].value?.number }
    }

    @Test(
        "Most is paid in June, then the curve comes back to its trend",
        arguments: ["utbetalt-bistand", "utbetalningshushall"])
    func summer(_ id: String) async throws {
        let year = try await values(id, "2023-01", "2023-11")
        #expect(year.count == 11 && year.max() == year[5])
        #expect(zip(year[5...7], year[6...]).allSatisfy { $0 > $1 })
        let (spring, autumn) = (year[0..<5].reduce(0, +) / 5, year[8...].reduce(0, +) / 3)
        #expect(year[6] > spring && autumn < spring)
    }

    @Test(
        "Households with the service, long-term households and the integration unit fall all through 2023",
        arguments: ["hushall-med-insats", "langvariga-hushall", "integrationsenheten"])
    func falling(_ id: String) async throws {
        let year = try await values(id, "2023-01", "2023-11")
        #expect(year.count == 11 && zip(year, year.dropFirst()).allSatisfy { $0 > $1 })
    }

    @Test("Children swing in summer below the start of the year; in long-term households fewer in August than July")
    func children() async throws {
        let year = try await values("barn-i-hushall", "2023-01", "2023-11")
        #expect(year[5] > year[4] && year[6] < year[4] && year[5...].allSatisfy { $0 < year[0] })
        let long = try await values("barn-i-langvariga-hushall", "2023-07", "2023-08")
        #expect(long[1] < long[0])
    }

    @Test("Few begin in labour-market work in summer, and again many in August")
    func enrolments() async throws {
        let year = try await values("nyinskrivna", "2023-01", "2023-11")
        #expect(year[6] == year.min() && year[5] < year[4] && year[7] > 2 * year[6] && year[7] > year[4])
        let imported = try await ImportedDemonstration.shared.value
        let ends = try #require(imported.august.series["avslut-fran-arbetsmarknad"]?[Month(index: 2023 * 12 + 7)].value)
        let breaks = try #require(ends.sum(of: [5]))
        #expect((1...7).allSatisfy { $0 == 5 || (ends.sum(of: [$0]) ?? 0) < breaks })
    }

    @Test("Treserva's open cases are more than households with the service have been since")
    func currentHouseholds() async throws {
        let before = try await values("aktuella-hushall", "2021-01", "2022-09")
        let since = try await values("hushall-med-insats", "2022-10", "2023-11")
        #expect(before.count == 21 && since.count == 14)
        #expect(try #require(before.min()) > #require(since.max()))
    }

    @Test("The move between the systems is neither an end nor a beginning, and breaks no need")
    func move() async throws {
        for id in ["nya-hushall", "avslutade-hushall"] {
            let around = try await values(id, "2022-07", "2022-12")
            #expect(try #require(around.max()) < 2 * #require(around.min()), "\(id)")
        }
        let long = try await values("langvariga-hushall", "2022-08", "2022-11")
        #expect(zip(long, long.dropFirst()).allSatisfy { abs($0 - $1) < 15 })
        let all = try await values("hushall-med-insats", "2022-10", "2022-10")
        #expect(abs(long[2] / all[0] - 1 / 3) < 0.05)
    }

    @Test("Payments come in late: most in the next extract, and then a little")
    func late() async throws {
        let growth = try #require(try await ImportedDemonstration.shared.value.november.growth["utbetalt-bistand"])
        #expect(growth.months.count == 12 && growth.rows.first?.count == 12)
        for row in growth.rows where row.count > 3 {
            let steps = zip(row, row.dropFirst()).map { $1 / $0 - 1 }
            #expect((0.003...0.01).contains(steps[0]))
            #expect((0.0005...0.0025).contains(steps[1]) && (0...0.0015).contains(steps[2]))
            #expect(steps.dropFirst(3).allSatisfy { $0 == 0 })
        }
    }
}
