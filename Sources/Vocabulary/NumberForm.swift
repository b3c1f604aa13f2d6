/// How numbers are written for people: `7 852` and `40,6` in Swedish, `7,852` and `40.6` in English.
///
/// Written here and not by a formatter, so that a figure looks the same whatever the tool chain.
public struct NumberForm: Sendable {
    private let group: String
    private let point: String

    /// The form readers of `language` expect; a no-break space (U+00A0) groups thousands in Swedish.
    public init(_ language: Language) {
        group = language == .sv ? "\u{a0}" : ","
        point = language == .sv ? "," : "."
    }

    /// A form without grouping, with this decimal mark: for files that programs read.
    public init(ungroupedWith point: String) {
        group = ""
        self.point = point
    }

    /// A whole number; minus is U+2212 where thousands are grouped.
    public func text(_ number: Int) -> String {
        let digits = Array(String(number.magnitude))
        var text = number < 0 ? (group.isEmpty ? "-" : "\u{2212}") : ""
        for (place, digit) in digits.enumerated() {
            if place > 0, (digits.count - place) % 3 == 0 { text += group }
            text.append(digit)
        }
        return text
    }

    /// A number of tenths with one decimal: 406 tenths are "40,6".
    public func text(tenths: Int) -> String {
        let sign = tenths < 0 && tenths > -10 ? (group.isEmpty ? "-" : "\u{2212}") : ""
        return "\(sign)\(text(tenths / 10))\(point)\(tenths.magnitude % 10)"
    }
}
