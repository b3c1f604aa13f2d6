import Definitions
import Publication
import Reporting
import Tabular
import Vocabulary

/// A diagram on a sheet of its own: figures, a chart of them, and what they mean.
///
/// A line that is broken is two columns, before and after: the chart then draws no line over the break, and whoever works
/// on with the figures sees it too. A figure that is missing is an empty cell, which a chart leaves open, and is explained
/// in a column for remarks.
struct DiagramSheet {
    private let diagram: Diagram
    private let report: Report
    private let words: ReportWords
    private let columns: [Column]

    /// A column of figures.
    private struct Column {
        var name: String
        var values: [Observation<Double>?]
        /// The place of its series among the series.
        var series: Int
        var isHollow = false
    }

    init(_ diagram: Diagram, _ report: Report) {
        self.diagram = diagram
        self.report = report
        words = ReportWords(report.language)
        columns = diagram.series.enumerated().flatMap { Self.columns(of: $1, $0, diagram) }
    }

    private static func columns(of series: Diagram.Series, _ number: Int, _ diagram: Diagram) -> [Column] {
        let borders = diagram.shape == .timeline ? diagram.borders.map(\.place) : []
        let ends = Set(series.breaks).union(borders).filter { 0 < $0 && $0 < diagram.places.count }.sorted()
        var columns: [Column] = []
        var start = 0
        for end in ends + [diagram.places.count] {
            let label = start == 0 ? "" : " (\(diagram.label(of: series, before: start)))"
            let part = start..<end
            columns.append(
                Column(
                    name: series.name + label,
                    values: diagram.places.indices.map { part.contains($0) ? series.observation($0) : nil },
                    series: number, isHollow: !part.isEmpty && part.allSatisfy { series.joined.contains($0) }))
            start = end
        }
        return columns
    }

    func write(to sheet: WorkbookSheetWriter) throws(WorkbookError) {
        let language = report.language
        var row = try Look.head(of: sheet, diagram.heading(language), report)
        try sheet.write(diagram.underline(language), row: row, column: 0, style: Look.quiet)
        row += 2
        let header = row
        try sheet.write(
            diagram.shape == .bars ? words.category : words.month, row: row, column: 0, style: Look.head(.left))
        for (index, name) in heads.enumerated() {
            try sheet.write(name, row: row, column: index + 1, style: Look.head(.right))
        }
        try sheet.writeBlank(row: row, column: columns.count + 1, style: Look.head(.left))
        try sheet.write(words.remark, row: row, column: remark, style: Look.head(.left))
        try sheet.height(max(18, heads.map { Look.height($0, width: width - 4) }.max() ?? 0), row: row)
        try sheet.freeze(rows: row)
        try sheet.printOnOnePage()
        for (index, place) in diagram.places.enumerated() {
            row += 1
            try sheet.write(place, row: row, column: 0)
            for (number, column) in columns.enumerated() {
                guard let value = column.values[index], value.value != nil else { continue }
                try Look.write(value, diagram.unit, to: sheet, row: row, column: number + 1)
            }
            try sheet.write(remarks(at: index), row: row, column: remark)
        }
        let last = row
        if let sum = diagram.total, let total {
            row += 1
            try sheet.write(total, row: row, column: 0, style: Look.strong)
            try Look.write(.value(sum.value), diagram.unit, to: sheet, row: row, column: 1)
        }
        try chart(sheet, header: header, last: last, row: row + 2)
        // The chart is twenty rows high.
        row += 23
        for text in words.around(diagram, in: report.identity.month) {
            row += 1
            try sheet.merge(CellRange(rows: row...row, columns: 0...remark), text: text, style: Look.text)
            try sheet.height(Look.height(text, width: 100), row: row)
        }
        try widths(sheet)
    }

    /// What the sum is, where there is one.
    private var total: String? { diagram.total.map { "\(words.total), \($0.text)" } }

    /// The column for remarks, an empty one from the figures.
    private var remark: Int { columns.count + 2 }

    /// What the columns of figures are: of bars the unit alone.
    private var heads: [String] {
        columns.map { diagram.shape == .bars ? words.unit(diagram.unit) : $0.name }
    }

    /// Of a column of figures: no word of its head is cut.
    private var width: Int {
        let words = heads.flatMap { $0.split { $0 == " " || $0 == "-" } }
        return max(16, (words.map(\.count).max() ?? 0) + 3)
    }

    /// As wide as the chart together.
    private func widths(_ sheet: WorkbookSheetWriter) throws(WorkbookError) {
        let names = diagram.places + [total ?? ""]
        let first = min(max(Double(names.map(\.count).max() ?? 0) + 2, 18), 50)
        let longest = Double(diagram.places.indices.map { remarks(at: $0).count }.max() ?? 0)
        let rest = 102 - first - Double(width * columns.count)
        try sheet.width(first, columns: 0...0)
        if !columns.isEmpty { try sheet.width(Double(width), columns: 1...columns.count) }
        try sheet.width(2, columns: (remark - 1)...(remark - 1))
        try sheet.width(max(rest, min(longest, 60), 14), columns: remark...remark)
    }

    /// Why figures are not there, and which were put together by hand.
    private func remarks(at place: Int) -> String {
        diagram.series.compactMap { series in
            guard !diagram.isAhead(place, series), let remark = words.remark(series, place) else { return nil }
            return (diagram.series.count > 1 ? "\(series.name): " : "") + remark
        }.joined(separator: ". ")
    }

    private func chart(_ sheet: WorkbookSheetWriter, header: Int, last: Int, row: Int) throws(WorkbookError) {
        guard last > header, !columns.isEmpty else { return }
        let places = CellRange(rows: (header + 1)...last, columns: 0...0)
        let series = columns.enumerated().map { index, column in
            WorkbookChart.Series(
                column.name, values: CellRange(rows: (header + 1)...last, columns: (index + 1)...(index + 1)),
                places: places, color: color(column.series), dash: dash(column.series), marker: marker(column.series),
                isHollow: column.isHollow)
        }
        let chart = WorkbookChart(
            kind, series, title: diagram.message,
            placeTitle: diagram.shape == .bars ? "" : words.month, valueTitle: words.unit(diagram.unit),
            numberFormat: Look.format(diagram.unit), least: diagram.axisStart(report.language))
        try sheet.insert(chart, row: row, column: 0, description: diagram.description)
    }

    private var kind: WorkbookChart.Kind {
        switch diagram.shape {
        case .years, .timeline: .lines
        case .grouped: .columns
        case .stacked: .stackedColumns
        case .bars: .bars
        }
    }

    private func color(_ series: Int) -> UInt32 {
        let colors: [UInt32] =
            switch diagram.shape {
            case .years, .timeline: [0x12436D, 0xB5530C, 0x6B7280]
            case .grouped: [0x12436D, 0xF46A25]
            case .stacked, .bars: [0x12436D, 0x28A197, 0x801650, 0xF46A25]
            }
        return colors[series % colors.count]
    }

    private func dash(_ series: Int) -> WorkbookChart.Dash {
        WorkbookChart.Dash.allCases[series % WorkbookChart.Dash.allCases.count]
    }

    private func marker(_ series: Int) -> WorkbookChart.Marker {
        WorkbookChart.Marker.allCases[series % WorkbookChart.Marker.allCases.count]
    }
}
