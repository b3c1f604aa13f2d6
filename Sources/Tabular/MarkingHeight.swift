/// How high a row must be for texts that wrap. Excel works it out by itself when a row has no height, LibreOffice
/// does not.
enum MarkingHeight {
    /// Letters are narrower than the digits that widths are counted in.
    private static let perWidth = 1.1
    /// One line of the plain font, in points.
    private static let line = 15.0
    /// The greatest height a row can have.
    private static let greatest = 409.0

    /// The height in points for `texts` in columns that wide (in characters); `nil` when one line is enough.
    static func points(_ texts: [(text: String, width: Double)]) -> Double? {
        let lines = texts.reduce(1) { lines, cell in
            max(
                lines,
                cell.text.split(separator: "\n", omittingEmptySubsequences: false)
                    .reduce(0) { $0 + max(1, Int((Double($1.count) / (cell.width * perWidth)).rounded(.up))) })
        }
        return lines > 1 ? min(Double(lines) * line, greatest) : nil
    }
}

extension AddedSheet {
    /// The height of row `place`, counted from 0, when it must be more than a line.
    func height(_ place: Int) -> Double? {
        if rows[place].first?.look == .title { return 24 }
        return MarkingHeight.points(
            zip(rows[place], widths).compactMap { cell, width in
                cell.text.flatMap { cell.look.style.wrap ? ($0, width) : nil }
            })
    }
}

extension WorkbookSheetWriter {
    /// Makes a row high enough for texts that wrap in columns of these widths in characters; call it before the row
    /// is written.
    public func fit(_ texts: [(text: String, width: Double)], row: Int) throws(WorkbookError) {
        if let points = MarkingHeight.points(texts) { try height(points, row: row) }
    }
}
