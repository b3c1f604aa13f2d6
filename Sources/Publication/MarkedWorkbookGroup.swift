import Checking
import Definitions
import Vocabulary

/// All that one rule said, for the summary.
struct MarkedWorkbookGroup {
    let rule: String
    let severity: Severity
    let isRepair: Bool
    /// What it said the first time.
    let message: String
    let remedy: String
    private(set) var count = 0
    private var firstRows: [Int] = []
    private var hasMoreRows = false

    private static let shownRows = 5

    private init(_ finding: Finding, isRepair: Bool) {
        rule = finding.rule
        severity = isRepair ? .info : finding.severity
        self.isRepair = isRepair
        message = finding.message
        remedy = finding.remedy
    }

    /// The heaviest first, repairs last, each in the order of the rules' ids.
    static func all(in verdicts: [Verdict]) -> [MarkedWorkbookGroup] {
        var groups: [MarkedWorkbookGroup] = []
        var places: [String: Int] = [:]
        for (findings, isRepair) in verdicts.flatMap({ [($0.findings, false), ($0.repairs, true)] }) {
            for finding in findings {
                let key = "\(isRepair) \(finding.severity) \(finding.rule)"
                let place = places[key, default: groups.count]
                if place == groups.count {
                    places[key] = place
                    groups.append(MarkedWorkbookGroup(finding, isRepair: isRepair))
                }
                groups[place].add(finding.row)
            }
        }
        return groups.sorted {
            ($0.isRepair ? 1 : 0, $1.severity, $0.rule) < ($1.isRepair ? 1 : 0, $0.severity, $1.rule)
        }
    }

    /// "9, 14, 22 …"; the whole file when the rule is not about rows.
    func rows(_ language: Language) -> String {
        if firstRows.isEmpty { return language == .sv ? "hela filen" : "the whole file" }
        return firstRows.map(String.init).joined(separator: ", ") + (hasMoreRows ? " …" : "")
    }

    private mutating func add(_ row: Int?) {
        count += 1
        guard let row, firstRows.last != row else { return }
        if firstRows.count < Self.shownRows { firstRows.append(row) } else { hasMoreRows = true }
    }
}
