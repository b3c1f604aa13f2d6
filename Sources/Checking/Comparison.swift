public import Definitions
public import Vocabulary

/// Compares a table with the same municipality's month before (V01, V02).
public struct Comparison {
    private let table: Table
    private let collection: Definitions.Collection
    private let month: Month
    private let language: Language

    /// Compares `month` of `table` with the month before it.
    public init(_ table: Table, of collection: Definitions.Collection, month: Month, language: Language) {
        self.table = table
        self.collection = collection
        self.month = month
        self.language = language
    }

    /// Warnings where the figures moved more than the table's rules let pass without a question.
    public func findings(_ current: Columns, before: Columns) -> [Finding] {
        table.rules.compactMap { rule in
            switch rule.kind {
            case .countChange(let percent): countChange(rule, percent, current.count, before.count)
            case .shareChange(let field, let code, let points, let minimum):
                shareChange(rule, field, code, points, minimum, current, before)
            default: nil
            }
        }
    }

    /// Whether a number of rows moved more than `percent` (*stor förändring*): a handful moves by chance alone.
    public static func isLarge(from before: Int, to now: Int, percent: Double) -> Bool {
        before >= 10 && Double(abs(now - before)) * 100 > percent * Double(before)
    }

    private func countChange(_ rule: Rule, _ percent: Double, _ count: Int, _ before: Int) -> Finding? {
        guard Self.isLarge(from: before, to: count, percent: percent) else { return nil }
        let change = (Double(count - before) / Double(before) * 100).rounded(.toNearestOrAwayFromZero)
        let sign = change < 0 ? "−" : "+"
        return finding(
            rule,
            ["count": String(count), "previous": String(before), "change": sign + String(Int(abs(change)))],
            value: String(count))
    }

    private func shareChange(
        _ rule: Rule, _ field: Int, _ code: Int, _ points: Double, _ minimum: Int, _ current: Columns, _ before: Columns
    ) -> Finding? {
        let name = table.fields[field].name
        guard let now = Self.share(of: code, current[name], minimum),
            let then = Self.share(of: code, before[name], minimum),
            abs(now - then) > points
        else { return nil }
        var label = ""
        if case .code(let list) = table.fields[field].type {
            label = collection.codeList(list)?.code(code, in: month)?.label[language] ?? ""
        }
        let share = String(Int(now.rounded(.toNearestOrAwayFromZero)))
        return finding(
            rule,
            [
                "code": String(code), "label": label, "share": share, "month": month.name(language),
                "previousShare": String(Int(then.rounded(.toNearestOrAwayFromZero))),
                "previousMonth": month.previous.name(language),
            ], value: share)
    }

    /// The share in per cent of filled cells that have `code`; `nil` below `minimum` filled cells.
    private static func share(of code: Int, _ column: Column?, _ minimum: Int) -> Double? {
        guard case .bytes(let values) = column?.values else { return nil }
        let filled = values.count { $0 != 0 }
        guard filled >= minimum, filled > 0 else { return nil }
        return Double(values.count { Int($0) == code }) * 100 / Double(filled)
    }

    private func finding(_ rule: Rule, _ values: [String: String], value: String) -> Finding {
        let text = MessageCatalogue.load(language, rules: table.rules).message(rule.id, values)
        return Finding(
            rule: rule.id, ruleVersion: rule.version, severity: rule.severity, value: value, message: text.message,
            remedy: text.remedy)
    }
}
