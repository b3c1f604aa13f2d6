public import Definitions
import Tabular

/// A column that findings are about.
public struct FindingColumn: Sendable, Equatable {
    /// From 0 for A.
    public var column: Int
    /// The header as the user wrote it.
    public var header: String
    /// How many findings there are about it.
    public var count: Int
}

extension FindingList {
    /// Those of one severity, in file order; the others are never put into words.
    public func of(_ severity: Severity) -> FindingList { selected(severity: severity) }

    /// Those of a severity and about a column, when these are given, in file order; the others are never put into words.
    public func selected(severity: Severity? = nil, column: Int? = nil) -> FindingList {
        guard severity != nil || column != nil else { return self }
        func isWanted(_ finding: Finding) -> Bool {
            (severity == nil || finding.severity == severity) && (column == nil || finding.columnPlace == column)
        }
        switch storage {
        case .worded(let findings): return FindingList(findings.filter(isWanted))
        case .faults(let first, let faults):
            let (context, entries) = (faults.context, faults.context.plan.book.entries)
            let some = faults.faults.filter { fault in
                (severity == nil || entries[Int(fault.rule)].severity == severity)
                    && (column == nil || context.column(of: fault) == column)
            }
            return FindingList(
                first.filter(isWanted), then: FaultSlice(faults: some, dropped: [:], context: context))
        }
    }

    /// The columns that the findings are about, left to right.
    public var columns: [FindingColumn] {
        var found: [Int: FindingColumn] = [:]
        func add(_ column: Int, _ header: @autoclosure () -> String) {
            if found[column] == nil { found[column] = FindingColumn(column: column, header: header(), count: 0) }
            found[column]?.count += 1
        }
        let worded: [Finding]
        switch storage {
        case .worded(let findings): worded = findings
        case .faults(let first, let faults):
            worded = first
            for fault in faults.faults {
                if let column = faults.context.column(of: fault) { add(column, faults.context.header(column)) }
            }
        }
        for finding in worded {
            if let column = finding.columnPlace { add(column, finding.column ?? CellRange.letters(column)) }
        }
        return found.values.sorted { $0.column < $1.column }
    }

    /// Whether there is anything to mend or confirm on `row`; nothing is put into words.
    public func asks(about row: Int) -> Bool {
        func isAsked(_ finding: Finding) -> Bool { finding.row == row && finding.severity > .info }
        switch storage {
        case .worded(let findings): return findings.contains(where: isAsked)
        case .faults(let first, let faults):
            let entries = faults.context.plan.book.entries
            return first.contains(where: isAsked)
                || faults.faults.contains { Int($0.row) == row && entries[Int($0.rule)].severity > .info }
        }
    }

    /// How many there are of a severity, those not kept included.
    public func count(of severity: Severity) -> Int {
        groups.lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
    }
}

extension Finding {
    /// The column of its cell, from 0 for A.
    fileprivate var columnPlace: Int? { cell.flatMap { CellRange.cell($0.utf8)?.column } }
}
