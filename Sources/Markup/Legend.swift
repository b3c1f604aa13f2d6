/// The names of what is drawn, over the field.
struct Legend: Sendable {
    /// What stands before a name.
    enum Sample: Sendable {
        case line(LineChart.Look, isMarked: Bool)
        case hollow(LineChart.Look)
        case swatch(String)
    }

    /// A name with what it is drawn as.
    struct Entry: Sendable {
        let name: String
        let sample: Sample
        var isBold = false
    }

    private struct Placed: Sendable {
        let entry: Entry
        let lines: [String]
        let at: (x: Double, row: Int)
    }

    private let placed: [Placed]
    private let rows: Int

    /// Names after each other, a new row where the width ends; in a narrow place one a row.
    init(_ entries: [Entry], _ format: ChartFormat) {
        var (placed, x, row, height) = ([Placed](), 0.0, 0, 0)
        for entry in entries {
            let before = Self.room(entry.sample)
            let lines = Lettering.wrap(
                entry.name, within: format.width - before - 4, lines: 2, isBold: entry.isBold)
            let width = before + Lettering.width(of: lines, isBold: entry.isBold)
            if x > 0, format == .narrow || x + width > format.width - 4 { (x, row, height) = (0, row + height, 0) }
            placed.append(Placed(entry: entry, lines: lines, at: (x, row)))
            x += width + 24
            height = max(height, lines.count)
        }
        self.placed = placed
        rows = row + height
    }

    /// How much room it takes.
    var height: Double { rows == 0 ? 0 : Double(rows) * Self.row + 6 }

    /// Draws it at the top.
    func draw(on drawing: inout Drawing) {
        for each in placed {
            let y = 15 + Double(each.at.row) * Self.row
            let x = each.at.x + 2
            let before = Self.room(each.entry.sample)
            switch each.entry.sample {
            case .line(let look, let isMarked):
                drawing.path([(x, y - 5), (x + 38, y - 5)], color: look.color, width: look.width, stroke: look.stroke)
                if isMarked { drawing.mark(look.mark, at: (x + 19, y - 5), radius: 4, color: look.color) }
            case .hollow(let look):
                drawing.mark(look.mark, at: (x + 6, y - 5), radius: 4, color: look.color, isHollow: true)
            case .swatch(let color):
                drawing.rectangle(x: x, y: y - 12, width: 14, height: 14, color: color)
            }
            drawing.text(
                each.lines, at: (each.at.x + before, y), color: Ink.text, isBold: each.entry.isBold)
        }
    }

    private static let row = 20.0

    private static func room(_ sample: Sample) -> Double {
        switch sample {
        case .line: 48
        case .hollow: 20
        case .swatch: 22
        }
    }
}
