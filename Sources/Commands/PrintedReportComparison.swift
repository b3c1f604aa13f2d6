import Definitions
import Demonstration
import Indicators
import Reporting
import Vocabulary

/// Compares the demonstration's reports of 2023 with every figure that the committee's reports and memo print.
struct PrintedReportComparison {
    /// How many figures were compared.
    private(set) var compared = 0
    /// Those that differ: where, what is printed, what we have.
    private(set) var differences: [(place: String, expected: Int?, found: Int?)] = []

    /// Compares reports, the August one of which was made of `august`.
    init(_ reports: [Report], august: ReportFigures) {
        for figure in Printed2023.keyFigures {
            let tile = reports.first { $0.identity.month == figure.month }?.tiles.first { $0.id == figure.indicator }
            compare("\(figure.indicator) \(figure.month.iso)", figure.value, tile?.value.value)
            compare("\(figure.indicator) \(figure.month.yearBefore.iso)", figure.before, tile?.before.value)
        }
        let month = august.identity.month
        let reasons = august.series["orsaker-till-avslut"]
        let other = reasons?.indicator.version(inReportFor: month)?.groups.first { $0.id == "annan-forsorjning" }
        func reason(_ codes: [Int]) -> Double? { reasons?[month].value?.sum(of: codes).map(Double.init) }
        compare("annan-forsorjning", Printed2023.otherLivelihood.all, reason(other?.codes ?? []))
        for (code, count) in Printed2023.otherLivelihood.byCode.sorted(by: { $0.key < $1.key }) {
            compare("orsaker-till-avslut \(code)", count, reason([code]))
        }
        for (indicator, percent) in Printed2023.returned {
            compare(indicator, percent, august.series[indicator]?[month].value?.number)
        }
        let diagrams = reports.first { $0.identity.month == month }?.diagrams ?? []
        for table in Printed2023.schools { compare(table, diagrams.first { $0.id == table.diagram }) }
    }

    /// A table by school: each school, that there are no others, and the total.
    private mutating func compare(_ table: Printed2023.Schools, _ diagram: Diagram?) {
        let found = zip(diagram?.places ?? [], diagram?.series.first?.values ?? [])
        for (school, count) in table.counts {
            // The same school is written in several ways; here as the table of pupils has it.
            let value = found.first { $0.0.lowercased() == school.lowercased() }?.1.value
            compare("\(table.diagram) \(school)", count, value)
        }
        compare("\(table.diagram)", table.total, diagram?.total?.value)
        if let diagram, diagram.places.count != table.counts.count {
            differences.append((table.diagram, table.counts.count, diagram.places.count))
        }
    }

    private mutating func compare(_ place: String, _ expected: Int?, _ found: Double?) {
        compared += 1
        let found = found.map { Int($0.rounded()) }
        if found != expected { differences.append((place, expected, found)) }
    }
}
