public import Statistics
public import Vocabulary

/// A table to show: what it says, in the reader's language, before any format has been chosen.
public struct StatisticalTable: Sendable {
    /// What `--table` calls it: "2", "bilaga3".
    public var id: String
    /// The whole heading: "Tabell 2. Arbetsfrämjande insatser …".
    public var title: String
    /// The columns, left to right.
    public var columns: [Column]
    /// The rows, top to bottom.
    public var rows: [Row]
    /// What a reader must know to read it right, one sentence or two each.
    public var notes: [String]
    /// Where the figures come from.
    public var source: String
    /// Said first of all when the figures are made up (*påhittade uppgifter*); `nil` for real ones.
    public var warning: String?

    /// A table from its parts.
    public init(
        id: String, title: String, columns: [Column], rows: [Row], notes: [String] = [], source: String,
        warning: String? = nil
    ) {
        self.id = id
        self.title = title
        self.columns = columns
        self.rows = rows
        self.notes = notes
        self.source = source
        self.warning = warning
    }

    /// One column.
    public struct Column: Sendable {
        /// Stable name in JSON: "share".
        public var id: String
        /// The heading.
        public var title: String
        /// What stands in it.
        public var unit: Unit

        /// What stands in a column.
        public enum Unit: String, Sendable {
            case text, count, percent
        }
    }

    /// One row, a cell per column.
    public struct Row: Sendable {
        /// A cell for each column.
        public var cells: [Cell]
        /// Whether it sums up the rows above.
        public var isTotal: Bool

        /// A row of `cells`.
        public init(_ cells: [Cell], isTotal: Bool = false) {
            self.cells = cells
            self.isTotal = isTotal
        }
    }

    /// What a cell says.
    public enum Cell: Equatable, Sendable {
        case text(String)
        case figure(Observation<Figure>)
    }

    /// A number as it is shown.
    public enum Figure: Equatable, Sendable {
        case count(Int)
        case share(Share)
        /// The whole of which the shares are parts: 100.
        case whole
    }

    /// The cell in the row whose first cell is `row` and the column called `column`, as the goldens ask for it.
    public func cell(_ row: String, _ column: String) -> Cell? {
        guard let place = columns.firstIndex(where: { $0.id == column }),
            let found = rows.first(where: { $0.cells.first == .text(row) })
        else { return nil }
        return found.cells[place]
    }
}

extension StatisticalTable.Column {
    /// A column of texts.
    public static func text(_ id: String, _ title: String) -> Self { Self(id: id, title: title, unit: .text) }
    /// A column of numbers of something.
    public static func count(_ id: String, _ title: String) -> Self { Self(id: id, title: title, unit: .count) }
    /// A column of shares.
    public static func percent(_ id: String, _ title: String) -> Self { Self(id: id, title: title, unit: .percent) }
}

extension StatisticalTable.Cell {
    /// A number of something.
    public static func count(_ number: Int) -> Self { .figure(.value(.count(number))) }

    /// A share with one decimal.
    public static func share(_ share: Share) -> Self { .figure(.value(.share(share))) }

    /// The whole of which the shares are parts: 100.
    public static var whole: Self { .figure(.value(.whole)) }

    /// What cannot exist here.
    public static var notApplicable: Self { .figure(.notApplicable) }

    /// What should be known but is not.
    public static var missing: Self { .figure(.missing(.unknown)) }

    /// The share of `part` in `whole`; not applicable when there is nothing to take a share of.
    static func share(_ part: Int, of whole: Int) -> Self {
        Share(part, of: whole).map { .share($0) } ?? .notApplicable
    }
}
