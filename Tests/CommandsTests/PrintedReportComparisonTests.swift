import Definitions
import Demonstration
import Indicators
import Reporting
import Testing
import Vocabulary

@testable import Commands

/// What `underlag indicators` says of a change, and what `underlag demo` compares with print.
@Suite("Figures on the screen") struct PrintedReportComparisonTests {
    private let report: IndicatorCollection
    private let month: Month

    init() throws {
        report = try DefinitionLibrary.embedded().indicators("namndrapport-ekonomiskt-bistand")
        month = try #require(Month(iso: "2023-08"))
    }

    private func change(_ id: String, _ before: Measure, _ now: Measure) throws -> String {
        let indicator = try #require(report[id])
        let series = IndicatorSeries(
            indicator: indicator, report: month, months: month.yearBefore...month,
            values: [.value(before)] + Array(repeating: .missing(.notDelivered), count: 11) + [.value(now)])
        let version = try #require(indicator.version(inReportFor: month))
        let row = IndicatorFigures(version: version, series: series, codes: nil).rows(month, .sv).first?.last ?? ""
        return row.replacing("\u{a0}", with: " ")
    }

    @Test("a change is in whole points, in the right number, and in percent only where that says something")
    func changes() throws {
        let returned = "ateraktualiserade-bistand"
        #expect(try change(returned, .share(part: 24, of: 100), .share(part: 25, of: 100)) == "+1 procentenhet")
        #expect(try change(returned, .share(part: 25, of: 100), .share(part: 23, of: 100)) == "−2 procentenheter")
        #expect(try change("utbetalningshushall", .count(1), .count(10)) == "+9")
        #expect(try change("utbetalningshushall", .count(2386), .count(2160)) == "−226 (−9,5 %)")
        #expect(try change("utbetalningshushall", .count(20), .count(400)) == "+380")
    }

    /// Sixteen on the first pages, 128, 18 and 5, 24 and 16, and of three tables each school and the total.
    @Test("every printed figure is compared, and one that is not there differs")
    func compared() throws {
        let library = try DefinitionLibrary.embedded()
        let identity = ReportIdentity(
            kind: report.id, municipality: try #require(Municipality(code: "0580")), month: month)
        let nothing = ReportFigures(
            identity, definition: try library.report(report.id), indicators: report, lists: [:],
            history: EventHistory([]))
        let comparison = PrintedReportComparison([], august: nothing)
        #expect(comparison.compared == 16 + 3 + 2 + 12 + 10 + 9)
        // What the report says is missing is missing here too.
        #expect(comparison.differences.count == comparison.compared - 1)
        #expect(Printed2023.schools.map(\.total) == [3069, 926, 273])
    }
}
