import Definitions
import Tabular
import Vocabulary

/// A made-up file as a municipality sends it.
public struct DemonstrationFile: Sendable {
    /// Its name without folder.
    public let name: String
    /// What is in it.
    public let bytes: [UInt8]
}

/// The ways in which the made-up municipalities write their files.
enum FileStyle: CaseIterable {
    /// The template's layout: groups above the columns, month and municipality on every row.
    case template
    /// A workbook with a title above the header and the municipality's own column at the right.
    case titled
    /// Semicolon-separated UTF-8.
    case semicolon
    /// Semicolon-separated Windows-1252.
    case western
    /// Semicolon-separated, where a spreadsheet program has eaten the leading zeros.
    case zeroless

    /// Most use the template; every municipality keeps to its way.
    init(_ municipality: Municipality) {
        switch municipality.number % 11 {
        case 0: self = .titled
        case 3: self = .semicolon
        case 5: self = .western
        case 8: self = .zeroless
        default: self = .template
        }
    }

    /// Writes rows (cells after month and municipality, in the definition's order) as a file of `table`.
    func write(
        _ table: Table, _ municipality: Municipality, _ month: Month, _ rows: [[String]]
    ) throws(WorkbookError) -> DemonstrationFile {
        let name = "\(table.id)_\(municipality.code)_\(month.iso)"
        let title = "\(municipality.name): \(table.title.sv), \(month.fullName(.sv))"
        return try write(table, rows.map { [month.iso, municipality.code] + $0 }, title: title, name: name)
    }

    /// Writes rows, month and municipality included, as a file of `table`.
    func write(
        _ table: Table, _ rows: [[String]], title: String, name: String
    ) throws(WorkbookError) -> DemonstrationFile {
        switch self {
        case .template, .titled:
            return DemonstrationFile(name: name + ".xlsx", bytes: try workbook(table, rows, title: title))
        case .semicolon, .western, .zeroless:
            return DemonstrationFile(name: name + ".csv", bytes: delimited(table, rows))
        }
    }

    private func workbook(_ table: Table, _ rows: [[String]], title: String) throws(WorkbookError) -> [UInt8] {
        let workbook = try WorkbookWriter(rowByRow: true)
        let sheet = try workbook.addSheet(String(table.title.sv.prefix(31)))
        var line = 1
        if self == .titled {
            try sheet.write(title, row: 1, column: 0)
            line = 3
        }
        for (place, field) in table.fields.enumerated() {
            let isFirst = place == 0 || table.fields[place - 1].group != field.group
            if isFirst, let group = field.group.flatMap({ table.group($0) }) {
                try sheet.write(group.title.sv, row: line, column: place, style: CellStyle(bold: true))
            }
        }
        line += 1
        for (place, field) in table.fields.enumerated() {
            try sheet.write(field.header.sv, row: line, column: place, style: CellStyle(bold: true))
        }
        if self == .titled { try sheet.write("Enhet", row: line, column: table.fields.count) }
        for row in rows {
            line += 1
            for (place, cell) in row.enumerated() where !cell.isEmpty {
                // Days and codes are numbers in a workbook; codes with leading zeros and texts are not.
                if let number = Int(cell), place > 2, table.fields[place].isWrittenAsNumber {
                    try sheet.write(number, row: line, column: place)
                } else {
                    try sheet.write(cell, row: line, column: place)
                }
            }
            if self == .titled { try sheet.write("Enhet \(1 + line % 3)", row: line, column: table.fields.count) }
        }
        return try workbook.finish()
    }

    private func delimited(_ table: Table, _ rows: [[String]]) -> [UInt8] {
        var writer = CSVWriter(byteOrderMark: self == .semicolon)
        writer.row(self == .western ? table.fields.map(\.title.sv) : table.fields.map(\.name))
        for cells in rows {
            guard self == .zeroless else {
                writer.row(cells)
                continue
            }
            writer.row(cells.enumerated().map { (1...2).contains($0) ? String($1.drop { $0 == "0" }) : $1 })
        }
        return self == .western ? String(decoding: writer.bytes, as: UTF8.self).latin1 : writer.bytes
    }
}

extension Field {
    fileprivate var isWrittenAsNumber: Bool {
        switch type {
        case .mark, .code, .integer: true
        case .month, .municipality, .runningNumber, .text, .date, .amount, .key, .term: false
        }
    }
}

extension String {
    /// The text in Windows-1252, as far as Latin-1 goes; anything else is a question mark.
    fileprivate var latin1: [UInt8] { unicodeScalars.map { $0.value < 256 ? UInt8($0.value) : 0x3f } }
}
