/// A chart of cells of a workbook, which the program draws itself (*inbyggt diagram*) and its user can change.
public struct WorkbookChart: Sendable {
    /// How it is drawn.
    public var kind: Kind
    /// What is drawn, in the order of the legend.
    public var series: [Series]
    /// What stands above it.
    public var title: String
    /// What the places are: "Månad".
    public var placeTitle: String
    /// What the values are: "Kronor".
    public var valueTitle: String
    /// A format code for the numbers of the axis: `#,##0`.
    public var numberFormat: String
    /// Where the value axis begins; `nil` = where the program finds best, which is 0 for columns and bars.
    public var least: Double?

    /// How a chart is drawn.
    public enum Kind: Sendable {
        /// A line a series; an empty cell is a gap.
        case lines
        /// Columns beside each other.
        case columns
        /// Columns on top of each other.
        case stackedColumns
        /// Horizontal bars, the first at the top, with their values.
        case bars
    }

    /// What is drawn in one way.
    public struct Series: Sendable {
        /// What the legend says.
        public var name: String
        /// The cells with the values, in one column of the sheet that the chart is put on.
        public var values: CellRange
        /// The cells with the names of the places.
        public var places: CellRange
        /// RGB: `0x12436D`.
        public var color: UInt32
        /// How a line is drawn.
        public var dash: Dash
        /// What stands at the values of a line; `nil` = nothing.
        public var marker: Marker?
        /// Whether markers are white within.
        public var isHollow: Bool

        /// A series from its parts.
        public init(
            _ name: String, values: CellRange, places: CellRange, color: UInt32, dash: Dash = .solid,
            marker: Marker? = nil, isHollow: Bool = false
        ) {
            self.name = name
            self.values = values
            self.places = places
            self.color = color
            self.dash = dash
            self.marker = marker
            self.isHollow = isHollow
        }
    }

    /// How a line is drawn.
    public enum Dash: Sendable, CaseIterable {
        case solid, dashed, dotted
    }

    /// What stands at a value.
    public enum Marker: Sendable, CaseIterable {
        case circle, triangle, square
    }

    /// A chart from its parts.
    public init(
        _ kind: Kind, _ series: [Series], title: String = "", placeTitle: String = "", valueTitle: String = "",
        numberFormat: String = "General", least: Double? = nil
    ) {
        self.kind = kind
        self.series = series
        self.title = title
        self.placeTitle = placeTitle
        self.valueTitle = valueTitle
        self.numberFormat = numberFormat
        self.least = least
    }
}
