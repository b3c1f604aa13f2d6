/// Where in a record a value stands.
///
/// `Id` is the record's own column; `.PersonId` that of the nested item at hand; `Persons.PersonId` that of the first
/// item of a nested list; `Persons[CoApplicant=false].PersonId` of the first that agrees, and
/// `Persons[CustomerNumber=@CustomerNumber].PersonId` of the first that agrees with the record's own column.
enum ColumnReference: Sendable, Hashable {
    case own(String)
    case item(String)
    case nested(list: String, where: Condition?, column: String)

    struct Condition: Sendable, Hashable {
        let column: String
        let value: String
        /// Whether `value` names a column of the record.
        let isColumn: Bool
    }

    /// Reads the text of a mapping; `nil` for what cannot be meant. Headers with brackets or points in them, which only
    /// delimited files have, are columns of their own when `isNested` is false.
    init?(_ text: String, isNested: Bool) {
        guard isNested, let point = text.lastIndex(of: ".") else {
            guard !text.folded.isEmpty else { return nil }
            self = .own(text.folded)
            return
        }
        let column = text[text.index(after: point)...].folded
        guard !column.isEmpty else { return nil }
        var list = text[..<point]
        guard !list.isEmpty else {
            self = .item(column)
            return
        }
        var condition: Condition?
        if let open = list.firstIndex(of: "[") {
            let parts = list[open...].dropFirst().dropLast().split(separator: "=", omittingEmptySubsequences: false)
            guard list.hasSuffix("]"), parts.count == 2, !parts[0].isEmpty, !parts[1].isEmpty else { return nil }
            let isColumn = parts[1].hasPrefix("@")
            condition = Condition(
                column: String(parts[0]).folded, value: String(parts[1].dropFirst(isColumn ? 1 : 0)).folded,
                isColumn: isColumn)
            list = list[..<open]
        }
        self = .nested(list: String(list).folded, where: condition, column: column)
    }

    /// The columns it touches: "name", or "list.name".
    func names(each: String?) -> [String] {
        switch self {
        case .own(let name): [name]
        case .item(let name): ["\(each ?? "").\(name)"]
        case .nested(let list, let condition, let column):
            ["\(list).\(column)"] + (condition.map { ["\(list).\($0.column)"] } ?? [])
                + (condition.flatMap { $0.isColumn ? [$0.value] : nil } ?? [])
        }
    }
}

extension Substring {
    fileprivate var folded: String { String(self).folded }
}
