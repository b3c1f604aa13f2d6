import Checking
import Definitions
import Frame
import Markup
import Register
import Tabular

extension Page {
    /// "D14", and the sheet when there are several.
    func address(_ correction: Correction, withSheet: Bool) -> String {
        let place = correction.cell.place
        let cell = CellRange.address(row: place.row, column: place.column)
        return (withSheet ? place.sheet.map { "\($0) \(cell)" } : nil) ?? cell
    }

    /// Whether the corrections are in more than one sheet.
    func severalSheets(_ corrections: [Correction]) -> Bool { Set(corrections.map(\.cell.place.sheet)).count > 1 }

    /// The title of the corrected field.
    func title(_ correction: Correction, _ collection: Definitions.Collection) -> String {
        guard let name = correction.field else { return "–" }
        let field = collection.tables.lazy.compactMap { table in table.fields.first { $0.name == name } }.first
        return field.map { say($0.title) } ?? name
    }

    /// A cell's text, or that it is blank.
    func shown(_ text: String) -> HTML {
        text.isEmpty ? "<span class=\"secondary-text\">\(say("tom", "blank"))</span>" : "\(text)"
    }
}
