import Definitions
import Vocabulary

extension FigureForm {
    /// As in running text: "23,9 miljoner kronor", "1 krona", "24 procent"; things counted without their noun: "2 160".
    public func inWords(_ value: Double) -> String {
        switch unit {
        case .kronor: kronor(value)
        case .percent: number(value) + (language == .sv ? " procent" : " percent")
        case .households, .persons, .children, .ends: number(value)
        }
    }

    /// With its noun: "1 person", "128 personer", "23,9 miljoner kronor".
    func counted(_ value: Double) -> String {
        let isOne = value.rounded() == 1
        let noun: Localized
        switch unit {
        case .kronor, .percent: return inWords(value)
        case .households: noun = Localized(sv: "hushåll", en: isOne ? "household" : "households")
        case .persons: noun = Localized(sv: isOne ? "person" : "personer", en: isOne ? "person" : "persons")
        case .children: noun = Localized(sv: "barn", en: isOne ? "child" : "children")
        case .ends: noun = Localized(sv: "avslut", en: isOne ? "end" : "ends")
        }
        return "\(number(value)) \(noun[language])"
    }

    /// How much a figure has changed, without direction: "226", "727 477 kronor", "2 procentenheter".
    func size(_ change: Change) -> String {
        let size = change.difference.magnitude
        guard unit == .percent else { return inWords(size) }
        let points = Localized(
            sv: size == 1 ? "procentenhet" : "procentenheter", en: size == 1 ? "percentage point" : "percentage points")
        return "\(number(size)) \(points[language])"
    }

    /// The change in percent of what the figure was: "9,5 procent". `nil` for shares, and where it would mislead: of
    /// fewer than 20, more than tenfold, or too small to be seen.
    func percent(_ change: Change) -> String? {
        guard unit != .percent, change.before.rounded().magnitude >= 20, let tenths = change.tenthsOfPercent,
            tenths != 0, tenths.magnitude < 10_000
        else { return nil }
        return NumberForm(language).text(tenths: Int(tenths.magnitude)) + (language == .sv ? " procent" : " percent")
    }

    /// From a million on in millions with one decimal, as a person would say it.
    private func kronor(_ value: Double) -> String {
        let form = NumberForm(language)
        let isOne = value.rounded().magnitude == 1
        guard value.magnitude >= 1_000_000 else {
            return language == .sv
                ? form.text(Int(value.rounded())) + (isOne ? " krona" : " kronor")
                : "SEK\u{a0}" + form.text(Int(value.rounded()))
        }
        let tenths = Int((value / 100_000).rounded())
        let millions = form.text(tenths: tenths)
        guard language == .sv else { return "SEK\u{a0}\(millions) million" }
        return millions + (tenths == 10 ? " miljon kronor" : " miljoner kronor")
    }
}
