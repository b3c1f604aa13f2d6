public import Vocabulary

extension StatisticalTable {
    /// The table for a terminal: aligned columns, long labels broken at words, notes and signs below.
    ///
    /// - Parameter labelWidth: Characters of the widest text column before it is broken.
    public func text(_ language: Language, labelWidth: Int = 52) -> String {
        let form = NumberForm(language)
        let body = rows.map { row in
            zip(row.cells, columns).map { cell, column in
                column.unit == .text ? wrap(cell.text(form), labelWidth, indent: "  ") : [cell.text(form)]
            }
        }
        let head = columns.map { wrap($0.title, $0.unit == .text ? labelWidth : 14) }
        let widths = columns.indices.map { place in
            ([head] + body).reduce(0) { max($0, $1[place].map(\.count).max() ?? 0) }
        }
        let rule = String(repeating: "─", count: widths.reduce(0, +) + 2 * (widths.count - 1))
        var lines: [String] = []
        if let warning { lines.append("*** \(warning) ***") }
        lines += wrap(title, max(rule.count, 80))
        lines += [rule] + laid(head, widths, fromBottom: true) + [rule]
        for (row, cells) in zip(rows, body) {
            if row.isTotal, lines.last != rule { lines.append(rule) }
            lines += laid(cells, widths)
        }
        lines.append(rule)
        lines += symbols.map { "\($0.rawValue) = \($0.meaning(language))" }
        lines += notes.flatMap { wrap($0, max(rule.count, 80)) }
        lines += wrap(source, max(rule.count, 80))
        return lines.joined(separator: "\n") + "\n"
    }

    /// Lays the cells of one row, each of one or more lines, side by side.
    private func laid(_ cells: [[String]], _ widths: [Int], fromBottom: Bool = false) -> [String] {
        let height = cells.map(\.count).max() ?? 0
        return (0..<height).map { line in
            var text = ""
            for (place, column) in columns.enumerated() {
                let offset = fromBottom ? height - cells[place].count : 0
                let cell = cells[place].indices.contains(line - offset) ? cells[place][line - offset] : ""
                let space = String(repeating: " ", count: widths[place] - cell.count)
                text += (place == 0 ? "" : "  ") + (column.unit == .text ? cell + space : space + cell)
            }
            while text.last == " " { text.removeLast() }
            return text
        }
    }

    /// Breaks `text` at spaces into lines of at most `width` characters, where words allow; `indent` begins all but the
    /// first.
    private func wrap(_ text: String, _ width: Int, indent: String = "") -> [String] {
        guard text.count > width else { return [text] }
        var lines = [""]
        for word in text.split(separator: " ") {
            let last = lines.count - 1
            if lines[last].isEmpty {
                lines[last] = String(word)
            } else if lines[last].count + 1 + word.count <= width {
                lines[last] += " \(word)"
            } else {
                lines.append(indent + word)
            }
        }
        return lines
    }
}
