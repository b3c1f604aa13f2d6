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
            try grown(late, workbook.addSheet(names.name(part.heading)))
        }
        try ground(workbook.addSheet(names.name(words.definitionsAndSources)))
        return try workbook.finish()
    }

    private func overview(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        var row = try head(sheet, report.title)
        row += 1
        let month = report.identity.month
        let heads = [
            words.keyFigure, words.unitHead, words.capital(month.fullName(report.language)),
            words.capital(month.yearBefore.fullName(report.language)), words.change, words.changeShare, "",
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
        switch tile.comparison {
        case .change(let change):
            let style = Look.difference(tile.unit, words.points)
            try sheet.write(change.difference, row: row, column: 4, style: style)
            if let tenths = change.tenthsOfPercent, tile.unit != .percent {
                try sheet.write(Double(tenths) / 1000, row: row, column: 5, style: Look.share)
            }
        case .missing(let reason): try sheet.write(words.capital(reason), row: row, column: 7, style: Look.text)
        case .notComparable: try sheet.write(text.change ?? "", row: row, column: 7, style: Look.text)
        }
        try sheet.write(tile.definition, row: row, column: 8, style: Look.text)
        try sheet.height(
            max(Look.height(tile.definition, width: 64), Look.height(text.change ?? "", width: 40)), row: row)
    }

    private func grown(_ late: LateRegistration, _ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        var row = try head(sheet, words.late)
        for line in late.introduction.lines {
            try text(line, sheet, &row)
        }
        for figure in late.figures {
            row += 1
            try sheet.write(words.caption(figure.title, figure.unit), row: row, column: 0, style: Look.strong)
            row += 1
            let heads = [
                words.month, words.firstExtracted, words.knownNow, words.added, words.expected, words.lower,
                words.upper,
            ]
            for (column, text) in heads.enumerated() {
                try sheet.write(text, row: row, column: column, style: Look.head(column == 0 ? .left : .right))
            }
            for month in figure.months {
                row += 1
                try sheet.write(month.month.fullName(report.language), row: row, column: 0)
                let expected = month.expected
                let interval = expected?.interval
                let isSure = interval?.lowerBound == interval?.upperBound
                let values: [Double?] = [
                    month.first, month.now, month.now - month.first, expected?.value,
                    isSure ? nil : interval?.lowerBound, isSure ? nil : interval?.upperBound,
                ]
                for (column, value) in values.enumerated() {
                    guard let value else { continue }
                    try Look.write(.value(value), figure.unit, to: sheet, row: row, column: column + 1)
                }
            }
        }
        row += 2
        for line in late.method.lines { try text(line, sheet, &row) }
        try sheet.width(44, columns: 0...0)
        try sheet.width(20, columns: 1...6)
        try sheet.printLandscape(headerRows: 0)
    }

    /// A line of text over the width of the table.
    private func text(_ line: String, _ sheet: WorkbookSheetWriter, _ row: inout Int) throws(WorkbookError) {
        try sheet.merge(CellRange(rows: row...row, columns: 0...6), text: line, style: Look.text)
        try sheet.height(Look.height(line, width: 150), row: row)
        row += 1
    }

    private func ground(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        var row = try head(sheet, words.definitionsAndSources)
        func write(_ title: String, _ texts: [String]) throws(WorkbookError) {
            for (index, text) in texts.filter({ !$0.isEmpty }).enumerated() {
                let title = index == 0 ? title : ""
                try sheet.write(title, row: row, column: 0, style: Look.strongText)
                try sheet.write(text, row: row, column: 1, style: Look.text)
                try sheet.height(max(Look.height(text, width: 100), Look.height(title, width: 36)), row: row)
                row += 1
            }
        }
        try write(words.about, [words.responsible(report)] + report.sources)
        for change in report.changes {
            try write(
                "\(words.changed): \(change.titles.now)",
                ["\(words.now): \(change.definitions.now)", "\(words.before): \(change.definitions.before)"])
        }
        for diagram in report.diagrams {
            try write("\(diagram.number) \(diagram.title)", diagram.definitions + diagram.notes + [diagram.source])
        }
        try sheet.width(44, columns: 0...0)
        try sheet.width(110, columns: 1...1)
        try sheet.printLandscape(headerRows: 0)
    }

    /// What begins every sheet; the row after it.
    private func head(_ sheet: WorkbookSheetWriter, _ title: String) throws(WorkbookError) -> Int {
        try Look.head(of: sheet, title, report)
    }
}

/// Names of sheets: at most 31 characters, without those that formulas use, and each of its own.
struct SheetNames {
    private var taken: Set<String> = []

    mutating func name(_ title: String) -> String {
        let plain = String(title.filter { !"[]:*?/\\'".contains($0) }.prefix(31)).trimmed
        var name = plain.isEmpty ? "Blad" : plain
        var number = 2
        while taken.contains(name.lowercased()) {
            name = "\(plain.prefix(27)) \(number)"
            number += 1
        }
        taken.insert(name.lowercased())
        return name
    }
}

extension String {
    fileprivate var trimmed: String {
        String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
    }
}
