import Checking
import Definitions
import Register
import Tabular

/// What came of judging a draft's files as they are: a pure function of bytes, corrections, definitions and the register.
final class Judgement: Sendable {
    /// The files with their verdicts; without their bytes when they may not stay with us.
    let files: [CheckedFile]
    /// What there is to answer, with the answers remembered from deliveries before.
    let questions: [WarningQuestion]
    let comparisons: [TableComparison]
    /// Findings by rule in all tables, worst first, then repairs.
    let groups: [FindingGroup]
    let repairs: [FindingGroup]
    let outcome: Outcome
    let rows: Int
    let errors: Int
    let warnings: Int
    let notes: Int
    /// Errors and warnings by table and rule.
    let rules: [Attempt.RuleCount]
    /// Whether the files may be kept: they are tables, and hold nothing like an identity number.
    let mayBeKept: Bool
    /// About how many bytes it holds.
    let cost: Int

    init(files: [CheckedFile], questions: [WarningQuestion], comparisons: [TableComparison]) {
        let verdicts = files.flatMap(\.verdicts)
        let own = verdicts.map(\.findings.groups)
        let mayBeKept =
            files.allSatisfy { $0.problem == nil } && !own.joined().contains { $0.rule == Self.identityNumber }
        self.files = mayBeKept ? files : files.map(Self.withoutBytes)
        self.questions = questions
        self.comparisons = comparisons
        self.mayBeKept = mayBeKept
        groups = Self.merged(own)
        repairs = Self.merged(verdicts.map(\.repairs.groups))
        outcome = Set(verdicts.map(\.outcome)).worst
        rows = verdicts.reduce(0) { $0 + $1.rows }
        func count(_ severity: Severity) -> Int {
            own.joined().lazy.filter { $0.severity == severity }.reduce(0) { $0 + $1.count }
        }
        (errors, warnings, notes) = (count(.error), count(.warning), count(.info))
        rules = Self.counts(zip(verdicts.map(\.table), own))
        cost = files.reduce(0) { $0 + $1.bytes.count } + verdicts.reduce(64 << 10) { $0 + $1.cost }
    }

    /// The rule about what looks like an identity number, wherever it stands.
    static let identityNumber = "R08"

    private static func withoutBytes(_ file: CheckedFile) -> CheckedFile {
        var file = file
        file.bytes = FileBytes([])
        return file
    }

    /// The groups of several verdicts, those of the same text put together.
    private static func merged(_ groups: [[FindingGroup]]) -> [FindingGroup] {
        var merged: [FindingGroup] = []
        for group in groups.joined() {
            if let place = merged.firstIndex(where: { $0.textID == group.textID }) {
                merged[place].add(group)
            } else {
                merged.append(group)
            }
        }
        return merged.sorted { $0.severity != $1.severity ? $0.severity > $1.severity : $0.textID < $1.textID }
    }

    private static func counts(_ tables: some Sequence<(String, [FindingGroup])>) -> [Attempt.RuleCount] {
        var counts: [Attempt.RuleCount] = []
        for (table, groups) in tables {
            for group in groups where group.severity != .info {
                let known = counts.firstIndex {
                    $0.table == table && $0.rule == group.rule && $0.severity == group.severity
                }
                if let known {
                    counts[known].count += group.count
                } else {
                    counts.append(
                        Attempt.RuleCount(
                            table: table, rule: group.rule, severity: group.severity, count: group.count))
                }
            }
        }
        return counts.sorted { ($0.table, $0.rule) < ($1.table, $1.rule) }
    }
}

extension Set<Outcome> {
    fileprivate var worst: Outcome {
        contains(.notApproved) ? .notApproved : contains(.approvedWithWarnings) ? .approvedWithWarnings : .approved
    }
}

extension Verdict {
    /// About how many bytes its columns and findings hold.
    fileprivate var cost: Int {
        let columns = (columns?.columns ?? []).reduce(0) { sum, column in
            switch column.values {
            case .bytes(let values): sum + values.count
            case .words(let values): sum + values.count * 4
            case .longs(let values): sum + values.count * 8
            case .texts(let indices, let dictionary): sum + indices.count * 4 + dictionary.count * 64
            }
        }
        return columns + (findings.count + repairs.count) * 32
    }
}
