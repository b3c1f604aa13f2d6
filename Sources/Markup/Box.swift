/// A rectangle that a text or a mark takes up in a drawing.
struct Box: Sendable, Equatable {
    var left, top, right, bottom: Double

    /// The room of lines of text whose first baseline is at `point`.
    init(_ lines: [String], at point: Point, anchor: Drawing.Anchor, isBold: Bool) {
        let width = Lettering.width(of: lines, isBold: isBold)
        left =
            switch anchor {
            case .start: point.x
            case .middle: point.x - width / 2
            case .end: point.x - width
            }
        right = left + width
        top = point.y - Lettering.ascent
        bottom = point.y + Lettering.descent + Lettering.line * Double(lines.count - 1)
    }

    /// The room of a mark around `point`.
    init(around point: Point, radius: Double) {
        (left, top, right, bottom) = (point.x - radius, point.y - radius, point.x + radius, point.y + radius)
    }

    func overlaps(_ other: Box) -> Bool {
        left < other.right && other.left < right && top < other.bottom && other.top < bottom
    }

    func isWithin(_ other: Box) -> Bool {
        left >= other.left && right <= other.right && top >= other.top && bottom <= other.bottom
    }

    /// Whether the line between two points goes through: the line is cut at each side in turn (Liang and Barsky).
    func isCrossed(from start: Point, to end: Point) -> Bool {
        let (dx, dy) = (end.x - start.x, end.y - start.y)
        var (enters, leaves) = (0.0, 1.0)
        for (step, room) in [
            (-dx, start.x - left), (dx, right - start.x), (-dy, start.y - top), (dy, bottom - start.y),
        ] {
            if step == 0 {
                if room < 0 { return false }
            } else if step < 0 {
                enters = max(enters, room / step)
            } else {
                leaves = min(leaves, room / step)
            }
        }
        return enters <= leaves
    }
}

/// A place in a drawing.
typealias Point = (x: Double, y: Double)
