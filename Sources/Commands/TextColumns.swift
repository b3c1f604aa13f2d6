/// Rows under a header as columns of text, for the screen.
enum TextColumns {
    /// Each column as wide as its widest cell, but the last, which nothing stands after.
    static func text(_ header: [String], _ rows: [[String]]) -> String {
        let widths = header.indices.map { column in ([header] + rows).map { $0[column].count }.max() ?? 0 }
        return ([header] + rows).map { row in
            zip(row, widths).enumerated().map { place, cell in
                place == widths.count - 1 ? cell.0 : cell.0 + String(repeating: " ", count: cell.1 - cell.0.count)
            }.joined(separator: "  ")
        }.joined(separator: "\n")
    }
}
