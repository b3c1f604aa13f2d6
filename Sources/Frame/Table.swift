public import Markup

/// A column of a table of `Row`s.
public struct Column<Row> {
    /// What stands in it.
    public enum Kind: Sendable {
        case text, number
        /// The name of the row: one a table.
        case rowHeader
    }

    let title: String
    let kind: Kind
    let sort: String?
    let isTitleUnseen: Bool
    let cell: (Row) -> HTML

    /// A column.
    ///
    /// - Parameters:
    ///   - sort: the word of the address that sorts by it; `nil` when it cannot be sorted by.
    ///   - isTitleUnseen: whether only screen readers hear the title, as over tick boxes.
    public init(
        _ title: String, _ kind: Kind = .text, sort: String? = nil, isTitleUnseen: Bool = false,
        _ cell: @escaping (Row) -> HTML
    ) {
        self.title = title
        self.kind = kind
        self.sort = sort
        self.isTitleUnseen = isTitleUnseen
        self.cell = cell
    }
}

/// How a table fits a narrow window.
public enum NarrowTable: String, Sendable {
    /// Each row becomes a block, with a line a cell.
    case stack
    /// Each row becomes a block, with cells one after another: for many rows.
    case flow
    /// It is scrolled sideways.
    case scroll

    var isInBlocks: Bool { self != .scroll }
    var look: String? {
        switch self {
        case .stack: "stack"
        case .flow: "stack flow"
        case .scroll: nil
        }
    }
}

/// By what, and which way, a table is sorted: `?sortera=kommun`, `?sortera=-kommun` downwards.
public struct Sort: Sendable, Equatable {
    /// The column's word.
    public let column: String
    /// Whether the greatest stands first.
    public let isDescending: Bool

    /// The id of what is shown first when the table has been sorted anew; `nil` = the top of the page.
    public let anchor: String?

    /// Sorted by `column`.
    public init(_ column: String, isDescending: Bool = false, anchor: String? = nil) {
        self.column = column
        self.isDescending = isDescending
        self.anchor = anchor
    }

    /// As the address says, or by `usual`. Columns that are not among `columns` are not sorted by.
    public init(_ path: Path, among columns: Set<String>, usual: Sort) {
        let word = path[Self.name] ?? ""
        let column = word.hasPrefix("-") ? String(word.dropFirst()) : word
        self =
            columns.contains(column)
            ? Sort(column, isDescending: word.hasPrefix("-"), anchor: usual.anchor) : usual
    }

    static let name = "sortera"
    var word: String { (isDescending ? "-" : "") + column }
}

extension Page {
    /// A table with caption and scopes. `empty` is said instead when there are no rows.
    ///
    /// - Parameters:
    ///   - caption: what the table shows, with period and unit.
    ///   - isCaptionUnseen: whether a heading just over the table says the same.
    ///   - narrow: how it fits a narrow window.
    ///   - sort: how it is sorted, when its headers are to be links that sort it.
    ///   - id: the id of a row, to be led to: "rad-14".
    ///   - sum: the last row, in bold.
    public func table<Row>(
        _ caption: String, _ rows: [Row], _ columns: [Column<Row>], isCaptionUnseen: Bool = false,
        narrow: NarrowTable = .stack, sort: Sort? = nil, empty: String, id: ((Row) -> String?)? = nil, sum: Row? = nil
    ) -> HTML {
        guard !rows.isEmpty else { return "<p class=\"empty\">\(empty)</p>\n" }
        let table: HTML = """
            <table\("class", is: narrow.look)\("role", is: narrow.isInBlocks ? "table" : nil)>
            <caption\("class", is: isCaptionUnseen ? "quiet" : nil)>\(caption)</caption>
            <thead\(role(" role=\"rowgroup\"", narrow))><tr\(role(" role=\"row\"", narrow))>\(columns.map { header($0, sort, narrow) })</tr></thead>
            <tbody\(role(" role=\"rowgroup\"", narrow))>
            \(rows.map { row($0, columns, narrow, id: id?($0)) })\
            \(sum.map { row($0, columns, narrow, id: nil, isSum: true) })</tbody></table>
            """
        guard narrow == .scroll else { return table + "\n" }
        return "<div class=\"scroll\" role=\"region\" aria-label=\"\(caption)\" tabindex=\"0\">\(table)</div>\n"
    }

    // Rows that are drawn as blocks lose what they are for screen readers, unless it is said again.
    private func role(_ role: HTML, _ narrow: NarrowTable) -> HTML { narrow.isInBlocks ? role : .empty }

    private func header<Row>(_ column: Column<Row>, _ sort: Sort?, _ narrow: NarrowTable) -> HTML {
        let current = sort.flatMap { $0.column == column.sort ? $0 : nil }
        var title: HTML = column.isTitleUnseen ? "<span class=\"hidden\">\(column.title)</span>" : "\(column.title)"
        if let sort, let word = column.sort {
            let next = Sort(word, isDescending: sort.column == word && !sort.isDescending)
            let arrow = current.map { $0.isDescending ? Icon.down : .up }
            title = """
                <a href="\(path.with(Sort.name, next.word).with(PageOfList.name, nil).at(sort.anchor))">\(title)\
                \(arrow?.html)</a>
                """
        }
        let order = current.map { $0.isDescending ? "descending" : "ascending" }
        return """
            <th scope="col"\(role(" role=\"columnheader\"", narrow))\("class", is: column.kind == .number ? "number" : nil)\
            \("aria-sort", is: order)>\(title)</th>
            """
    }

    private func row<Row>(
        _ row: Row, _ columns: [Column<Row>], _ narrow: NarrowTable, id: String?, isSum: Bool = false
    ) -> HTML {
        let cells = columns.map { self.cell(row, $0, narrow) }
        return "<tr\(role(" role=\"row\"", narrow))\("id", is: id)\("class", is: isSum ? "sum" : nil)>\(cells)</tr>\n"
    }

    private func cell<Row>(_ row: Row, _ column: Column<Row>, _ narrow: NarrowTable) -> HTML {
        if column.kind == .rowHeader {
            return "<th scope=\"row\"\(role(" role=\"rowheader\"", narrow))>\(column.cell(row))</th>"
        }
        let label = narrow.isInBlocks && !column.isTitleUnseen ? column.title : nil
        let said = column.cell(row)
        let isNothing = said == "–"
        let look = column.kind == .number ? isNothing ? "number nothing" : "number" : isNothing ? "nothing" : nil
        let (start, end): (HTML, HTML) = narrow.isInBlocks ? ("<div>", "</div>") : (.empty, .empty)
        return """
            <td\(role(" role=\"cell\"", narrow))\("class", is: look)\("data-label", is: label)>\(start)\(said)\(end)</td>
            """
    }
}
