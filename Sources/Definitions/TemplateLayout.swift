import Tabular
import Vocabulary

/// Where things stand in the sheets of a template, and how they look.
struct TemplateLayout {
    let collection: Collection
    let table: Table
    let language: Language

    init(_ collection: Collection, _ table: Table, _ language: Language) {
        self.collection = collection
        self.table = table
        self.language = language
    }

    /// Above the header: what it is, for whom, and what the code columns mean.
    static let headingRows = 3

    /// The row of the fields' headers; that of the groups', if any, is the one above.
    var headerRow: Int { Self.headingRows + (table.groups.isEmpty ? 1 : 2) }

    var firstRow: Int { headerRow + 1 }

    var lastColumn: Int { table.fields.count - 1 }

    /// The code lists the table uses, in the collection's order.
    var codeLists: [CodeList] {
        let used = Set(table.fields.compactMap(\.codeList))
        return collection.codeLists.filter { used.contains($0.id) }
    }

    /// The codes of each list on the sheet of codes, and the row it begins on (title, header, then the codes).
    var codeRows: [(list: CodeList, row: Int)] {
        var row = 1
        return codeLists.map { list in
            defer { row += list.codes.count + 3 }
            return (list, row)
        }
    }

    func say(_ swedish: String, _ english: String) -> String { language == .sv ? swedish : english }

    private static let fills: [UInt32] = [0xDDE8EE, 0xEFE6D8, 0xE3ECDD]
    private static let plainFill: UInt32 = 0xEFEFEF
    static let title = CellStyle(bold: true, size: 14)
    static let heading = CellStyle(bold: true, size: 12)
    static let wrapped = CellStyle(wrap: true, top: true)
    /// What was filled in for the user.
    static let prepared = CellStyle(textColor: 0x5F5F5F, numberFormat: "@")

    /// The height in points of a row in which `text` is wrapped in a column of `width` characters.
    static func height(_ text: String, width: Double) -> Double {
        15 * max(1, (Double(text.count) / width).rounded(.up))
    }

    /// A header's style: groups have colours of their own, so that the eye keeps them apart.
    func header(_ group: String?) -> CellStyle {
        let fill = table.groups.firstIndex { $0.id == group }.map { Self.fills[$0 % Self.fills.count] }
        return CellStyle(bold: true, wrap: true, fill: fill ?? Self.plainFill, border: .thin, align: .center)
    }

    /// How a field's cells look; text keeps its leading zeros.
    func cell(_ field: Field) -> CellStyle {
        CellStyle(
            numberFormat: isText(field) ? "@" : nil,
            align: isText(field) ? .left : .center)
    }

    /// Whether a column keeps what is typed as text, so that leading zeros stay.
    func isText(_ field: Field) -> Bool {
        switch field.type {
        case .month, .municipality, .runningNumber, .text, .key, .term: true
        case .mark, .code, .integer, .date, .amount: false
        }
    }

    /// In characters.
    func width(_ field: Field) -> Double {
        switch field.type {
        case .month: 11
        case .municipality: 14
        case .runningNumber, .integer: 10
        case .date, .amount: 14
        case .mark: 5
        case .code, .key: 16
        case .term: 30
        case .text: 45
        }
    }
}
