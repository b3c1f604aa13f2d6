/// A chart of bars that lie under each other, each with its name and its figures in words. The bars begin at 0.
public struct BarChart: Chart {
    /// A bar.
    public struct Bar: Sendable {
        let name: String
        let value: Double?
        let text: String
        let isRest: Bool

        /// A bar named `name`, as long as `value` says.
        ///
        /// - Parameters:
        ///   - value: not less than 0; without one there is no bar, only the text.
        ///   - text: the figures at the end of the bar, "54 (24 %)", or why there are none.
        ///   - isRest: unknown or other, drawn grey. It stands last.
        public init(_ name: String, _ value: Double?, text: String, isRest: Bool = false) {
            self.name = name
            self.value = value.flatMap { $0.isFinite ? max($0, 0) : nil }
            self.text = text
            self.isRest = isRest
        }
    }

    private let bars: [Bar]
    private let greatest: Double
    private let empty: String

    /// A chart of `bars` in the order given: from the greatest.
    ///
    /// - Parameters:
    ///   - greatest: what the longest bar may stand for at least: 100 of shares.
    ///   - empty: what is written when there is no bar.
    public init(_ bars: [Bar], greatest: Double = 0, empty: String = "") {
        self.bars = bars
        self.greatest = max(greatest, bars.compactMap(\.value).max() ?? 0)
        self.empty = empty
    }

    /// The chart drawn for a place of that width.
    public func drawing(_ format: ChartFormat) -> Drawing {
        guard !bars.isEmpty else { return nothing(format) }
        let names = bars.map { Lettering.wrap($0.name, within: format == .wide ? 240 : format.width - 4, lines: 3) }
        let rows = names.map { Row(lines: $0.count, format) }
        let left = format == .wide ? (names.map { Lettering.width(of: $0) }.max() ?? 0) + 12 : 2
        let length = length(within: format.width - left - 2)
        var drawing = Drawing(width: format.width, height: rows.map(\.height).reduce(8, +))
        var top = 4.0
        for (bar, (lines, row)) in zip(bars, zip(names, rows)) {
            let middle = top + row.middle
            let name = (x: format == .wide ? left - 8 : 2, y: top + row.baseline)
            drawing.text(lines, at: name, anchor: format == .wide ? .end : .start)
            let width = greatest > 0 ? length * (bar.value ?? 0) / greatest : 0
            if width > 0 {
                drawing.rectangle(
                    x: left, y: middle - Row.bar / 2, width: width, height: Row.bar,
                    color: bar.isRest ? Ink.rest : Ink.first)
            }
            drawing.line(
                from: (left, middle - Row.bar / 2 - 3), to: (left, middle + Row.bar / 2 + 3), color: Ink.text)
            let text = bar.value == nil ? Lettering.cut(bar.text, to: format.width - left - 8) : bar.text
            drawing.text(text, at: (left + width + 6, middle + 5), color: bar.value == nil ? Ink.weak : Ink.text)
            top += row.height
        }
        return drawing
    }

    /// How long the longest bar may be for every bar to have room for its figures; no figures take the bars away.
    private func length(within room: Double) -> Double {
        let lengths = bars.compactMap { bar -> Double? in
            guard let value = bar.value, value > 0 else { return nil }
            return (room - 6 - Lettering.width(of: bar.text)) * greatest / value
        }
        return max(min(lengths.min() ?? room, room), 40)
    }

    private func nothing(_ format: ChartFormat) -> Drawing {
        let lines = Lettering.wrap(empty, within: format.width - 32, lines: 4)
        var drawing = Drawing(width: format.width, height: 64 + Lettering.line * Double(lines.count))
        drawing.text(lines, at: (format.width / 2, 44), anchor: .middle, color: Ink.weak)
        return drawing
    }

    /// A bar with its name: beside it in a wide place, over it in a narrow one.
    private struct Row {
        static let bar = 20.0

        let height, middle, baseline: Double

        init(lines: Int, _ format: ChartFormat) {
            let text = Double(lines) * Lettering.line
            switch format {
            case .wide:
                height = max(Self.bar + 10, text + 8)
                middle = height / 2
                baseline = middle - text / 2 + 14
            case .narrow:
                height = text + Self.bar + 14
                middle = text + 4 + Self.bar / 2
                baseline = 14
            }
        }
    }
}
