public import Definitions

/// The findings of one rule that are about the same value, which one answer answers.
public struct FindingSubject: Sendable {
    /// The first of them, in words.
    public var first: Finding
    /// How many there are.
    public var count: Int
}

extension FindingList {
    /// The findings of a severity by rule, version and value, in the order first met; only the first of each is put
    /// into words.
    public func subjects(of severity: Severity) -> [FindingSubject] {
        var subjects: [FindingSubject] = []
        var places: [Key: Int] = [:]
        func add(_ key: Key, _ finding: @autoclosure () -> Finding) {
            if let place = places[key] {
                subjects[place].count += 1
            } else {
                places[key] = subjects.count
                subjects.append(FindingSubject(first: finding(), count: 1))
            }
        }
        func addAll(_ findings: [Finding]) {
            for finding in findings where finding.severity == severity {
                add(Key(rule: finding.rule, version: finding.ruleVersion, subject: finding.subject), finding)
            }
        }
        switch storage {
        case .worded(let findings): addAll(findings)
        case .faults(let first, let faults):
            addAll(first)
            for fault in faults.faults {
                let entry = faults.context.plan.book.entries[Int(fault.rule)]
                guard entry.severity == severity else { continue }
                let words = FaultWords(fault, faults.context)
                add(Key(rule: entry.id, version: entry.version, subject: words.value ?? ""), words.finding)
            }
        }
        return subjects
    }
}

private struct Key: Hashable {
    var rule: String
    var version: Int
    var subject: String
}
