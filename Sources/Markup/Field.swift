/// The part of a chart in which values stand: a slot for each place across, the axis upwards.
struct Field: Sendable {
    let left, top, right, bottom: Double
    let count: Int
    let axis: Axis

    /// How wide a place is.
    var slot: Double { (right - left) / Double(max(count, 1)) }

    /// The middle of a place.
    func x(_ place: Int) -> Double { border(before: place) + slot / 2 }

    /// Where a place begins.
    func border(before place: Int) -> Double { left + slot * Double(place) }

    /// How high up a value stands.
    func y(_ value: Double) -> Double { bottom - (bottom - top) * (value - axis.start) / (axis.end - axis.start) }

    var box: Box {
        var box = Box(around: (left, top), radius: 0)
        (box.right, box.bottom) = (right, bottom)
        return box
    }
}

/// The axis upwards with its numbers in words, and the places: what lines and columns stand in.
struct Backdrop: Sendable {
    let places: Places
    let axis: Axis
    /// Without values there are no numbers to write.
    let isEmpty: Bool
    /// What is written where there are no values.
    let empty: String
    let label: @Sendable (Double) -> String

    /// The field of a chart with room for numbers to the left and `margin` to the right.
    func field(_ format: ChartFormat, top: Double, margin: Double) -> Field {
        let numbers = isEmpty ? 0 : axis.ticks.map { Lettering.width(of: label($0)) }.max() ?? 0
        return Field(
            left: numbers + 12, top: top, right: format.width - margin,
            bottom: top + (isEmpty ? 120 : format.fieldHeight), count: places.count, axis: axis)
    }

    /// Draws what is behind the values.
    func draw(in field: Field, on drawing: inout Drawing) {
        places.draw(under: field, on: &drawing)
        for tick in isEmpty ? [] : axis.ticks where tick != axis.start {
            let height = field.y(tick)
            drawing.line(from: (field.left, height), to: (field.right, height), color: Ink.rule)
            drawing.text(label(tick), at: (field.left - 8, height + 5), anchor: .end, color: Ink.weak)
        }
        drawing.line(from: (field.left, field.bottom), to: (field.right, field.bottom), color: Ink.text)
        guard !isEmpty else {
            let lines = Lettering.wrap(empty, within: field.right - field.left - 16, lines: 4)
            let middle = (x: (field.left + field.right) / 2, y: (field.top + field.bottom) / 2)
            drawing.text(lines, at: middle, anchor: .middle, color: Ink.weak)
            return
        }
        drawing.text(label(axis.start), at: (field.left - 8, field.bottom + 5), anchor: .end, color: Ink.weak)
    }
}
