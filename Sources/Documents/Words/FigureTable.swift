import Definitions
import Publication
import Reporting
import Vocabulary

/// The figures of a diagram in rows and columns, whatever they are written on.
struct FigureTable: Sendable {
    /// What the rows are: "Månad".
    let corner: String
    /// What the columns are: "2023", "2022".
    let columns: [String]
    /// Top to bottom.
    let rows: [Row]
    /// Whether a column with each value's part of the sum belongs to it.
    let hasShares: Bool
    /// The sum, and what kind of sum it is.
    let total: Diagram.Total?

    /// A row of figures, or a border between two.
    enum Row: Sendable {
        case figures(name: String, isCurrent: Bool, [Cell])
        case border(String)
    }

    /// A figure; without a value, one of a month that is not yet.
    struct Cell: Sendable {
        var value: Observation<Double>?
        /// Whether it was put together by hand.
        var isJoined = false
        /// Its part of the sum, as a whole percent.
        var share: Int?
        /// The sign that stands where there is no value.
        var symbol: Symbol? { value.flatMap { Symbol($0) } }
    }

    init(_ diagram: Diagram, _ language: Language) {
        let words = ReportWords(language)
        total = diagram.total
        if diagram.shape == .bars {
            hasShares = diagram.hasShares
            corner = words.category
            columns = [words.unit(diagram.unit)]
            let series = diagram.series.first
            rows = diagram.places.enumerated().map { index, name in
                let cell = Cell(
                    value: series?.observation(index) ?? .notApplicable, share: diagram.share(index))
                return .figures(name: name, isCurrent: false, [cell])
            }
            return
        }
        hasShares = false
        corner = words.month
        if diagram.shape == .timeline, diagram.series.count == 1, let only = diagram.series.first,
            let square = Self.years(diagram, only, words)
        {
            (columns, rows) = square
            return
        }
        columns = diagram.series.map(\.name)
        var rows: [Row] = []
        for (index, name) in diagram.places.enumerated() {
            rows += diagram.borderLabels(before: index).map { .border(words.border($0)) }
            let cells = diagram.series.map { series in
                Cell(
                    value: diagram.isAhead(index, series) ? nil : series.observation(index),
                    isJoined: series.joined.contains(index))
            }
            rows.append(.figures(name: name, isCurrent: diagram.current == index, cells))
        }
        self.rows = rows
    }

    /// Months of whole or begun years as months × years: twelve rows are read more easily than thirty-six.
    private static func years(
        _ diagram: Diagram, _ series: Diagram.Series, _ words: ReportWords
    ) -> (columns: [String], rows: [Row])? {
        // The first year is whole: the rows are then the months of the calendar.
        let months = diagram.months
        guard months.count == diagram.places.count, months.count >= 12, let first = months.first, first.month == 1
        else {
            return nil
        }
        let years = Array(Set(months.map(\.year))).sorted(by: >)
        var rows: [Row] = []
        for row in 0..<12 {
            rows += diagram.borders.filter { $0.place % 12 == row }.map { .border(words.border($0.label)) }
            var isCurrent = false
            let cells = years.map { year in
                let place = (year - first.year) * 12 + row
                guard months.indices.contains(place) else { return Cell(value: nil) }
                isCurrent = isCurrent || diagram.current == place
                return Cell(value: series.observation(place), isJoined: series.joined.contains(place))
            }
            rows.append(.figures(name: months[row].name(words.language), isCurrent: isCurrent, cells))
        }
        return (years.map(String.init), rows)
    }

    /// Every figure in it.
    private var cells: [Cell] {
        rows.flatMap { row in if case .figures(_, _, let cells) = row { cells } else { [Cell]() } }
    }

    /// The signs that occur in it, with what they mean; and the mark of values put together by hand.
    func explanations(_ language: Language) -> [String] {
        let words = ReportWords(language)
        let cells = cells
        let isSystemChange = cells.contains { $0.value == .missing(.systemChange) }
        let symbols = Symbol.allCases.filter { symbol in cells.contains { $0.symbol == symbol } }
        return symbols.map { symbol in
            words.meaning(symbol)
                + (symbol == .missing && isSystemChange
                    ? " (\(words.systemChange))" : "")
        } + (cells.contains(where: \.isJoined) ? ["\(Self.joinedMark) = \(words.joined)"] : [])
    }

    /// Stands after a value that was put together by hand.
    static let joinedMark = "m"
}

extension Diagram.Series {
    /// What is known at a place.
    func observation(_ place: Int) -> Observation<Double> {
        values.indices.contains(place) ? values[place] : .notApplicable
    }
}

extension Diagram {
    /// What changed before a place; over years the label says in which.
    func borderLabels(before place: Int) -> [String] { borders.filter { $0.place == place }.map(\.label) }

    /// What is to be said of a line where it is broken.
    func label(of series: Series, before place: Int) -> String {
        series.breakLabel ?? borders.first { $0.place == place }?.label ?? borders.first?.label ?? ""
    }

    /// Whether each value is told as part of their sum: not when they have a sum of their own, which may count anew.
    var hasShares: Bool { shape == .bars && unit != .percent && total == nil && sum > 0 }

    /// A value as whole percent of all of them.
    func share(_ place: Int) -> Int? {
        guard hasShares, let value = series.first?.observation(place).value else { return nil }
        return Int((100 * value / sum).rounded())
    }

    private var sum: Double { series.first?.values.compactMap(\.value).reduce(0, +) ?? 0 }
}
