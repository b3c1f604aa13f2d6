/// A chart of lines over the same places: years over the same twelve months, with a strong line for this year and weaker
/// ones for those before, or the months of several years after each other.
///
/// Never colour alone: each line has its own stroke, its own marks and its name beside it. Where a value is missing the
/// line is broken: nothing is drawn between two values that do not follow each other.
public struct LineChart: Chart {
    /// A line. The first of a chart is the strong one.
    public struct Series: Sendable {
        let name: String
        let values: [Double?]
        let breaks: Set<Int>
        let hollow: Set<Int>

        /// A line through `values` in the order of the places; `nil` where there is none.
        ///
        /// - Parameters:
        ///   - breaks: places before which this line is broken although there are values on both sides: what is counted
        ///     is not the same before and after. Say so in the name: "2022 (nytt system från okt)".
        ///   - hollow: places whose marks are hollow: their values are of another kind, as joined by hand.
        public init(_ name: String, _ values: [Double?], breaks: Set<Int> = [], hollow: Set<Int> = []) {
            self.name = name
            self.values = values.map { $0.flatMap { $0.isFinite ? $0 : nil } }
            self.breaks = breaks
            self.hollow = hollow
        }
    }

    /// A border along a continuous axis, over which no line is drawn.
    public struct Break: Sendable {
        let place: Int
        let label: String

        /// A border before `place`, named `label`: "Nytt verksamhetssystem okt 2022".
        public init(before place: Int, _ label: String) {
            self.place = place
            self.label = label
        }
    }

    /// What tells a line from another.
    struct Look: Sendable {
        let color: String
        let stroke: Drawing.Stroke
        let mark: Drawing.Mark
        let width: Double
    }

    let places: Places
    let series: [Series]
    let breaks: [Break]
    private let hollow: String?
    private let backdrop: Backdrop

    /// A chart over `places`, with axis numbers written by `label`.
    ///
    /// - Parameters:
    ///   - series: the strong line first. At most three can be told apart.
    ///   - breaks: where what is counted changes for every line.
    ///   - greatest: where the axis ends at least: 100 of shares.
    ///   - startsAtZero: `false` lets the axis begin near the least value; ``axisStart`` says where.
    ///   - hollow: what hollow marks stand for: "manuellt sammanfört".
    ///   - empty: what is written when there is no value.
    public init(
        _ places: Places, _ series: [Series], breaks: [Break] = [], greatest: Double = 0, startsAtZero: Bool = true,
        hollow: String? = nil, empty: String = "", label: @escaping @Sendable (Double) -> String
    ) {
        self.places = places
        self.series = series
        self.breaks = breaks.filter { 0 < $0.place && $0.place < places.count }
        self.hollow = hollow
        let values = series.flatMap { $0.values.prefix(places.count) }.compactMap { $0 }
        let (least, most) = (values.min() ?? 0, max(greatest, values.max() ?? 0))
        backdrop = Backdrop(
            places: places,
            axis: startsAtZero ? Axis(upTo: most, from: least) : Axis(near: least, upTo: most),
            isEmpty: values.isEmpty, empty: empty, label: label)
    }

    /// The number at the foot of the axis. When it is not 0 the text beside the chart is to say so.
    public var axisStart: Double { backdrop.isEmpty ? 0 : backdrop.axis.start }

    /// The chart drawn for a place of that width.
    public func drawing(_ format: ChartFormat) -> Drawing {
        let legend = backdrop.isEmpty ? Legend([], format) : legend(format)
        let borders = BorderNames(breaks.map(\.label), format)
        let names = NamesAtEnd(format == .wide ? namesAtEnd : [])
        let field = backdrop.field(
            format, top: legend.height + borders.height + 16, margin: max(names.width, 10))
        var drawing = Drawing(width: format.width, height: field.bottom + places.height)
        legend.draw(on: &drawing)
        backdrop.draw(in: field, on: &drawing)
        for border in breaks {
            let x = field.border(before: border.place)
            drawing.line(
                from: (x, field.top - 8), to: (x, field.bottom), color: Ink.weak, width: 1.5, stroke: .dashed)
        }
        borders.draw(
            at: breaks.map { field.border(before: $0.place) }, over: field.top - 14, on: &drawing)
        for (line, look) in zip(series, looks).reversed() {
            drawing.path(points(of: line, in: field), color: look.color, width: look.width, stroke: look.stroke)
            drawMarks(of: line, look, format, in: field, on: &drawing)
        }
        guard format == .wide else { return drawing }
        let taken = names.draw(in: field, on: &drawing)
        drawNamesWithin(field, taken: taken, on: &drawing)
        return drawing
    }

    /// The points of a line with `nil` where it is broken.
    func points(of line: Series, in field: Field) -> [Point?] {
        line.values.prefix(places.count).enumerated().flatMap { index, value -> [Point?] in
            let point = value.map { (x: field.x(index), y: field.y($0)) }
            return isBroken(line, before: index) ? [nil, point] : [point]
        }
    }

    private func isBroken(_ line: Series, before place: Int) -> Bool {
        line.breaks.contains(place) || breaks.contains { $0.place == place }
    }

    /// Marks at every value where there is room, and always at those that no line leads to and at hollow ones.
    private func drawMarks(
        of line: Series, _ look: Look, _ format: ChartFormat, in field: Field, on drawing: inout Drawing
    ) {
        let values = line.values.prefix(places.count)
        let hasAll = format == .wide && field.slot >= 12
        for (index, value) in values.enumerated() where hasAll || needsMark(line, at: index) {
            guard let value else { continue }
            drawing.mark(
                look.mark, at: (field.x(index), field.y(value)), radius: field.slot < 10 ? 3 : 4, color: look.color,
                isHollow: line.hollow.contains(index))
        }
    }

    /// Whether the value would not be seen without a mark, or not for what it is.
    private func needsMark(_ line: Series, at place: Int) -> Bool {
        let values = line.values.prefix(places.count)
        guard values.indices.contains(place), values[place] != nil else { return false }
        let isFirst = place == 0 || values[place - 1] == nil || isBroken(line, before: place)
        let isLast = place == values.count - 1 || values[place + 1] == nil || isBroken(line, before: place + 1)
        return isFirst && isLast || line.hollow.contains(place)
    }

    private func legend(_ format: ChartFormat) -> Legend {
        let drawn = zip(series, looks).enumerated().map { place, each in
            let isMarked = each.0.values.indices.contains { needsMark(each.0, at: $0) }
            return Legend.Entry(name: each.0.name, sample: .line(each.1, isMarked: isMarked), isBold: place == 0)
        }
        let joined = hollow.flatMap { text in
            zip(series, looks).first { !$0.0.hollow.isEmpty }.map { Legend.Entry(name: text, sample: .hollow($0.1)) }
        }
        return Legend((format == .narrow ? drawn : []) + (joined.map { [$0] } ?? []), format)
    }

    /// A look for each line; from the third on they can be told apart by their names only.
    var looks: [Look] {
        let looks = [
            Look(color: Ink.first, stroke: .solid, mark: .circle, width: 3),
            Look(color: Ink.second, stroke: .dashed, mark: .triangle, width: 2.5),
            Look(color: Ink.rest, stroke: .dotted, mark: .square, width: 2.5),
        ]
        return series.indices.map { looks[min($0, looks.count - 1)] }
    }
}
