import Checking
import Definitions
import Frame
import Intake
import Markup
import Vocabulary

extension Page {
    func correct(_ correct: CorrectPage, _ errors: FormErrors) -> Document {
        let draft = correct.checked.draft
        let place = DraftPlace(draft.id.text)
        return document(
            say("Rätta här på sidan", "Correct here on the page"), over: over(draft, correct.collection),
            back: Link(say("Till felen", "To the errors"), place.path), errors: errors
        ) {
            """
            <p>\(say(
                "Skriv det som ska gälla. Din fil ändras inte: rättelserna sparas bredvid den, med ditt namn.",
                "Write what is to count. Your file is not changed: the corrections are kept beside it, with your name."))</p>
            \(correct.ofFile.isEmpty ? nil : notice(.warning, title: say("Det här gäller hela filen", "This is about the whole file")) {
                "<ul>\(correct.ofFile.map { "<li>\($0.message) \($0.remedy)</li>\n" as HTML })</ul>"
            })\(form(to: place.correct) {
                """
                \(hiddenField("version", String(draft.revision)))\(correct.rows.map { row($0, correct, errors) })\
                \(actions(
                    button(say("Spara och kontrollera igen", "Save and check again")),
                    link(say("Avbryt", "Cancel"), place.path)))
                """
            })
            """
        }
    }

    private func row(_ row: FaultyRow, _ correct: CorrectPage, _ errors: FormErrors) -> HTML {
        let isSeveral = correct.checked.verdicts.count > 1
        let title = [
            say("Rad \(row.row)", "Row \(row.row)"),
            row.household.map { say("löpnummer \($0)", "running number \($0)") },
            isSeveral ? shownName(correct.checked.verdicts[row.verdict], of: correct.checked) : nil,
        ].compactMap { $0 }.joined(separator: " · ")
        return fieldset(title, isLarge: true) {
            """
            \(row.findings.map { "<p><strong>\($0.message)</strong> \($0.remedy)</p>\n" as HTML })\
            \(row.cells.contains { isMark($0) } ? "<p class=\"hint\">\(marks(correct.month(row)))</p>" : nil)\
            <div class="row-of-fields">\(row.cells.map { cell($0, row, correct, errors) })</div>
            \(checkbox(
                row.leaveOut, say("Ta bort raden: hushållet ska inte vara med", "Leave the row out: the household does not belong here"),
                isTicked: correct.typed[row.leaveOut] != nil))
            \(row.others.isEmpty ? nil : details(say("Resten av raden", "The rest of the row")) {
                facts(row.others.map { (label($0, correct, correct.month(row)), "\($0.text)") })
            })
            """
        }
    }

    private func isMark(_ cell: EditedCell) -> Bool { if case .mark = cell.field.type { true } else { false } }

    private func marks(_ month: Month?) -> String {
        say(
            "Skriv X eller antal dagar 1–\(month?.days ?? 31). Lämna tomt för ingen insats.",
            "Write X or the number of days 1–\(month?.days ?? 31). Leave blank for no measure.")
    }

    private func cell(_ cell: EditedCell, _ row: FaultyRow, _ correct: CorrectPage, _ errors: FormErrors) -> HTML {
        let name = row.name(cell)
        let text = correct.typed[name] ?? cell.text
        let label = label(cell, correct, correct.month(row))
        switch cell.field.type {
        case .code(let list):
            return select(name, label, codes(list, text, correct, correct.month(row)), selected: text, errors: errors)
        case .text(let most):
            return field(
                name, label, value: text, hint: say("Högst \(most) tecken.", "At most \(most) characters."),
                errors: errors)
        case .mark:
            return field(name, label, value: text, isShort: true, errors: errors)
        case .month, .municipality, .runningNumber, .integer, .date, .amount, .key, .term:
            return field(
                name, label, value: text, hint: cell.field.allowed(language).capitalised, isShort: true, errors: errors)
        }
    }

    /// "Registerledare 5, Arbetspraktik".
    private func label(_ cell: EditedCell, _ correct: CorrectPage, _ month: Month?) -> String {
        let title = say(cell.field.title)
        guard let code = cell.field.code, let month,
            let known = cell.field.codeList.flatMap({ correct.collection.codeList($0) })?.code(code, in: month)
        else { return title }
        return "\(title), \(say(known.shortLabel))"
    }

    /// The codes that may be chosen, and first what stands there when it is none of them.
    private func codes(_ list: String, _ text: String, _ correct: CorrectPage, _ month: Month?) -> [Option] {
        let codes = correct.collection.codeList(list)?.codes.filter { code in month.map { code.isValid(in: $0) } ?? true
        }
        let known = (codes ?? []).map { Option(String($0.value), "\($0.value) \(say($0.shortLabel))") }
        let blank = Option("", say("tomt", "blank"))
        guard !text.isEmpty, !known.contains(where: { $0.value == text }) else { return [blank] + known }
        return [Option(text, say("\(text) (finns inte)", "\(text) (does not exist)")), blank] + known
    }
}
