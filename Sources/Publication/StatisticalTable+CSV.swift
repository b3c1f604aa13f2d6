import Tabular
import Vocabulary

extension StatisticalTable {
    /// The table as CSV that opens right in Excel with Swedish settings: semicolon, decimal comma, byte order mark.
    ///
    /// The header, then the rows; nothing else, so that programs read it too. A cell without a value is blank. Made-up
    /// figures say so in a last column on every row.
    public func csv() -> [UInt8] {
        let form = NumberForm(ungroupedWith: ",")
        var writer = CSVWriter()
        writer.row(columns.map(\.title) + (warning == nil ? [] : ["Obs"]))
        for row in rows {
            for cell in row.cells {
                switch cell {
                case .text(let text): writer.text(text)
                case .figure(.value(.count(let number))): writer.number(number)
                default: writer.number(cell.text(form, signs: false))
                }
            }
            if let warning { writer.text(warning) }
            writer.endRow()
        }
        return writer.bytes
    }
}
