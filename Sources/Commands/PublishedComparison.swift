import Demonstration
import Publication
import Statistics

/// Compares the tables of the demonstration with the figures the report of 2013 prints.
struct PublishedComparison {
    /// How many figures were compared.
    private(set) var compared = 0
    /// Those that differ: where, what the report has, what we have.
    private(set) var differences: [(place: String, expected: StatisticalTable.Cell, found: StatisticalTable.Cell?)] = []

    init(_ context: TableContext) {
        for table in context.tables(.participation) {
            compare(table, columns: 1...2, rows: 0..<2, Published2013.municipalities.map { .count($0) })
        }
        for table in context.tables(.measures) {
            let sum = Published2013.measures.reduce(0, +)
            compare(table, columns: 1...1, rows: 0..<9, (Published2013.measures + [sum]).map { .count($0) })
            compare(table, columns: 2...2, rows: 0..<8, Published2013.measureShares.map { .share(Share(tenths: $0)) })
            compare(table, columns: 3...4, rows: 8..<9, Published2013.measuresByRole.map { .count($0) })
        }
        for table in context.tables(.reasons) {
            for (place, shares) in Published2013.reasonShares.enumerated() {
                compare(table, columns: place + 1...place + 1, rows: 0..<12, shares.map { .share(Share(tenths: $0)) })
            }
            compare(table, columns: 1...3, rows: 13..<14, Published2013.reasonNumbers.map { .count($0) })
        }
        for table in context.tables(.participants) {
            let last = table.rows.count - 1
            compare(table, columns: 2...2, rows: last..<last + 1, [.count(Published2013.population)])
            compare(table, columns: 4...7, rows: last..<last + 1, Published2013.municipalities.map { .count($0) })
        }
    }

    private mutating func compare(
        _ table: StatisticalTable, columns: ClosedRange<Int>, rows: Range<Int>, _ expected: [StatisticalTable.Cell]
    ) {
        let places = rows.flatMap { row in columns.map { (row, $0) } }
        for ((row, column), expected) in zip(places, expected) {
            compared += 1
            let cells = table.rows.indices.contains(row) ? table.rows[row].cells : []
            let found = cells.indices.contains(column) ? cells[column] : nil
            if found != expected { differences.append(("\(table.title), \(row + 1):\(column + 1)", expected, found)) }
        }
    }
}
