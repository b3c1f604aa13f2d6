internal import CXlsxWriter

extension WorkbookSheetWriter {
    /// Puts `chart` with its upper left corner in a cell. It may only show cells of this sheet.
    ///
    /// - Parameters:
    ///   - size: its width and height in pixels.
    ///   - description: what is read instead of the picture (*alternativtext*).
    public func insert(
        _ chart: WorkbookChart, row: Int, column: Int, size: (width: Int, height: Int) = (720, 400), description: String
    ) throws(WorkbookError) {
        let (line, place) = try at(row, column)
        let sheet = try sheet
        guard let made = workbook_add_chart(book.pointer, UInt8(chart.kind.code.rawValue)) else {
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        for series in chart.series { try draw(series, of: chart.kind, on: made) }
        chart.describe(made)
        let texts = CStrings([Self.plain(description)])
        var options = lxw_chart_options()
        // The library's own size is 480 × 288.
        options.x_scale = Double(size.width) / 480
        options.y_scale = Double(size.height) / 288
        options.object_position = UInt8(LXW_OBJECT_MOVE_DONT_SIZE.rawValue)
        options.description = texts[0]
        try check(
            withExtendedLifetime(texts) { worksheet_insert_chart_opt(sheet, line, place, made, &options) },
            chart.title, row: row, column: column)
    }

    /// A text as a chart can hold it: without control characters, and never read as a formula.
    fileprivate static func plain(_ text: String) -> String {
        let kept = text.unicodeScalars.filter { $0.value >= 0x20 || $0 == "\n" || $0 == "\t" }
        let text = String(String.UnicodeScalarView(kept))
        return text.hasPrefix("=") ? " " + text : text
    }

    private func draw(
        _ series: WorkbookChart.Series, of kind: WorkbookChart.Kind, on chart: UnsafeMutablePointer<lxw_chart>
    ) throws(WorkbookError) {
        let values = try at(series.values)
        let places = try at(series.places)
        let name = String(cString: try sheet.pointee.name)
        guard let made = chart_add_series(chart, nil, nil) else {
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        chart_series_set_categories(
            made, name, places.firstRow, places.firstColumn, places.lastRow, places.lastColumn)
        chart_series_set_values(made, name, values.firstRow, values.firstColumn, values.lastRow, values.lastColumn)
        chart_series_set_name(made, Self.plain(series.name))
        var fill = lxw_chart_fill()
        fill.color = series.color
        guard kind == .lines else {
            chart_series_set_fill(made, &fill)
            if kind == .bars { chart_series_set_labels(made) }
            return
        }
        var stroke = lxw_chart_line()
        stroke.color = series.color
        stroke.width = series.dash == .solid ? 2.5 : 2
        stroke.dash_type = UInt8(series.dash.code.rawValue)
        chart_series_set_line(made, &stroke)
        chart_series_set_marker_type(
            made, UInt8((series.marker?.code ?? LXW_CHART_MARKER_NONE).rawValue))
        guard series.marker != nil else { return }
        chart_series_set_marker_size(made, 6)
        var edge = lxw_chart_line()
        edge.color = series.color
        chart_series_set_marker_line(made, &edge)
        if series.isHollow { fill.color = 0xFFFFFF }
        chart_series_set_marker_fill(made, &fill)
    }
}

extension WorkbookChart {
    /// Titles, axes and legend.
    fileprivate func describe(_ chart: UnsafeMutablePointer<lxw_chart>) {
        var large = lxw_chart_font()
        large.size = 12
        large.bold = 1
        if title.isEmpty {
            chart_title_off(chart)
        } else {
            chart_title_set_name(chart, WorkbookSheetWriter.plain(title))
            chart_title_set_name_font(chart, &large)
        }
        chart_show_blanks_as(chart, UInt8(LXW_CHART_BLANKS_AS_GAP.rawValue))
        var small = lxw_chart_font()
        small.size = 9
        // The axes of bars lie the other way in the library too.
        let (across, up) = (chart.pointee.x_axis, chart.pointee.y_axis)
        let (places, values) = kind == .bars ? (up, across) : (across, up)
        if !placeTitle.isEmpty {
            chart_axis_set_name(places, WorkbookSheetWriter.plain(placeTitle))
            chart_axis_set_name_font(places, &small)
        }
        if !valueTitle.isEmpty {
            chart_axis_set_name(values, WorkbookSheetWriter.plain(valueTitle))
            chart_axis_set_name_font(values, &small)
        }
        chart_axis_set_num_format(values, numberFormat)
        if let least { chart_axis_set_min(values, least) }
        var rule = lxw_chart_line()
        rule.color = 0xD1D5DB
        rule.width = 0.75
        chart_axis_major_gridlines_set_visible(values, kind == .bars ? 0 : 1)
        chart_axis_major_gridlines_set_line(values, &rule)
        switch kind {
        case .bars:
            chart_axis_set_reverse(places)
            chart_axis_off(values)
            chart_set_series_gap(chart, 50)
            chart_legend_set_position(chart, UInt8(LXW_CHART_LEGEND_NONE.rawValue))
        case .columns, .stackedColumns: chart_set_series_gap(chart, 60)
        case .lines: break
        }
        if kind != .bars {
            chart_legend_set_position(
                chart, UInt8((series.count > 1 ? LXW_CHART_LEGEND_BOTTOM : LXW_CHART_LEGEND_NONE).rawValue))
        }
    }
}

extension WorkbookChart.Kind {
    fileprivate var code: lxw_chart_type {
        switch self {
        case .lines: LXW_CHART_LINE
        case .columns: LXW_CHART_COLUMN
        case .stackedColumns: LXW_CHART_COLUMN_STACKED
        case .bars: LXW_CHART_BAR
        }
    }
}

extension WorkbookChart.Dash {
    fileprivate var code: lxw_chart_line_dash_type {
        switch self {
        case .solid: LXW_CHART_LINE_DASH_SOLID
        case .dashed: LXW_CHART_LINE_DASH_DASH
        case .dotted: LXW_CHART_LINE_DASH_SQUARE_DOT
        }
    }
}

extension WorkbookChart.Marker {
    fileprivate var code: lxw_chart_marker_type {
        switch self {
        case .circle: LXW_CHART_MARKER_CIRCLE
        case .triangle: LXW_CHART_MARKER_TRIANGLE
        case .square: LXW_CHART_MARKER_SQUARE
        }
    }
}
