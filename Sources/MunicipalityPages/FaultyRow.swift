import Checking
import Definitions
import Intake
import Register
import Tabular
import Vocabulary

/// A row with errors, as it is corrected on the page: what is wrong with it, the cells that can mend it, and the rest.
struct FaultyRow {
    let file: Int
    /// The verdict's place among the draft's.
    let verdict: Int
    let row: Int
    /// The household's running number, if the row has one.
    let household: String?
    let findings: [Finding]
    /// What is to be filled in, left to right.
    let cells: [EditedCell]
    /// What else stands on the row, as far as it is read.
    let others: [EditedCell]

    /// The rows of a draft with errors, in the order of the file.
    static func all(_ checked: CheckedDraft, _ collection: Definitions.Collection) throws(FileProblem) -> [FaultyRow] {
        var rows: [FaultyRow] = []
        for (file, verdict, judged) in checked.numbered {
            guard let table = collection.table(judged.table) else { continue }
            let errors = judged.findings.of(.error).filter { $0.row != nil }
            let numbers = Set(errors.compactMap(\.row)).sorted()
            let columns = judged.fields.indices.filter { judged.fields[$0] != nil }
            let places = numbers.flatMap { row in
                columns.map { CellPlace(sheet: judged.sheet, row: row, column: $0) }
            }
            let texts = try checked.texts(at: Set(places), file: file)
            for number in numbers {
                let findings = errors.filter { $0.row == number }
                let cells = columns.compactMap { column -> EditedCell? in
                    guard let name = judged.fields[column], let place = table.index(of: name) else { return nil }
                    let cell = CellPlace(sheet: judged.sheet, row: number, column: column)
                    return EditedCell(place: cell, fieldAt: place, field: table.fields[place], text: texts[cell] ?? "")
                }
                let wanted = Set(findings.flatMap { $0.mended(by: cells, in: table) })
                rows.append(
                    FaultyRow(
                        file: file, verdict: verdict, row: number,
                        household: cells.first { $0.isHousehold }.flatMap { $0.text.isEmpty ? nil : $0.text },
                        findings: findings, cells: cells.filter { wanted.contains($0.place.column) },
                        others: cells.filter { !wanted.contains($0.place.column) && !$0.text.isEmpty }))
            }
        }
        return rows
    }

    /// The name of the box that leaves the row out, in the form.
    var leaveOut: String { "bort-\(file)-\(verdict)-\(row)" }

    /// Every cell with something in it made blank: a blank row is no household.
    var blanked: [CellEdit] {
        (cells + others).filter { !$0.text.isEmpty }.map { CellEdit(file: file, CellCorrection($0.place, text: "")) }
    }

    /// Whether `place` is on the row.
    func holds(_ edit: CellEdit) -> Bool {
        edit.file == file && edit.correction.place.row == row
            && edit.correction.place.sheet == (cells + others).first?.place.sheet
    }

    /// The name of a cell in the form.
    func name(_ cell: EditedCell) -> String { "c-\(file)-\(verdict)-\(row)-\(cell.place.column)" }
}

/// A cell on the page where it is corrected.
struct EditedCell {
    let place: CellPlace
    /// The field's place in the table.
    let fieldAt: Int
    let field: Field
    /// What it is read as now.
    let text: String

    var isHousehold: Bool { if case .runningNumber = field.type { true } else { false } }
}

extension CheckedDraft {
    /// Each verdict with its place among the draft's, and the file it is about.
    var numbered: [(file: Int, verdict: Int, judged: Verdict)] {
        let all = files.enumerated().flatMap { file, checked in checked.verdicts.map { (file, $0) } }
        return all.enumerated().map { ($1.0, $0, $1.1) }
    }
}

extension Finding {
    /// The columns that can mend it: its own cell, and those that its rule weighs against each other.
    fileprivate func mended(by cells: [EditedCell], in table: Definitions.Table) -> [Int] {
        let own = cell.flatMap { CellRange.cell($0.utf8)?.column }
        let ownField = cells.first { $0.place.column == own }?.fieldAt
        let rules = table.rules.filter { $0.id == rule }
        // A rule may be used several times in a table: the one about this cell is meant.
        let kinds = rules.map(\.kind).filter { $0.subject == nil || ownField == nil || $0.subject == ownField }
        let fields = Set(
            kinds.flatMap { kind in kind.weighed { at in cells.contains { $0.fieldAt == at && !$0.text.isEmpty } } })
        return (own.map { [$0] } ?? []) + cells.filter { fields.contains($0.fieldAt) }.map(\.place.column)
    }
}

extension RuleKind {
    /// The field that findings of the rule stand at.
    fileprivate var subject: Int? {
        switch self {
        case .required(let field, _), .exclusive(let field, _), .requires(_, let field), .onlyWith(let field, _),
            .unique(let field), .agrees(let field, _), .freeText(let field, _), .ordered(let field, _),
            .indicator(let field, _), .indicatorCode(let field, _, _), .indicatorMonth(let field, _),
            .indicatorBreak(let field, _, _), .indicatorValue(let field, _, _, _, _), .indicatorOnce(let field, _, _),
            .indicatorChange(let field, _, _):
            field
        case .atLeastOne(let fields): fields.first
        case .mixedVolume, .shareChange, .countChange: nil
        }
    }

    /// The fields that the rule weighs against each other and that a correction may be made in.
    fileprivate func weighed(_ isFilled: (Int) -> Bool) -> [Int] {
        switch self {
        case .required(let field, _), .unique(let field), .freeText(let field, _), .indicator(let field, _): [field]
        case .indicatorCode(let field, let name, _), .indicatorMonth(let field, let name),
            .indicatorBreak(let field, let name, _):
            [name, field]
        case .indicatorValue(let field, let name, let whole, _, _): [name, field] + [whole].filter(isFilled)
        case .indicatorOnce(let field, let with, _): with.filter(isFilled) + [field]
        case .indicatorChange(let field, _, _): [field]
        case .exclusive(let field, let others), .ordered(let field, let others): [field] + others.filter(isFilled)
        case .requires(let with, let field): with.filter(isFilled) + [field]
        case .atLeastOne(let fields): fields
        case .onlyWith(let field, let with), .agrees(let field, let with): [field] + with
        case .mixedVolume, .shareChange, .countChange: []
        }
    }
}
