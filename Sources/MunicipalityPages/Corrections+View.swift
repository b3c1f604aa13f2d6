import Checking
import Definitions
import Frame
import Markup
import Register
import Tabular

extension Page {
    /// "D14", and the sheet when there is one.
    func address(_ correction: Correction) -> String {
        let place = correction.cell.place
        let cell = CellRange.address(row: place.row, column: place.column)
        return place.sheet.map { "\($0) \(cell)" } ?? cell
    }

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
