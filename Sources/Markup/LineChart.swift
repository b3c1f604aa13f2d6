/// A chart of lines over the same places along a time axis: a strong line for now, weaker ones for before.
///
/// Never colour alone: each line has its own stroke and its name beside it. Where a value is missing the line is broken.
public struct LineChart: Sendable {
    /// A line. At most three: the first is the strong one.
    public struct Series: Sendable {
        let name: String
        let values: [Double?]

        /// `values` in the order of the places; `nil` where there is none.
        public init(_ name: String, _ values: [Double?]) {
            self.name = name
            self.values = values
        }
    }

    private let places: [String]
    private let series: [Series]
    private let axis: Axis
    private let label: @Sendable (Double) -> String

    /// A chart over `places`, with axis numbers written by `label`. `greatest` is where the axis ends at least: 100 of
    /// shares.
    public init(
        _ places: [String], _ series: [Series], greatest: Double = 0,
        label: @escaping @Sendable (Double) -> String
    ) {
        self.places = places
        self.series = Array(series.prefix(3))
        axis = Axis(upTo: max(greatest, series.flatMap(\.values).compactMap { $0 }.max() ?? 0))
        self.label = label
    }

    private static let looks: [(color: String, stroke: Drawing.Stroke)] = [
        ("#12436d", .solid), ("#b5530c", .dashed), ("#6b7280", .dotted),
    ]

    /// The chart for a wide window: names at the ends of the lines.
    public func wide() -> Drawing {
        let longest = Double(series.map(\.name.count).max() ?? 0)
        var drawing = Drawing(width: 720, height: 320)
        let field = Field(left: 52, top: 16, right: 720 - min(longest * 8.2 + 16, 240), bottom: 280)
        draw(in: field, on: &drawing, every: Int((Double(places.count) / 10).rounded(.up)), hasDots: places.count <= 16)
        var taken: [Double] = []
        for (place, (line, look)) in zip(series, Self.looks).enumerated() {
            guard let last = line.values.lastIndex(where: { $0 != nil }), let value = line.values[last] else {
                continue
            }
            let end = (x: field.x(last, of: places.count), y: field.y(value, axis))
            guard last == places.count - 1 else {
                // A name within the field stands on the side of its line where the others are not.
                let others = series.enumerated().filter { $0.offset != place }
                    .compactMap { $0.element.values.indices.contains(last) ? $0.element.values[last] : nil }
                let middle = max(end.x, field.left + Double(line.name.count) * 4.1 + 4)
                let isOver = others.allSatisfy { $0 <= value } || end.y > field.bottom - 40
                drawing.text(
                    line.name, at: (middle, end.y + (isOver ? -12 : 24)), anchor: .middle, color: look.color,
                    isBold: place == 0)
                continue
            }
            var height = end.y + 5
            // A name gives way to those already there.
            while let near = taken.first(where: { abs($0 - height) < 18 }) { height = near + 18 }
            taken.append(height)
            drawing.text(line.name, at: (end.x + 10, height), color: look.color, isBold: place == 0)
        }
        return drawing
    }

    /// The chart for a narrow window: names above, fewer places named.
    public func narrow() -> Drawing {
        let top = 12 + 22 * Double(series.count)
        var drawing = Drawing(width: 336, height: top + 230)
        for (place, (line, look)) in zip(series, Self.looks).enumerated() {
            let height = 14 + 22 * Double(place)
            drawing.path([(2, height - 5), (38, height - 5)], color: look.color, stroke: look.stroke)
            drawing.text(line.name, at: (48, height), color: look.color, isBold: place == 0)
        }
        let field = Field(left: 46, top: top, right: 326, bottom: top + 200)
        draw(in: field, on: &drawing, every: Int((Double(places.count) / 4).rounded(.up)), hasDots: false)
        return drawing
    }

    private func draw(in field: Field, on drawing: inout Drawing, every step: Int, hasDots: Bool) {
        for tick in axis.ticks {
            let height = field.y(tick, axis)
            let color = tick == 0 ? "#1b1b1b" : "#d1d5db"
            drawing.line(from: (field.left, height), to: (field.right, height), color: color)
            drawing.text(label(tick), at: (field.left - 8, height + 5), anchor: .end, color: "#4b5563")
        }
        for (index, place) in places.enumerated() where index % max(step, 1) == 0 {
            let x = field.x(index, of: places.count)
            drawing.text(place, at: (x, field.bottom + 22), anchor: .middle, color: "#4b5563")
        }
        for (line, look) in zip(series, Self.looks).reversed() {
            let points = line.values.enumerated().map { index, value in
                value.map { (x: field.x(index, of: places.count), y: field.y($0, axis)) }
            }
            drawing.path(points, color: look.color, stroke: look.stroke)
            guard hasDots else { continue }
            for case let point? in points { drawing.dot(at: point, radius: 4, color: look.color) }
        }
    }

    private struct Field {
        let left, top, right, bottom: Double

        func x(_ index: Int, of count: Int) -> Double {
            count > 1 ? left + (right - left) * Double(index) / Double(count - 1) : left
        }

        func y(_ value: Double, _ axis: Axis) -> Double { bottom - (bottom - top) * value / axis.end }
    }
}
