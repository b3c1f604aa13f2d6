/// A chart of columns that stand beside each other or on top of each other at each place. The axis begins at 0.
public struct ColumnChart: Chart {
    /// How the columns of a place stand.
    public enum Arrangement: Sendable {
        /// Beside each other: two can be told apart.
        case grouped
        /// On top of each other, the first lowest: four can be told apart. Together they are the whole.
        case stacked
    }

    /// Columns of one kind.
    public struct Series: Sendable {
        let name: String
        let values: [Double?]
        let isRest: Bool

        /// `values`, not less than 0, in the order of the places; `nil` where there is none. `isRest`: unknown or
        /// other, drawn grey.
        public init(_ name: String, _ values: [Double?], isRest: Bool = false) {
            self.name = name
            self.values = values.map { $0.flatMap { $0.isFinite ? max($0, 0) : nil } }
            self.isRest = isRest
        }
    }

    private let places: Places
    private let series: [Series]
    private let arrangement: Arrangement
    private let missing: String
    private let backdrop: Backdrop
    /// How wide the widest number is: either all are written or none.
    private let widest: Double

    /// A chart over `places`, with numbers written by `label`.
    ///
    /// - Parameters:
    ///   - missing: what stands where there is no column because there is no value. A stack that lacks a part is not
    ///     drawn: it would show a whole that is too small.
    ///   - empty: what is written when there is no value.
    public init(
        _ places: Places, _ series: [Series], _ arrangement: Arrangement, missing: String = "..", empty: String = "",
        label: @escaping @Sendable (Double) -> String
    ) {
        self.places = places
        self.series = series
        self.arrangement = arrangement
        self.missing = missing
        let parts = (0..<places.count).map { Self.values(of: series, at: $0) }
        let heights = arrangement == .grouped ? parts.flatMap { $0 } : parts.map(Self.sum)
        backdrop = Backdrop(
            places: places, axis: Axis(upTo: heights.compactMap { $0 }.max() ?? 0),
            isEmpty: heights.allSatisfy { $0 == nil }, empty: empty, label: label)
        let numbers = (parts.flatMap { $0 } + heights).compactMap { $0.map(label) }
        widest = Lettering.width(of: numbers)
    }

    /// The whole of the parts, if all are known.
    private static func sum(_ values: [Double?]) -> Double? {
        values.isEmpty ? nil : values.reduce(0) { sum, value in sum.flatMap { sum in value.map { sum + $0 } } }
    }

    /// The chart drawn for a place of that width.
    public func drawing(_ format: ChartFormat) -> Drawing {
        let names = NamesAtEnd(format == .wide ? namesAtEnd : [])
        let isNamed = names.width > 0 || backdrop.isEmpty
        let legend = Legend(
            isNamed ? [] : zip(series, colors).map { Legend.Entry(name: $0.name, sample: .swatch($1)) }, format)
        let field = backdrop.field(format, top: legend.height + 20, margin: max(names.width, 6))
        var drawing = Drawing(width: format.width, height: field.bottom + places.height)
        legend.draw(on: &drawing)
        backdrop.draw(in: field, on: &drawing)
        guard !backdrop.isEmpty else { return drawing }
        for place in 0..<places.count {
            switch arrangement {
            case .grouped: drawGroup(at: place, in: field, on: &drawing)
            case .stacked: drawStack(at: place, in: field, on: &drawing)
            }
        }
        _ = names.draw(in: field, on: &drawing)
        // The foot over the columns' lowest edge.
        drawing.line(from: (field.left, field.bottom), to: (field.right, field.bottom), color: Ink.text)
        return drawing
    }

    private static func values(of series: [Series], at place: Int) -> [Double?] {
        series.map { $0.values.indices.contains(place) ? $0.values[place] : nil }
    }

    private func drawGroup(at place: Int, in field: Field, on drawing: inout Drawing) {
        let room = field.slot * 0.8
        let width = room / Double(max(series.count, 1))
        let hasNumbers = widest <= width
        let values = Self.values(of: series, at: place)
        guard values.contains(where: { $0 != nil }) else {
            drawMissing(at: field.x(place), width: field.slot, in: field, on: &drawing)
            return
        }
        for (number, (value, color)) in zip(values, colors).enumerated() {
            let left = field.x(place) - room / 2 + width * Double(number)
            guard let value else {
                drawMissing(at: left + width / 2, width: width, in: field, on: &drawing)
                continue
            }
            let top = field.y(value)
            drawing.rectangle(
                x: left + 1, y: top, width: max(width - 2, 1), height: field.bottom - top, color: color)
            // No column and nothing said about it would look like a missing value.
            if hasNumbers || value == 0 && Lettering.width(of: backdrop.label(0)) <= width {
                drawNumber(value, at: left + width / 2, over: top, on: &drawing)
            }
        }
    }

    private func drawStack(at place: Int, in field: Field, on drawing: inout Drawing) {
        let values = Self.values(of: series, at: place)
        let width = field.slot * 0.7
        guard let whole = Self.sum(values) else {
            drawMissing(at: field.x(place), width: field.slot, in: field, on: &drawing)
            return
        }
        var sum = 0.0
        for (value, color) in zip(values.map { $0 ?? 0 }, colors) where value > 0 {
            let (foot, top) = (field.y(sum), field.y(sum + value))
            let left = field.x(place) - width / 2
            drawing.rectangle(x: left, y: top, width: width, height: foot - top, color: color)
            // White between the parts, but never over a part that is hardly thicker than the white.
            if sum > 0, foot - top > 4 {
                drawing.rectangle(x: left, y: foot - 2, width: width, height: 2, color: Ink.ground)
            }
            let text = backdrop.label(value)
            if foot - top >= 20, widest <= width - 4 {
                drawing.text(text, centered: field.x(place), y: (foot + top) / 2 + 4, color: Ink.onto(color))
            }
            sum += value
        }
        if series.count > 1, widest <= field.slot - 2 {
            drawNumber(whole, at: field.x(place), over: field.y(whole), on: &drawing)
        }
    }

    /// A number over a column, on white: a line of the axis through it would make it hard to read.
    private func drawNumber(_ value: Double, at x: Double, over top: Double, on drawing: inout Drawing) {
        let text = backdrop.label(value)
        let width = Lettering.width(of: text) + 2
        drawing.rectangle(x: x - width / 2, y: top - 17, width: width, height: 15, color: Ink.ground)
        drawing.text(text, centered: x, y: top - 5, color: Ink.text)
    }

    private func drawMissing(at x: Double, width: Double, in field: Field, on drawing: inout Drawing) {
        guard Lettering.width(of: missing) <= width else { return }
        drawing.text(missing, centered: x, y: field.bottom - 5, color: Ink.weak)
    }

    /// The names of the parts beside the last stack, if there is one and it has them all.
    private var namesAtEnd: [NamesAtEnd.Name] {
        guard arrangement == .stacked, !backdrop.isEmpty else { return [] }
        let parts = Self.values(of: series, at: places.count - 1).compactMap { $0 }.filter { $0 > 0 }
        guard parts.count == series.count else { return [] }
        var sum = 0.0
        return zip(zip(series, colors), parts).map { each, part in
            let (line, color) = each
            sum += part
            return NamesAtEnd.Name(line.name, value: sum - part / 2, swatch: color)
        }
    }

    private var colors: [String] {
        let inks = arrangement == .grouped && series.count <= 2 ? Ink.pair : Ink.stack
        return series.enumerated().map { $1.isRest || $0 >= inks.count ? Ink.rest : inks[$0] }
    }
}
