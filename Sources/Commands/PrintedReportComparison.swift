import Demonstration
import Reporting
import Vocabulary

/// Compares the demonstration's reports of 2023 with what the committee's reports print.
struct PrintedReportComparison {
    /// How many figures were compared.
    private(set) var compared = 0
    /// Those that differ: where, what is printed, what we have.
    private(set) var differences: [(place: String, expected: Int?, found: Int?)] = []

    init(_ reports: [Report]) {
        for figure in Printed2023.keyFigures {
            let tile = reports.first { $0.identity.month == figure.month }?.tiles.first { $0.id == figure.indicator }
            compare("\(figure.indicator) \(figure.month.iso)", figure.value, tile?.value.value)
            compare("\(figure.indicator) \(figure.month.yearBefore.iso)", figure.before, tile?.before.value)
        }
    }

    private mutating func compare(_ place: String, _ expected: Int?, _ found: Double?) {
        compared += 1
        let found = found.map { Int($0.rounded()) }
        if found != expected { differences.append((place, expected, found)) }
    }
}
