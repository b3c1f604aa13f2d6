import Definitions
import Publication
import Reporting
import Tabular
import Vocabulary

/// How the cells of a report's workbook look.
enum Look {
    static let title = CellStyle(bold: true, textColor: 0x12436D, size: 16)
    static let warning = CellStyle(bold: true, fill: 0xFFF6E0, textColor: 0x7A4B00)
    static let quiet = CellStyle(textColor: 0x4B5563)
    static let strong = CellStyle(bold: true)
    static let strongText = CellStyle(bold: true, wrap: true, top: true)
    static let text = CellStyle(wrap: true, top: true)
    static let share = CellStyle(numberFormat: "+0.0%;\u{2212}0.0%;0.0%", align: .right, top: true)

    static func head(_ align: CellStyle.Align) -> CellStyle {
        CellStyle(bold: true, wrap: true, fill: 0xE6F0F8, border: .below, align: align)
    }

    /// How high a row must be for a text that goes on in new lines, in points. Programs do not reckon it for merged cells,
    /// and not all of them for others.
    static func height(_ text: String, width: Int) -> Double {
        15 * Double(max(1, (text.count + width - 1) / width))
    }

    /// A difference, with its sign; between shares in percentage points.
    static func difference(_ unit: IndicatorUnit, _ points: String) -> CellStyle {
        let plain = unit == .percent ? "0\" \(points)\"" : "#,##0"
        return CellStyle(numberFormat: "+\(plain);\u{2212}\(plain);\(plain)", align: .right, top: true)
    }

    /// A code for numbers of a unit: shares are hundredths, shown as percent.
    static func format(_ unit: IndicatorUnit) -> String { unit == .percent ? "0%" : "#,##0" }

    /// A number as a number, or the sign that stands where there is none.
    static func write(
        _ observation: Observation<Double>, _ unit: IndicatorUnit, to sheet: WorkbookSheetWriter, row: Int, column: Int
    ) throws(WorkbookError) {
        guard let value = observation.value else {
            let sign = Symbol(observation)?.rawValue ?? ""
            return try sheet.write(sign, row: row, column: column, style: CellStyle(align: .right, top: true))
        }
        let style = CellStyle(numberFormat: format(unit), align: .right, top: true)
        // A share is kept in full and shown as whole percent; sums and counts are whole.
        try sheet.write(unit == .percent ? value / 100 : value.rounded(), row: row, column: column, style: style)
    }

    /// Title, whose it is, how far it has come and what must be said of it; the row after.
    static func head(
        of sheet: WorkbookSheetWriter, _ text: String, _ report: Report
    ) throws(WorkbookError) -> Int {
        let words = ReportWords(report.language)
        try sheet.write(text, row: 1, column: 0, style: title)
        let state = words.state(report.state).map { "\($0). " } ?? ""
        let day = report.extracted.map { words.extracted($0) } ?? ""
        let whose = "\(report.identity.municipality.fullName), \(report.committee). \(report.title). \(state)\(day)"
        try sheet.write(whose, row: 2, column: 0, style: quiet)
        guard let text = report.warning else { return 4 }
        try sheet.write(text, row: 3, column: 0, style: warning)
        return 5
    }
}
