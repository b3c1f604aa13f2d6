import Checking
import Definitions
import Register
import Tabular
import Vocabulary

/// The checked rows of a table as CSV: a household a line, with the delivery it came in.
struct ExportedTable: Sendable {
    let table: Table
    /// The columns: those of the definition, then those that older versions of it had.
    private(set) var columns: [ExportedColumn]

    init(_ table: Table) {
        self.table = table
        columns = table.fields.filter { $0.type != .month && $0.type != .municipality }.map {
            ExportedColumn(name: $0.name, type: $0.type)
        }
    }

    /// Where the table's rows stand in a package.
    var path: String { "checked/\(table.id).csv" }

    /// Notes the columns that a stored part has.
    mutating func note(_ names: [String]) {
        for name in names where !columns.contains(where: { $0.name == name }) {
            columns.append(ExportedColumn(name: name, type: nil))
        }
    }

    /// The first line.
    var header: [UInt8] {
        var csv = CSVWriter()
        csv.row(["leveransnummer", "manad", "kommun"] + columns.map(\.name))
        return csv.bytes
    }

    /// The lines of one part.
    func rows(_ part: StoredPart, _ stored: Columns) -> [UInt8] {
        var csv = CSVWriter(byteOrderMark: false)
        let values = columns.map { column in (column, stored[column.name]?.values) }
        let (number, month, municipality) = (part.number.description, part.month.iso, part.municipality.code)
        for row in 0..<stored.count {
            csv.text(number)
            csv.text(month)
            csv.text(municipality)
            for (column, values) in values { column.write(row, of: values, to: &csv) }
            csv.endRow()
        }
        return csv.bytes
    }
}

/// A column of checked rows.
struct ExportedColumn: Sendable {
    let name: String
    /// `nil` for a field that the definition no longer has.
    let type: FieldType?

    /// Writes the value of one row as a person would: X or days, a code, a running number as wide as it should be.
    func write(_ row: Int, of values: ColumnValues?, to csv: inout CSVWriter) {
        switch values {
        case nil: csv.blank()
        case .bytes(let values):
            switch values[row] {
            case 0: csv.blank()
            case Columns.cross where !isCode: csv.text("X")
            case let value: csv.number(Int(value))
            }
        case .words(let values):
            guard values[row] > 0 else { return csv.blank() }
            let number = Int(values[row]) - 1
            switch type {
            case .runningNumber(let width, _): csv.text(String(number).zeroPadded(to: width))
            case .date, .amount: csv.text(Columns.text(values[row], type) ?? "")
            default: csv.number(number)
            }
        case .longs(let values):
            if let key = Pseudonym(rawValue: values[row]) { csv.text(key.text) } else { csv.blank() }
        case .texts(let indices, let dictionary):
            if indices[row] == 0 { csv.blank() } else { csv.text(dictionary[Int(indices[row]) - 1]) }
        }
    }

    private var isCode: Bool { if case .code = type { true } else { false } }
}
