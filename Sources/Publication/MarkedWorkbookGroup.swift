import Checking
import Definitions
import Vocabulary

/// All that one rule said about a file, for the summary.
struct MarkedWorkbookGroup {
    let rule: String
    let severity: Severity
    let isRepair: Bool
    /// What it said the first time.
    let message: String
    let remedy: String
    private(set) var count = 0
    private var firstRows: [Int] = []

    private static let shownRows = 5

    private init(_ group: FindingGroup, isRepair: Bool) {
        rule = group.first.rule
        severity = isRepair ? .info : group.severity
        self.isRepair = isRepair
        message = group.first.message
        remedy = group.first.remedy
    }

    /// The heaviest first, repairs last, each in the order of the rules' ids.
    static func all(in verdicts: [Verdict]) -> [MarkedWorkbookGroup] {
        var groups: [MarkedWorkbookGroup] = []
        for verdict in verdicts {
            for (found, isRepair) in [(verdict.findings.groups, false), (verdict.repairs.groups, true)] {
                for group in found { add(group, isRepair: isRepair, to: &groups) }
            }
        }
        return groups.sorted {
            ($0.isRepair ? 1 : 0, $1.severity, $0.rule) < ($1.isRepair ? 1 : 0, $0.severity, $1.rule)
        }
    }

    /// "9, 14, 22 …"; the whole file when the rule is not about rows.
    func rows(_ language: Language) -> String {
        if firstRows.isEmpty { return language == .sv ? "hela filen" : "the whole file" }
        return firstRows.prefix(Self.shownRows).map(String.init).joined(separator: ", ")
            + (firstRows.count > Self.shownRows ? " …" : "")
    }

    private static func add(_ group: FindingGroup, isRepair: Bool, to groups: inout [MarkedWorkbookGroup]) {
        let made = MarkedWorkbookGroup(group, isRepair: isRepair)
        let place = groups.firstIndex { ($0.rule, $0.severity, $0.isRepair) == (made.rule, made.severity, isRepair) }
        if place == nil { groups.append(made) }
        let index = place ?? groups.count - 1
        groups[index].count += group.count
        if groups[index].firstRows.count <= shownRows { groups[index].firstRows += group.rows }
    }
}
