/// What stands along the foot of a chart: twelve months, or the months of several years with the years under them.
public struct Places: Sendable, ExpressibleByArrayLiteral {
    /// A name for places that follow each other: the year of twelve months.
    public struct Span: Sendable {
        let name: String
        let count: Int

        /// `count` places, from where the span before ended.
        public init(_ name: String, _ count: Int) {
            self.name = name
            self.count = max(count, 0)
        }
    }

    let names: [String]
    let spans: [Span]

    /// Places in order. The spans begin at the first place.
    public init(_ names: [String], spans: [Span] = []) {
        self.names = names
        self.spans = spans
    }

    /// Places in order.
    public init(arrayLiteral names: String...) { self.init(names) }

    var count: Int { names.count }

    /// How high the names are under the field.
    var height: Double { spans.isEmpty ? 30 : 50 }

    /// Writes the names under the field, as many as there is room for.
    func draw(under field: Field, on drawing: inout Drawing) {
        let step = step(in: field)
        // Years stand where they begin, also when the first is not whole.
        let origin = spans.count > 1 ? spans[0].count : 0
        let isNamed = spans.isEmpty || step < 12
        for (index, name) in names.enumerated() where isNamed && (index - origin).isMultiple(of: step) {
            drawing.text(name, centered: field.x(index), y: field.bottom + 20, color: Ink.weak)
        }
        var (start, taken) = (0, -Double.infinity)
        for span in spans where span.count > 0 {
            let end = min(start + span.count, count)
            if start > 0, start < count {
                let x = field.border(before: start)
                let top = field.bottom + (isNamed ? 27 : 5)
                drawing.line(from: (x, top), to: (x, top + 17), color: Ink.rule)
            }
            let middle = (field.border(before: start) + field.border(before: end)) / 2
            let width = Lettering.width(of: span.name)
            if start < count, middle - width / 2 > taken + 6 {
                drawing.text(
                    span.name, centered: middle, y: field.bottom + (isNamed ? 40 : 20), color: Ink.weak)
                taken = middle + width / 2
            }
            start = end
        }
    }

    /// Every how many places a name has room: a number that goes evenly into a year, as far as it goes.
    private func step(in field: Field) -> Int {
        let room = (names.map { Lettering.width(of: $0) }.max() ?? 0) + 8
        let steps = [1, 2, 3, 4, 6, 12, 24, 48, 96]
        return steps.first { Double($0) * field.slot >= room } ?? max(count, 1)
    }
}
