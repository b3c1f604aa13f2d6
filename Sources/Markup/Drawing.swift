/// A drawing of lines and words (SVG), made of attributes only, so that no inline style need be allowed.
public struct Drawing: Sendable {
    /// Units across.
    public let width: Double
    /// Units down.
    public let height: Double
    private var shapes: HTML = .empty

    /// An empty drawing.
    public init(width: Double, height: Double) {
        self.width = width
        self.height = height
    }

    /// How a line is drawn.
    public enum Stroke: String, Sendable {
        case solid = ""
        case dashed = "9 5"
        case dotted = "3 4"
    }

    /// What stands at a value: of a shape of its own for each line, so that colour is never alone.
    public enum Mark: Sendable {
        case circle, triangle, square
    }

    /// Where a text is held.
    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    /// A straight line.
    public mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), color: String, width: Double = 1,
        stroke: Stroke = .solid
    ) {
        shapes += """
            <line x1="\(start.x)" y1="\(start.y)" x2="\(end.x)" y2="\(end.y)" stroke="\(color)" stroke-width="\(width)"\
            \("stroke-dasharray", is: stroke == .solid ? nil : stroke.rawValue)/>
            """
    }

    /// A line through points, broken where a point is `nil`.
    public mutating func path(
        _ points: [(x: Double, y: Double)?], color: String, width: Double = 3, stroke: Stroke = .solid
    ) {
        var commands = ""
        var isDrawing = false
        for point in points {
            guard let point else {
                isDrawing = false
                continue
            }
            commands += "\(isDrawing ? "L" : "M")\(Self.text(point.x)) \(Self.text(point.y))"
            isDrawing = true
        }
        shapes += """
            <path d="\(commands)" fill="none" stroke="\(color)" stroke-width="\(width)" stroke-linejoin="round" \
            \("stroke-linecap", is: stroke == .solid ? "round" : nil)\
            \("stroke-dasharray", is: stroke == .solid ? nil : stroke.rawValue)/>
            """
    }

    /// A mark around `point`; a hollow one has `ground` within.
    public mutating func mark(
        _ mark: Mark, at point: (x: Double, y: Double), radius: Double, color: String, isHollow: Bool = false,
        ground: String = "#ffffff"
    ) {
        let (x, y) = point
        let paint: HTML = """
            fill="\(isHollow ? ground : color)"\("stroke", is: isHollow ? color : nil)\
            \("stroke-width", is: isHollow ? "2" : nil)
            """
        switch mark {
        case .circle: shapes += "<circle cx=\"\(x)\" cy=\"\(y)\" r=\"\(radius)\" \(paint)/>"
        case .square:
            let (side, half) = (radius * 1.8, radius * 0.9)
            shapes += """
                <rect x="\(x - half)" y="\(y - half)" width="\(side)" height="\(side)" \(paint)/>
                """
        case .triangle:
            let (foot, half) = (y + radius * 0.8, radius * 1.15)
            shapes += """
                <path d="M\(x) \(y - radius * 1.2)L\(x + half) \(foot)L\(x - half) \(foot)Z" \(paint)/>
                """
        }
    }

    /// A filled rectangle.
    public mutating func rectangle(x: Double, y: Double, width: Double, height: Double, color: String) {
        shapes += "<rect x=\"\(x)\" y=\"\(y)\" width=\"\(width)\" height=\"\(height)\" fill=\"\(color)\"/>"
    }

    /// A text with its baseline at `point`.
    public mutating func text(
        _ text: String, at point: (x: Double, y: Double), anchor: Anchor = .start, color: String = "#1b1b1b",
        isBold: Bool = false
    ) {
        shapes += """
            <text x="\(point.x)" y="\(point.y)" font-size="14" fill="\(color)"\
            \("text-anchor", is: anchor == .start ? nil : anchor.rawValue)\("font-weight", is: isBold ? "700" : nil)>\
            \(text)</text>
            """
    }

    /// Lines of text under each other, the first with its baseline at `point`.
    public mutating func text(
        _ lines: [String], at point: (x: Double, y: Double), anchor: Anchor = .start, color: String = "#1b1b1b",
        isBold: Bool = false
    ) {
        for (number, line) in lines.enumerated() {
            text(
                line, at: (point.x, point.y + Double(number) * Lettering.line), anchor: anchor, color: color,
                isBold: isBold)
        }
    }

    /// A text with its middle at `x`, or as near as it is within the drawing.
    mutating func text(_ text: String, centered x: Double, y: Double, color: String) {
        let half = Lettering.width(of: text) / 2 + 1
        self.text(text, at: (min(max(x, half), max(width - half, half)), y), anchor: .middle, color: color)
    }

    /// The drawing with lines of text over and under it, the first bold: a picture that leaves its page takes along what
    /// stood around it.
    public func framed(over: [String], under: [String]) -> Drawing {
        let (margin, gap) = (16.0, 10.0)
        func wrapped(_ texts: [String], boldFirst: Bool) -> [(text: String, isBold: Bool)] {
            texts.enumerated().flatMap { place, text in
                let isBold = boldFirst && place == 0
                return Lettering.wrap(text, within: width, lines: 4, isBold: isBold).map { ($0, isBold) }
            }
        }
        let (head, foot) = (wrapped(over, boldFirst: true), wrapped(under, boldFirst: false))
        let top = margin + Lettering.line * Double(head.count) + gap
        let bottom = top + height + gap
        var framed = Drawing(
            width: width + 2 * margin, height: bottom + Lettering.line * Double(foot.count) + margin)
        for (lines, start, color) in [(head, margin, Ink.text), (foot, bottom, Ink.weak)] {
            for (place, line) in lines.enumerated() {
                let baseline = start + Lettering.line * Double(place) + Lettering.ascent
                framed.text(line.text, at: (margin, baseline), color: color, isBold: line.isBold)
            }
        }
        framed.shapes += "<g transform=\"translate(\(margin) \(top))\">\(shapes)</g>"
        return framed
    }

    /// The drawing as a picture that is read as `title` and `description`. `id` is to be its own on the page.
    public func svg(id: String, title: String, description: String, style: String) -> HTML {
        """
        <svg class="\(style)" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
        font-family="\(Self.fonts)"><title id="\(id)-title">\(title)</title>\
        <desc id="\(id)-desc">\(description)</desc>\(shapes)</svg>
        """
    }

    /// The drawing as a file of its own, on white: to save, to show with `<img>`, or to turn into points.
    public func file(title: String, description: String) -> String {
        let picture: HTML = """
            <svg xmlns="http://www.w3.org/2000/svg" width="\(width)" height="\(height)" \
            viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="title desc" \
            font-family="\(Self.fonts)"><title id="title">\(title)</title><desc id="desc">\(description)</desc>\
            <rect width="\(width)" height="\(height)" fill="#ffffff"/>\(shapes)</svg>

            """
        // XML has no place for control characters, escaped or not.
        return String(
            String.UnicodeScalarView(
                picture.text.unicodeScalars.filter { $0.value >= 0x20 || "\n\t".unicodeScalars.contains($0) }))
    }

    private static let fonts = "Open Sans, Segoe UI, Arial, sans-serif"

    /// With one decimal at most: a hundredth of a unit is not seen.
    static func text(_ number: Double) -> String {
        // What is no number has no place: better at the edge than that the page falls.
        let tenths = Int(exactly: (number * 10).rounded()) ?? 0
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}

extension HTML.StringInterpolation {
    /// A measure in a drawing.
    mutating func appendInterpolation(_ number: Double) { appendLiteral(Drawing.text(number)) }
}
