import Tabular
import Vocabulary

extension TemplateLayout {
    /// Makes each cell say what it takes, and refuse the rest in plain words.
    func guardCells(_ sheet: WorkbookSheetWriter, month: Month?) throws(WorkbookError) {
        for (column, field) in table.fields.enumerated() {
            let (rule, remedy) = accepted(field, column: column, month: month)
            let title = String(field.title[language].prefix(32))
            let meaning = field.description[language]
            let sentence = remedy.capitalised + "."
            let prompt = meaning.isEmpty ? sentence : meaning + (meaning.hasSuffix(".") ? " " : ". ") + sentence
            try sheet.validate(
                guarded(column),
                CellValidation(
                    rule, prompt: .init(title: title, text: String(prompt.prefix(255))),
                    refusal: .init(title: title, text: String((say("Ange ", "State ") + remedy + ".").prefix(255)))))
        }
    }

    /// What a field takes, as a rule of the workbook and in words that follow "Ange".
    private func accepted(_ field: Field, column: Int, month: Month?) -> (CellValidation.Rule, String) {
        let cell = CellRange.address(row: firstRow, column: column)
        switch field.type {
        case .month:
            let months = collection.calendar.periods.map(\.month.iso)
            let allowed = months.isEmpty ? CellValidation.Rule.length(7...7) : .list(months)
            return (
                allowed, months.isEmpty ? field.allowed(language) : months.joined(separator: say(" eller ", " or "))
            )
        case .municipality:
            return (.length(4...4), field.allowed(language))
        case .runningNumber(_, let maxDigits):
            let whole = guarded(column).rows
            let letters = CellRange.letters(column)
            let column = "$\(letters)$\(whole.lowerBound):$\(letters)$\(whole.upperBound)"
            return (
                .formula("=AND(LEN(\(cell))<=\(maxDigits),ISNUMBER(VALUE(\(cell))),COUNTIF(\(column),\(cell))=1)"),
                field.allowed(language) + say(", som inte står på någon annan rad", ", not on any other row")
            )
        case .mark(days: false):
            return (.list(["X"]), say("X, eller lämna cellen tom", "X, or leave the cell blank"))
        case .mark(days: true):
            let days = month?.days ?? 31
            return (
                .formula("=OR(\(cell)=\"X\",AND(ISNUMBER(\(cell)),\(cell)>=1,\(cell)<=\(days),\(cell)=INT(\(cell))))"),
                say("X eller antal dagar 1–\(days)", "X or the number of days, 1 to \(days)")
            )
        case .code(let list):
            let sheet = TemplateSheet.codes.name[language]
            guard let (list, row) = codeRows.first(where: { $0.list.id == list }) else {
                return (.anything, field.allowed(language))
            }
            let codes = list.codes.map(\.value)
            let bounds = "\(codes.min() ?? 0)–\(codes.max() ?? 0)"
            return (
                .listFrom("='\(sheet)'!$A$\(row + 2):$A$\(row + 1 + codes.count)"),
                say("en kod \(bounds) ur kodlistan", "a code \(bounds) of the code list")
            )
        case .text(let maxLength):
            return (.length(0...maxLength), field.allowed(language))
        case .integer(let minimum, let maximum):
            return (.whole(minimum...max(minimum, maximum)), field.allowed(language))
        case .date, .amount: return (.anything, field.allowed(language))
        case .key: return (.length(Pseudonym.length...Pseudonym.length), field.allowed(language))
        case .term(let maxLength): return (.length(0...maxLength), field.allowed(language))
        }
    }
}
