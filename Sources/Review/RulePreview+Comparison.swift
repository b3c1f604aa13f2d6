import Checking
import Definitions
import Register

extension RulePreview.DeliveryChange {
    /// What differs between two judgements of a delivery.
    init(_ number: DeliveryNumber, from before: Judgement, to after: Judgement, _ names: PreviewNames) {
        var changes: [RuleNumber: (appeared: Int, vanished: Int)] = [:]
        var affected = 0
        var row: (source: Int32, row: UInt32)?
        func note(_ mark: Judgement.Mark, _ appeared: Bool) {
            if appeared {
                changes[mark.rule, default: (0, 0)].appeared += 1
            } else {
                changes[mark.rule, default: (0, 0)].vanished += 1
            }
            guard mark.row > 0, row?.source != mark.source || row?.row != mark.row else { return }
            row = (mark.source, mark.row)
            affected += 1
        }
        // Both are in order: the lesser of two is in one of them only.
        var (old, new) = (0, 0)
        while old < before.marks.count || new < after.marks.count {
            if new == after.marks.count || old < before.marks.count && before.marks[old] < after.marks[new] {
                note(before.marks[old], false)
                old += 1
            } else if old == before.marks.count || after.marks[new] < before.marks[old] {
                note(after.marks[new], true)
                new += 1
            } else {
                old += 1
                new += 1
            }
        }
        self.init(
            number: number, rows: max(before.rows, after.rows), rowsAffected: affected, before: before.outcome,
            after: after.outcome,
            rules: changes.map { number, counts in
                let rule = names.rules[Int(number)]
                return RulePreview.RuleChange(
                    rule: rule.id, severity: rule.severity, appeared: counts.appeared, vanished: counts.vanished)
            }
            .sorted { $0.severity != $1.severity ? $0.severity > $1.severity : $0.rule < $1.rule },
            isPartial: before.isPartial || after.isPartial)
    }
}
