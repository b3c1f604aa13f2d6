public import Definitions

/// The findings of a verdict, in file order, put into words when asked for.
///
/// A file where every cell is wrong has millions; until somebody reads one it is a row, a column and a rule.
public struct FindingList: RandomAccessCollection, ExpressibleByArrayLiteral, Sendable {
    enum Storage: Sendable {
        case worded([Finding])
        /// Findings about the whole file first, then those about rows.
        case faults([Finding], FaultSlice)
    }
    private(set) var storage: Storage

    /// Findings that already have their words.
    public init(_ findings: [Finding]) {
        storage = .worded(findings)
    }

    /// Findings that already have their words.
    public init(arrayLiteral elements: Finding...) {
        storage = .worded(elements)
    }

    init(_ first: [Finding], then faults: FaultSlice) {
        storage = .faults(first, faults)
    }

    /// Always 0.
    public var startIndex: Int { 0 }

    /// The number of findings kept.
    public var endIndex: Int {
        switch storage {
        case .worded(let findings): findings.count
        case .faults(let first, let faults): first.count + faults.faults.count
        }
    }

    /// The finding at `position`, put into words now.
    public subscript(position: Int) -> Finding {
        switch storage {
        case .worded(let findings): findings[position]
        case .faults(let first, let faults): position < first.count ? first[position] : faults[position - first.count]
        }
    }

    /// How many more there were than are kept, when a file has over a million.
    public var omitted: Int {
        switch storage {
        case .worded: 0
        case .faults(_, let faults): faults.dropped.values.reduce(0, +)
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

    /// The findings rule by rule, worst first, then by id: how many, on which rows first, and one of them.
    public var groups: [FindingGroup] {
        var groups: [FindingGroup] = []
        let worded: [Finding]
        switch storage {
        case .worded(let findings): worded = findings
        case .faults(let first, let faults):
            worded = first
            groups = faults.groups()
        }
        for finding in worded {
            if let known = groups.firstIndex(where: { $0.rule == finding.rule && $0.textID == finding.rule }) {
                groups[known].add(finding.row)
            } else {
                groups.append(FindingGroup(finding))
            }
        }
        return groups.sorted { $0.severity != $1.severity ? $0.severity > $1.severity : $0.textID < $1.textID }
    }
}

/// The findings of one rule in a verdict.
public struct FindingGroup: Sendable {
    /// The rule's id.
    public let rule: String
    /// How much each of them weighs.
    public let severity: Severity
    /// Where the message catalogue has the rule's texts.
    public let textID: String
    /// How many there are, those not kept included.
    public internal(set) var count: Int
    /// The first rows, at most `mostRows`.
    public internal(set) var rows: [Int]
    private let example: Example

    private enum Example {
        case worded(Finding)
        case fault(Fault, FaultContext)
    }

    /// How many rows are named when the same problem stands on many.
    public static let mostRows = 10

    /// The first of them, in words.
    public var first: Finding {
        switch example {
        case .worded(let finding): finding
        case .fault(let fault, let context): FaultWords(fault, context).finding
        }
    }

    init(_ finding: Finding) {
        rule = finding.rule
        severity = finding.severity
        textID = finding.rule
        count = 1
        rows = finding.row.map { [$0] } ?? []
        example = .worded(finding)
    }

    init(_ entry: RuleBook.Entry, count: Int, rows: [Int], first: Fault, _ context: FaultContext) {
        rule = entry.id
        severity = entry.severity
        textID = entry.textID
        self.count = count
        self.rows = rows
        example = .fault(first, context)
    }

    /// The same rule's findings in another verdict.
    public mutating func add(_ other: FindingGroup) {
        count += other.count
        rows = Array((rows + other.rows).prefix(Self.mostRows))
    }

    fileprivate mutating func add(_ row: Int?) {
        count += 1
        if let row, rows.count < Self.mostRows, rows.last != row { rows.append(row) }
    }
}
