import Extraction
import Vocabulary

extension LabourMatch {
    /// What came of the match, in words: what was matched, and what was not and why.
    func text(closed: Int, _ language: Language) -> String {
        let form = NumberForm(language)
        func line(_ count: Int, _ sv: String, _ en: String) -> String? {
            count == 0 ? nil : "  \(form.text(count)) \(language == .sv ? sv : en)"
        }
        let households = form.text(households.count)
        let (all, matched, closed) = (form.text(enrolments), form.text(matched), form.text(closed))
        return [
            language == .sv
                ? "insatser.csv: \(households) hushåll med bistånd \(month.fullName(.sv))."
                : "insatser.csv: \(households) households with assistance \(month.fullName(.en)).",
            language == .sv
                ? "\(all) insatser rör månaden; \(matched) hör till en vuxen i ett av hushållen."
                : "\(all) measures touch the month; \(matched) are of an adult of one of the households.",
            line(
                late, "av dem registrerades efter första utdraget för månaden.",
                "of them were registered after the first extract of the month."),
            line(
                uncoded, "av dem har en insats som mappningen inte ger någon kod, och är inte med i filen.",
                "of them have a measure that the mapping gives no code, and are not in the file."),
            line(
                otherMonth, "togs inte med: personen har bistånd, men inte den månaden.",
                "were left out: the person has assistance, but not that month."),
            line(
                neverAssistance, "togs inte med: personen har inte bistånd någon månad.",
                "were left out: the person has no assistance any month."),
            language == .sv
                ? "avslutsorsaker.csv: \(closed) avslutade hushåll."
                : "avslutsorsaker.csv: \(closed) households closed.",
        ].compactMap { $0 }.joined(separator: "\n")
    }
}

/// The same for programs.
struct MatchRecord: Encodable {
    var month: String
    var households: Int
    var enrolments: Int
    var matched: Int
    var late: Int
    var uncoded: Int
    var otherMonth: Int
    var neverAssistance: Int
    var closed: Int

    init(_ match: LabourMatch, closed: Int) {
        month = match.month.iso
        households = match.households.count
        (enrolments, matched, late, uncoded) = (match.enrolments, match.matched, match.late, match.uncoded)
        (otherMonth, neverAssistance) = (match.otherMonth, match.neverAssistance)
        self.closed = closed
    }
}
