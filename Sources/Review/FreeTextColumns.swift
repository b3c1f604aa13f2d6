import Definitions

/// Where a table has its free texts, and which marks they describe (*klartext till kod 8*).
struct FreeTextColumns: Sendable {
    let table: Table
    /// The name of the column of texts.
    let text: String
    /// The code that the texts describe.
    let code: Int
    /// The columns marked with that code, by group.
    let marks: [(group: String, column: String)]

    /// `nil` when no rule of the table ties a text to marks of a code.
    init?(_ table: Table) {
        let rules = table.rules.lazy.compactMap { rule -> (field: Int, marks: [Int])? in
            switch rule.kind {
            case .onlyWith(let field, let with), .requires(let with, let field):
                if case .text = table.fields[field].type { (field, with) } else { nil }
            default: nil
            }
        }
        guard let rule = rules.first, let code = rule.marks.lazy.compactMap({ table.fields[$0].code }).first else {
            return nil
        }
        self.table = table
        self.code = code
        text = table.fields[rule.field].name
        marks = rule.marks.filter { table.fields[$0].code == code }
            .map { (table.fields[$0].group ?? "", table.fields[$0].name) }
    }

    /// The codes a text may be given instead: those of the other measures.
    var others: [Int] { Set(table.fields.compactMap(\.code)).filter { $0 > 0 && $0 != code }.sorted() }
}
