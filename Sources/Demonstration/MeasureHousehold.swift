import Vocabulary

/// A made-up row of the file of measures: marks per code 0–8 as they are written, 0 = blank.
struct MeasureHousehold: Sendable {
    /// A mark as the municipality writes it.
    enum Mark: Sendable {
        case cross
        case days(Int)

        var text: String {
            switch self {
            case .cross: "X"
            case .days(let days): String(days)
            }
        }
    }

    var number: Int
    /// Registerledare and medsökande: mark by code.
    var marks: [[Int: Mark]] = [[:], [:]]
    var text = ""

    /// The cells of the row in the definition's order, after month and municipality.
    var cells: [String] {
        [number.padded] + marks.flatMap { marks in (0...8).map { marks[$0]?.text ?? "" } } + [text]
    }
}

/// A made-up row of the file of closure reasons; `nil` = blank.
struct ReasonHousehold: Sendable {
    var number: Int
    var leader: Int?
    var partner: Int?
    var household: Int?

    /// The cells of the row in the definition's order, after month and municipality.
    var cells: [String] {
        [number.padded] + [leader, partner, household].map { $0.map { String($0) } ?? "" }
    }
}

extension Int {
    /// A running number as the template shows it, at least four digits.
    var padded: String {
        let digits = String(self)
        return digits.zeroPadded(to: 4)
    }
}
