public import Definitions

/// The findings of a verdict, in file order, put into words when asked for.
///
/// A file where every cell is wrong has millions; until somebody reads one it is a row, a column and a rule.
public struct FindingList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    private enum Storage: Sendable {
        case worded([Finding])
        /// Findings about the whole file first, then those about rows.
        case faults([Finding], FaultSlice)
    }
    private var storage: Storage

    /// Findings that already have their words.
    public init(_ findings: [Finding]) {
        storage = .worded(findings)
    }

    public init(arrayLiteral elements: Finding...) {
        storage = .worded(elements)
    }

    init(_ first: [Finding], then faults: FaultSlice) {
        storage = .faults(first, faults)
    }

    public var startIndex: Int { 0 }

    public var endIndex: Int {
        switch storage {
        case .worded(let findings): findings.count
        case .faults(let first, let faults): first.count + faults.faults.count
        }
    }

    public subscript(position: Int) -> Finding {
        switch storage {
        case .worded(let findings): findings[position]
        case .faults(let first, let faults): position < first.count ? first[position] : faults[position - first.count]
        }
    }

    /// Adds findings about the whole file.
    public mutating func prepend(_ findings: [Finding]) {
        switch storage {
        case .worded(let own): storage = .worded(findings + own)
        case .faults(let first, let faults): storage = .faults(findings + first, faults)
        }
    }

    /// The worst severity, without putting anything into words.
    public var worst: Severity? {
        switch storage {
        case .worded(let findings): findings.lazy.map(\.severity).max()
        case .faults(let first, let faults): [first.lazy.map(\.severity).max(), faults.worst].compactMap { $0 }.max()
        }
    }

    /// The findings rule by rule, worst first, then by id: how many, on which rows first, and one of them in words.
    public var groups: [FindingGroup] {
        var groups: [String: FindingGroup] = [:]
        func add(_ key: String, _ row: Int?, _ severity: Severity, _ finding: () -> Finding) {
            if var group = groups.removeValue(forKey: key) {
                group.count += 1
                if let row, group.rows.count < FindingGroup.mostRows, group.rows.last != row { group.rows.append(row) }
                groups[key] = group
            } else {
                groups[key] = FindingGroup(severity: severity, count: 1, rows: row.map { [$0] } ?? [], first: finding())
            }
        }
        switch storage {
        case .worded(let findings):
            for finding in findings { add(finding.rule, finding.row, finding.severity) { finding } }
        case .faults(let first, let faults):
            for finding in first { add(finding.rule, finding.row, finding.severity) { finding } }
            let some = faults.groups()
            for group in some { groups[group.first.rule + "/" + group.textID] = group }
        }
        return groups.values.sorted {
            $0.severity != $1.severity ? $0.severity > $1.severity : $0.first.rule < $1.first.rule
        }
    }
}

/// The findings of one rule in a verdict.
public struct FindingGroup: Sendable {
    public var severity: Severity
    public var count: Int
    /// The first rows, at most `mostRows`.
    public var rows: [Int]
    /// The first of them.
    public var first: Finding
    /// Where the message catalogue has the rule's texts.
    public var textID: String

    /// How many rows are named when the same problem stands on many.
    public static let mostRows = 10

    init(severity: Severity, count: Int, rows: [Int], first: Finding, textID: String? = nil) {
        self.severity = severity
        self.count = count
        self.rows = rows
        self.first = first
        self.textID = textID ?? first.rule
    }
}
