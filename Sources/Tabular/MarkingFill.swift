/// The fill of a marked cell: its colour, and beneath it the colour the cell had before.
struct MarkingFill {
    let tone: MarkingTone
    /// The attributes of the former colour, `rgb="FFFFFF00"` or `theme="4"`; `nil` = it had none.
    let former: String?

    /// The automatic colour, which programs write when there is no second one.
    private static let none = "indexed=\"64\""

    init(tone: MarkingTone, former: String?) {
        self.tone = tone
        self.former = former
    }

    /// Reads a `fill` element; `nil` when it is not ours.
    init?(marking fill: [UInt8]) {
        guard let shown = Self.color("fgColor", in: fill) else { return nil }
        let said = shown.uppercased()
        guard let tone = MarkingTone.allCases.first(where: { said.contains("RGB=\"\($0.argb)\"") }) else { return nil }
        self.tone = tone
        former = Self.color("bgColor", in: fill).flatMap { $0 == Self.none || $0.isEmpty ? nil : $0 }
    }

    /// The `fill` element.
    var markup: String {
        "<fill><patternFill patternType=\"solid\"><fgColor rgb=\"\(tone.argb)\"/><bgColor \(former ?? Self.none)/>"
            + "</patternFill></fill>"
    }

    /// The attributes of the colour shown by the fill at `place`; `nil` when it shows none.
    static func color(of fills: [[UInt8]], at place: Int) -> String? {
        guard fills.indices.contains(place) else { return nil }
        var scanner = XMLEditScanner(fills[place])
        while let tag = scanner.next() {
            guard scanner.named(tag, "patternFill") else { continue }
            guard let pattern = scanner.text("patternType", of: tag), pattern != "none" else { return nil }
            return color("fgColor", in: fills[place])
        }
        return nil
    }

    private static func color(_ name: StaticString, in fill: [UInt8]) -> String? {
        var scanner = XMLEditScanner(fill)
        while let tag = scanner.next() {
            guard scanner.named(tag, name) else { continue }
            var attributes: [String] = []
            scanner.eachAttribute(of: tag) { key, value in
                attributes.append(
                    "\(String(decoding: fill[key], as: UTF8.self))=\"\(String(decoding: fill[value], as: UTF8.self))\"")
            }
            return attributes.joined(separator: " ")
        }
        return nil
    }
}
