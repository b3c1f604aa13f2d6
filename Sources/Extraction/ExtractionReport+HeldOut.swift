import Tabular
public import Vocabulary

extension ExtractionReport {
    /// What was held out, as a file that goes with the delivery: a row for each table, column and reason, with how many.
    /// `nil` when nothing was.
    var heldOut: [UInt8]? {
        var counts: [[String]: Int] = [:]
        for each in files.flatMap(\.keptOut) {
            counts[[each.table, each.column, each.reason.words.sv], default: 0] += each.count
        }
        guard !counts.isEmpty else { return nil }
        var writer = CSVWriter()
        writer.row(["tabell", "kolumn", "skäl", "antal"])
        for (place, count) in counts.sorted(by: { $0.key.lexicographicallyPrecedes($1.key) }) {
            for text in place { writer.text(text) }
            writer.number(count)
            writer.endRow()
        }
        return writer.bytes
    }
}

extension ExtractionReport.Reason {
    /// What is wrong with the column, as the end of a sentence.
    public var words: Localized {
        switch self {
        case .blank: Localized(sv: "är tom", en: "is blank")
        case .notAnIdentityNumber: Localized(sv: "är inte ett personnummer", en: "is not an identity number")
        case .notADate: Localized(sv: "är inte ett datum", en: "is not a date")
        case .notAnAmount: Localized(sv: "är inte ett belopp", en: "is not an amount")
        case .recovery:
            Localized(
                sv: "är negativt: återkrav räknas inte som utbetalt bistånd",
                en: "is negative: a recovery is not counted as paid assistance")
        case .notANumber: Localized(sv: "är inte ett heltal", en: "is not a whole number")
        case .noCode: Localized(sv: "har ett värde som mappningen inte känner", en: "has a value without a code")
        case .notLinked:
            Localized(
                sv: "hör till ett ärende som inte finns i detta eller tidigare utdrag",
                en: "belongs to a case of no extract")
        case .hasIdentityNumber:
            Localized(sv: "ser ut att ha ett personnummer i texten", en: "seems to have an identity number")
        case .endsBeforeBeginning: Localized(sv: "slutar före början", en: "ends before it begins")
        case .otherAdult:
            Localized(
                sv: "gäller en vuxen som varken är sökande eller medsökande",
                en: "is of an adult who is neither applicant nor co-applicant")
        }
    }
}
