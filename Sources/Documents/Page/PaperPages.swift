import Reporting

/// Reckons how full a printed page is, so that a diagram stands whole on one page.
struct PaperPages {
    /// Millimetres taken of the page.
    private var taken = 14.0

    /// The room within the margins.
    private static let page = 255.0

    /// Where a diagram stands.
    struct Place {
        /// Whether it begins a page.
        var beginsPage: Bool
        /// Whether words and figures stand under each other rather than side by side.
        var isWide: Bool
    }

    /// Where the next diagram stands. `chart` is the height of its drawing in parts of its width.
    mutating func place(
        _ diagram: Diagram, heading: String, chart: Double, _ figures: FigureTable, comment: String?
    ) -> Place {
        let head = Self.height(heading, letters: 70, line: 5.6) + Self.height(diagram.subtitle, letters: 95, line: 5.1)
        let drawing = 5 + 174 * chart
        let table = 20 + 6 * Double(figures.rows.count)
        let ground = (diagram.notes + diagram.definitions + [diagram.source]).map {
            Self.height($0, letters: 105, line: 4.9)
        }
        func words(_ letters: Int) -> Double {
            let facts = diagram.facts.map { Self.height($0, letters: letters, line: 5.1) }.reduce(3, +)
            return facts + (comment.map { 17 + Self.height($0, letters: letters - 9, line: 5.1) } ?? 0)
        }
        func height(_ middle: Double) -> Double { head + drawing + middle + ground.reduce(2, +) }
        let beside = height(max(words(49), table))
        // What is too long beside the table runs on in whole lines.
        let isWide = figures.columns.count > 3 || beside > Self.page && words(49) > table
        let whole = isWide ? height(words(100) + table) : beside
        let beginsPage = taken > 14 && taken + whole > Self.page
        taken = (beginsPage ? 0 : taken) + whole + 12
        return Place(beginsPage: beginsPage, isWide: isWide)
    }

    /// Of a paragraph with so many letters on a line.
    private static func height(_ text: String, letters: Int, line: Double) -> Double {
        text.lines.reduce(1) { $0 + line * Double($1.count / letters + 1) }
    }
}
