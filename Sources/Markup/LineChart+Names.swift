/// The names of lines that reach the end, beside them.
struct NamesAtEnd: Sendable {
    struct Name: Sendable {
        let lines: [String]
        let value: Double
        let color: String
        let isBold: Bool
        let swatch: String?

        /// A name in the colour of its line.
        init(_ text: String, value: Double, color: String, isBold: Bool) {
            self.init(text, value: value, color: color, isBold: isBold, swatch: nil)
        }

        /// A name beside a sample of its colour, for colours that letters are not to have.
        init(_ text: String, value: Double, swatch: String) {
            self.init(text, value: value, color: Ink.text, isBold: false, swatch: swatch)
        }

        private init(_ text: String, value: Double, color: String, isBold: Bool, swatch: String?) {
            // Names give way to the lines, but are not cut in the middle of a word of ordinary length.
            let word = Lettering.width(of: text.split(separator: " ").map(String.init), isBold: isBold)
            lines = Lettering.wrap(text, within: max(130, min(word, 200)), lines: 3, isBold: isBold)
            self.value = value
            self.color = color
            self.isBold = isBold
            self.swatch = swatch
        }

        var height: Double { Double(lines.count) * Lettering.line + (swatch == nil ? 0 : 4) }
        var indent: Double { swatch == nil ? 0 : 18 }
    }

    private let names: [Name]

    init(_ names: [Name]) { self.names = names.sorted { $0.value > $1.value } }

    /// The room they need beside the field.
    var width: Double {
        names.isEmpty ? 0 : (names.map { $0.indent + Lettering.width(of: $0.lines, isBold: $0.isBold) }.max() ?? 0) + 12
    }

    /// Draws them from the top in the order of their lines, each as near its own as the others let it; returns where.
    func draw(in field: Field, on drawing: inout Drawing) -> [Box] {
        // Where each begins: pushed down by those over it, then up again from the foot of the field.
        var tops: [Double] = []
        for name in names {
            let wanted = field.y(name.value) - name.height / 2
            tops.append(max(wanted, (tops.last ?? -.infinity) + (tops.isEmpty ? 0 : names[tops.count - 1].height)))
        }
        var limit = field.bottom + 12
        for place in names.indices.reversed() {
            tops[place] = min(tops[place], limit - names[place].height)
            limit = tops[place]
        }
        return zip(names, tops).map { name, top in
            let point = (x: field.right + 6 + name.indent, y: top + 14)
            if let swatch = name.swatch {
                drawing.rectangle(x: field.right + 6, y: top + 3, width: 12, height: 12, color: swatch)
            }
            drawing.text(name.lines, at: point, color: name.color, isBold: name.isBold)
            return Box(name.lines, at: point, anchor: .start, isBold: name.isBold)
        }
    }
}

/// The names of borders over the field, in as many rows as keep them apart.
struct BorderNames: Sendable {
    private let names: [[String]]
    private let format: ChartFormat

    init(_ texts: [String], _ format: ChartFormat) {
        names = texts.map { Lettering.wrap($0, within: format.width - 8, lines: 2) }
        self.format = format
    }

    /// Each has rows of its own: borders are few.
    var height: Double { names.map { Double($0.count) * Lettering.line }.reduce(0, +) + (names.isEmpty ? 0 : 6) }

    /// Draws each name with its last line over its border, the first border's lowest.
    func draw(at borders: [Double], over foot: Double, on drawing: inout Drawing) {
        var y = foot
        for (lines, x) in zip(names, borders) {
            for line in lines.reversed() {
                drawing.text(line, centered: x, y: y, color: Ink.weak)
                y -= Lettering.line
            }
        }
    }
}

extension LineChart {
    /// The names of lines with a value at the last place.
    var namesAtEnd: [NamesAtEnd.Name] {
        zip(series, looks).enumerated().compactMap { place, each in
            let (line, look) = each
            guard line.values.indices.contains(places.count - 1) else { return nil }
            return line.values[places.count - 1].map {
                NamesAtEnd.Name(line.name, value: $0, color: look.color, isBold: place == 0)
            }
        }
    }

    /// Writes the names of lines that end before the others: near the end, where no line and no other name is.
    func drawNamesWithin(_ field: Field, taken: [Box], on drawing: inout Drawing) {
        var names = taken
        let lines = series.map { points(of: $0, in: field) }
        for (place, (line, look)) in zip(series, looks).enumerated() {
            guard let last = line.values.prefix(places.count).lastIndex(where: { $0 != nil }), last < places.count - 1,
                let value = line.values[last]
            else { continue }
            let spot = Spot(
                Lettering.wrap(line.name, within: 170, lines: 2, isBold: place == 0), isBold: place == 0,
                end: (field.x(last), field.y(value)))
            let borders = breaks.map { field.border(before: $0.place) }
            let best = spot.best(in: field, lines: lines, borders: borders, names: names)
            names.append(best.box)
            drawing.text(best.lines, at: best.point, anchor: best.anchor, color: look.color, isBold: place == 0)
        }
    }
}

/// Where a name may stand near the end of its line.
private struct Spot {
    struct Place {
        let lines: [String]
        let point: Point
        let anchor: Drawing.Anchor
        let box: Box
    }

    private let places: [Place]

    /// Nearest first: beside the end, then over and under it, then farther away.
    init(_ lines: [String], isBold: Bool, end: Point) {
        // The baseline that sets the lines around the height of the end.
        let middle = end.y + 5 - Lettering.line / 2 * Double(lines.count - 1)
        let offsets: [Double] = [0, -10, 10, -20, 20, -28, 28, -40, 40, -56, 56, -76, 76, -100, 100]
        places = offsets.flatMap { offset in
            [(Drawing.Anchor.start, 10.0), (.middle, 0), (.end, -10)].map { anchor, shift in
                let point = (x: end.x + shift, y: middle + offset)
                return Place(
                    lines: lines, point: point, anchor: anchor,
                    box: Box(lines, at: point, anchor: anchor, isBold: isBold))
            }
        }
    }

    /// The first that touches the least.
    func best(in field: Field, lines: [[Point?]], borders: [Double], names: [Box]) -> Place {
        let within = places.filter { $0.box.isWithin(field.box) }
        let costs = (within.isEmpty ? places : within).map { place in
            (place, cost: Self.cost(of: place.box, lines: lines, borders: borders, names: names, field: field))
        }
        return costs.min { $0.cost < $1.cost }?.0 ?? places[0]
    }

    /// A name over another is worse than a name over a line.
    private static func cost(
        of box: Box, lines: [[Point?]], borders: [Double], names: [Box], field: Field
    ) -> Int {
        var cost = 100 * names.count { $0.overlaps(box) }
        cost += 10 * borders.count { box.isCrossed(from: ($0, field.top), to: ($0, field.bottom)) }
        for line in lines {
            cost += 10 * line.count { $0.map { Box(around: $0, radius: 5).overlaps(box) } ?? false }
            cost +=
                10
                * zip(line, line.dropFirst()).count { start, end in
                    if let start, let end { box.isCrossed(from: start, to: end) } else { false }
                }
        }
        return cost
    }
}
