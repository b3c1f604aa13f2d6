import Checking
import Definitions
import Register
import Vocabulary

/// What a definition says of one delivery, without words: enough to compare with what another says.
struct Judgement: Sendable {
    private(set) var outcome = Outcome.approved
    private(set) var rows = 0
    /// Whether there are findings that are only counted.
    private(set) var isPartial = false
    /// Each fault and warning, in order.
    private(set) var marks: [Mark] = []

    /// A fault or warning: where, and by what rule.
    struct Mark: Hashable, Comparable, Sendable {
        /// The place in the delivery of the file and sheet.
        var source: Int32
        /// 0 for the file as a whole.
        var row: UInt32
        /// 0 for the row as a whole.
        var column: UInt32
        var rule: RuleNumber

        static func < (one: Mark, other: Mark) -> Bool {
            (one.source, one.row, one.column, one.rule) < (other.source, other.row, other.column, other.rule)
        }
    }

    /// What is said of the delivery `number` in the verdicts on its files.
    ///
    /// Of a file with several municipalities or months only its own rows are about it.
    init(_ files: [CheckedFile], of number: DeliveryNumber, _ names: inout PreviewNames) {
        for (file, checked) in files.enumerated() {
            for verdict in checked.verdicts {
                guard verdict.municipality ?? number.municipality == number.municipality,
                    verdict.month ?? number.month == number.month
                else { continue }
                let source = names.number(ofSheet: verdict.sheet, in: file)
                if verdict.outcome.weight > outcome.weight { outcome = verdict.outcome }
                rows += verdict.rows
                isPartial = isPartial || verdict.findings.omitted > 0
                verdict.findings.forEachPlace { rule, severity, row, column in
                    guard severity > .info else { return }
                    marks.append(
                        Mark(
                            source: source, row: UInt32(row ?? 0), column: UInt32((column ?? -1) + 1),
                            rule: names.number(of: rule, severity)))
                }
            }
        }
        marks.sort()
    }
}

/// A rule and its severity, as a number.
typealias RuleNumber = UInt16

/// Gives rules and sheets numbers, the same for both definitions.
struct PreviewNames: Sendable {
    private(set) var rules: [(id: String, severity: Severity)] = []
    private var last: RuleNumber = 0
    private var sheets: [[String?]: Int32] = [:]

    mutating func number(of id: String, _ severity: Severity) -> RuleNumber {
        // Findings of a rule come after one another, and there are few rules.
        if rules.indices.contains(Int(last)), rules[Int(last)].id == id, rules[Int(last)].severity == severity {
            return last
        }
        let place = rules.firstIndex { $0.id == id && $0.severity == severity } ?? rules.count
        if place == rules.count { rules.append((id, severity)) }
        last = RuleNumber(place)
        return last
    }

    mutating func number(ofSheet sheet: String?, in file: Int) -> Int32 {
        let key = [String(file), sheet]
        let number = sheets[key] ?? Int32(sheets.count)
        sheets[key] = number
        return number
    }
}

extension Outcome {
    fileprivate var weight: Int {
        switch self {
        case .approved: 0
        case .approvedWithWarnings: 1
        case .notApproved: 2
        }
    }
}
