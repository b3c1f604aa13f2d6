import Markup
import Publication
import Reporting
import Vocabulary

extension ReportHTML {
    /// The figures of a diagram, with only the signs explained that stand in it.
    func table(_ diagram: Diagram) -> HTML {
        let table = FigureTable(diagram, report.language)
        let form = FigureForm(diagram.unit, report.language)
        let width = table.columns.count + (table.hasShares ? 2 : 1)
        let shares: HTML = table.hasShares ? "<th scope=\"col\" class=\"number\">\(words.share)</th>" : .empty
        let caption = words.caption(diagram.title, diagram.unit)
        let content: HTML = """
            <table>
            <caption>\(caption)</caption>
            <thead><tr>\(corner(table.corner))\
            \(table.columns.map { "<th scope=\"col\" class=\"number\">\($0)</th>" as HTML })\(shares)</tr></thead>
            <tbody>
            \(table.rows.map { row($0, form, width) })\(total(table, form, width))</tbody>
            </table>
            """
        return scrolled(content, diagram.title) + explained(table)
    }

    /// The head of the rows' own heads: on paper no head, for no cell is read with it.
    func corner(_ text: String) -> HTML { medium == .paper ? "<td>\(text)</td>" : "<th scope=\"col\">\(text)</th>" }

    /// A table that may be wider than its window.
    func scrolled(_ table: HTML, _ name: String) -> HTML {
        medium == .paper
            ? table : "<div class=\"scroll\" tabindex=\"0\" role=\"group\" aria-label=\"\(name)\">\n\(table)\n</div>\n"
    }

    private func row(_ row: FigureTable.Row, _ form: FigureForm, _ width: Int) -> HTML {
        switch row {
        case .border(let label): "<tr class=\"border\"><td colspan=\"\(width)\">\(label)</td></tr>\n"
        case .figures(let name, let isCurrent, let cells):
            """
            <tr\("class", is: isCurrent ? "current" : nil)><th scope="row">\(name)</th>\(cells.map { cell($0, form) })</tr>

            """
        }
    }

    private func cell(_ cell: FigureTable.Cell, _ form: FigureForm) -> HTML {
        let share: HTML = cell.share.map { "<td class=\"number\">\($0)\u{a0}%</td>" } ?? .empty
        return "<td class=\"number\">\(value(cell, form))</td>\(share)"
    }

    private func value(_ cell: FigureTable.Cell, _ form: FigureForm) -> HTML {
        if let value = cell.value?.value {
            guard cell.isJoined else { return "\(form.number(value))" }
            return medium == .paper
                ? "\(form.number(value))<sup>\(FigureTable.joinedMark)</sup>"
                : """
                \(form.number(value))<sup aria-hidden="true">\(FigureTable.joinedMark)</sup>\
                <span class="is-hidden"> \(words.joined)</span>
                """
        }
        guard let symbol = cell.symbol else { return .empty }
        return medium == .paper
            ? "\(symbol.rawValue)"
            : """
            <span aria-hidden="true">\(symbol.rawValue)</span>\
            <span class="is-hidden">\(symbol.meaning(report.language))</span>
            """
    }

    private func total(_ table: FigureTable, _ form: FigureForm, _ width: Int) -> HTML {
        guard let total = table.total else { return .empty }
        return """
            <tr class="sum"><th scope="row">\(words.total), \(total.text)</th>\
            <td class="number">\(form.number(total.value))</td></tr>

            """
    }

    private func explained(_ table: FigureTable) -> HTML {
        let texts = table.explanations(report.language)
        return texts.isEmpty ? .empty : "<p class=\"signs\">\(texts.joined(separator: ". ")).</p>"
    }
}
