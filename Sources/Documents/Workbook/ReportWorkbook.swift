import Definitions
import Reporting
import Tabular
import Vocabulary

/// All figures of a report in a workbook: an overview, a sheet for each diagram with a chart that can be changed, and what
/// the figures mean.
struct ReportWorkbook {
    let report: Report
    let words: ReportWords

    init(_ report: Report) {
        self.report = report
        words = ReportWords(report.language)
    }

    func bytes() throws(WorkbookError) -> [UInt8] {
        let place = report.identity.municipality.fullName
        let workbook = try WorkbookWriter(
            properties: WorkbookProperties(
                title: "\(report.title), \(place)", author: place, comments: report.warning ?? ""))
        var names = SheetNames()
        try overview(workbook.addSheet(names.name(words.overview)))
        for diagram in report.diagrams {
            let name = names.name("\(diagram.number) \(diagram.title)")
            try DiagramSheet(diagram, report).write(to: workbook.addSheet(name))
        }
        for part in report.parts {
            guard case .lateRegistration(let late) = part.content else { continue }
            try write(late, workbook.addSheet(names.name(part.heading)))
        }
        try ground(workbook.addSheet(names.name(words.definitionsAndSources)))
        return try workbook.finish()
    }

    private func overview(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        var row = try head(sheet, report.title)
        row += 1
        let month = report.identity.month
        let heads = [
            words.keyFigure, words.unitHead, month.fullName(report.language).capitalised,
            month.yearBefore.fullName(report.language).capitalised, words.change, words.changeShare, "",
            words.remark, words.howMeasured,
        ]
        for (column, text) in heads.enumerated() {
            let isNumber = (2...5).contains(column)
            try sheet.write(text, row: row, column: column, style: Look.head(isNumber ? .right : .left))
        }
        try sheet.height(32, row: row)
        try sheet.freeze(rows: row, columns: 1)
        try sheet.printLandscape(headerRows: row)
        for tile in report.tiles {
            row += 1
            try write(tile, to: sheet, row: row)
        }
        row += 1
        for diagram in report.diagrams {
            row += 1
            try sheet.write(diagram.heading(report.language), row: row, column: 0)
        }
        for (column, width) in [44.0, 12, 16, 16, 14, 14, 2, 44, 70].enumerated() {
            try sheet.width(width, columns: column...column)
        }
    }

    private func write(_ tile: Tile, to sheet: WorkbookSheetWriter, row: Int) throws(WorkbookError) {
        let text = TileText(tile, report.language)
        try sheet.write(tile.title, row: row, column: 0, style: Look.text)
        try sheet.write(words.unit(tile.unit), row: row, column: 1, style: Look.text)
        try Look.write(tile.value, tile.unit, to: sheet, row: row, column: 2)
        try Look.write(tile.before, tile.unit, to: sheet, row: row, column: 3)
        var remarks = tile.handMade.sorted().map {
            "\($0.fullName(report.language).capitalised): \(words.handMade)."
        }
        switch tile.comparison {
        case .change(let change):
            let style = Look.difference(tile.unit, words.points)
            try sheet.write(change.difference, row: row, column: 4, style: style)
            if let part = change.part, tile.unit != .percent {
                try sheet.write(part, row: row, column: 5, style: Look.share)
            }
        case .missing(let reason): remarks.append(reason.isEmpty ? "" : reason.capitalised + ".")
        case .notComparable: remarks.append(text.change.map { $0.hasSuffix(".") ? $0 : $0 + "." } ?? "")
        }
        let remark = (remarks + [tile.note ?? ""]).filter { !$0.isEmpty }.joined(separator: " ")
        try sheet.write(remark, row: row, column: 7, style: Look.text)
        try sheet.write(tile.definition, row: row, column: 8, style: Look.text)
        try sheet.height(
            max(Look.height(tile.definition, width: 64), Look.height(remark, width: 40)), row: row)
    }

    /// What begins every sheet; the row after it.
    func head(_ sheet: WorkbookSheetWriter, _ title: String) throws(WorkbookError) -> Int {
        try Look.head(of: sheet, title, report)
    }
}
