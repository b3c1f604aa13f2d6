/// The cells and sheets that we add, as XML. Texts stand in the cells themselves, so that the user's list of shared
/// texts is not touched.
enum MarkingCells {
    /// A cell with `text`.
    static func text(_ text: String, row: Int, column: Int, style: Int, prefix: String) -> [UInt8] {
        let address = CellRange.address(row: row, column: column)
        return Array(
            "<\(prefix)c r=\"\(address)\" s=\"\(style)\" t=\"inlineStr\"><\(prefix)is><\(prefix)t xml:space=\"preserve\">"
                .utf8) + XMLEditText.encoded(text) + "</\(prefix)t></\(prefix)is></\(prefix)c>".utf8
    }

    /// A whole sheet.
    static func sheet(_ added: AddedSheet, namespace: String, styles: inout MarkingStyles) -> [UInt8] {
        var bytes = Array(
            "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n<worksheet xmlns=\"\(namespace)\">".utf8)
        bytes += "<sheetPr><pageSetUpPr fitToPage=\"1\"/></sheetPr>".utf8
        if !added.widths.isEmpty {
            bytes += "<cols>".utf8
            for (column, width) in added.widths.enumerated() {
                bytes += "<col min=\"\(column + 1)\" max=\"\(column + 1)\" width=\"\(width)\" customWidth=\"1\"/>".utf8
            }
            bytes += "</cols>".utf8
        }
        bytes += "<sheetData>".utf8
        for (row, cells) in added.rows.enumerated() where !cells.isEmpty {
            let height = added.height(row).map { " ht=\"\($0)\" customHeight=\"1\"" } ?? ""
            bytes += "<row r=\"\(row + 1)\"\(height)>".utf8
            for (column, cell) in cells.enumerated() {
                let style = styles.style(cell.look)
                switch cell.content {
                case .text(let text):
                    bytes += Self.text(text, row: row + 1, column: column, style: style, prefix: "")
                case .number(let number):
                    let address = CellRange.address(row: row + 1, column: column)
                    bytes += "<c r=\"\(address)\" s=\"\(style)\"><v>\(number)</v></c>".utf8
                }
            }
            bytes += "</row>".utf8
        }
        bytes += "</sheetData><pageMargins left=\"0.7\" right=\"0.7\" top=\"0.75\" bottom=\"0.75\"".utf8
        bytes += " header=\"0.3\" footer=\"0.3\"/>".utf8
        bytes += "<pageSetup paperSize=\"9\" orientation=\"landscape\" fitToHeight=\"0\"/></worksheet>".utf8
        return bytes
    }
}
