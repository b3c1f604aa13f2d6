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
        case dashed = "8 4"
        case dotted = "2 4"
    }

    /// Where a text is held.
    public enum Anchor: String, Sendable {
        case start, middle, end
    }

    /// A straight line.
    public mutating func line(
        from start: (x: Double, y: Double), to end: (x: Double, y: Double), color: String, width: Double = 1
    ) {
        shapes += """
            <line x1="\(start.x)" y1="\(start.y)" x2="\(end.x)" y2="\(end.y)" stroke="\(color)" stroke-width="\(width)"/>
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
            stroke-linecap="round"\("stroke-dasharray", is: stroke == .solid ? nil : stroke.rawValue)/>
            """
    }

    /// A dot.
    public mutating func dot(at point: (x: Double, y: Double), radius: Double, color: String) {
        shapes += "<circle cx=\"\(point.x)\" cy=\"\(point.y)\" r=\"\(radius)\" fill=\"\(color)\"/>"
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

    /// The drawing as a picture that is read as `title` and `description`. `id` is to be its own on the page.
    public func svg(id: String, title: String, description: String, style: String) -> HTML {
        """
        <svg class="\(style)" viewBox="0 0 \(width) \(height)" role="img" aria-labelledby="\(id)-title \(id)-desc" \
        font-family="Open Sans, Segoe UI, Arial, sans-serif"><title id="\(id)-title">\(title)</title>\
        <desc id="\(id)-desc">\(description)</desc>\(shapes)</svg>
        """
    }

    /// With one decimal at most: a hundredth of a unit is not seen.
    static func text(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        let sign = tenths < 0 ? "-" : ""
        let (whole, rest) = tenths.magnitude.quotientAndRemainder(dividingBy: 10)
        return rest == 0 ? "\(sign)\(whole)" : "\(sign)\(whole).\(rest)"
    }
}

extension HTML.StringInterpolation {
    /// A measure in a drawing.
    mutating func appendInterpolation(_ number: Double) { appendLiteral(Drawing.text(number)) }
}
