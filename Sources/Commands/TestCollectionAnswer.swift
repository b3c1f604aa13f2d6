import Extraction
import Vocabulary

/// What came of making the files of the test collection: what was matched, and what was not and why.
struct TestCollectionAnswer {
    let match: LabourMatch
    /// Households closed in the month.
    let closed: Int
    /// The rows of the unit's files that were left; `nil` when the files were not given.
    let rows: [LabourRow]?
    /// The months that the collection takes files for.
    let months: [Month]

    func text(_ language: Language) -> String {
        let (month, form) = (match.month.fullName(language), NumberForm(language))
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        func line(_ count: Int, _ text: Localized) -> String? {
            count == 0 ? nil : "  \(form.text(count)) \(text[language])"
        }
        let (all, matched) = (form.text(match.enrolments), form.text(match.matched))
        let households = form.text(match.households.count)
        return
            ([
                match.households.isEmpty
                    ? say(
                        "Inget hushåll har bistånd \(month), och därför finns ingen insatser.csv.",
                        "No household has assistance in \(month), so there is no insatser.csv.")
                    : say(
                        "insatser.csv: \(households) hushåll med bistånd \(month).",
                        "insatser.csv: \(households) households with assistance \(month)."),
                say(
                    "\(all) insatser rör månaden; \(matched) hör till en vuxen i ett av hushållen.",
                    "\(all) measures touch the month; \(matched) are of an adult of one of the households."),
                line(
                    match.late,
                    Localized(
                        sv: "av dem registrerades efter första utdraget för månaden.",
                        en: "of them were registered after the first extract of the month.")),
            ] + LabourMatch.Reason.allCases.map { line(match.count($0), $0.told) } + [
                places(say), closures(say, form.text(closed)), notTaken(language),
            ]).compactMap { $0 }.joined(separator: "\n")
    }

    private func places(_ say: (String, String) -> String) -> String? {
        guard !match.left.isEmpty else { return nil }
        guard let rows else {
            return say(
                "Ange enhetens filer med --enrolments för att se vilka rader det är.",
                "Give the unit's files with --enrolments to see which rows they are.")
        }
        let found = rows.isEmpty ? nil : say("Raderna står i stammer-inte.csv.", "The rows are in stammer-inte.csv.")
        let missing = match.left.count - rows.count
        let others =
            missing > 0
            ? say("\(missing) av dem står inte i filerna.", "\(missing) of them are not in the files.") : nil
        return [found, others].compactMap { $0 }.joined(separator: " ")
    }

    private func closures(_ say: (String, String) -> String, _ households: String) -> String {
        guard closed == 0 else {
            return say(
                "avslutsorsaker.csv: \(households) avslutade hushåll.",
                "avslutsorsaker.csv: \(households) households closed.")
        }
        return say(
            "Inget hushåll avslutades, och därför finns ingen avslutsorsaker.csv. Meddela det så:\n",
            "No household was closed, so there is no avslutsorsaker.csv. Say so like this:\n")
            + "  underlag nothing-to-report testinsamling-2013 --table avslutsorsaker --month \(match.month.iso) …"
    }

    private func notTaken(_ language: Language) -> String? {
        guard !months.contains(match.month) else { return nil }
        let taken = language.list(months.map { $0.fullName(language) })
        return language == .sv
            ? "Testinsamlingen tar bara emot filer för \(taken)." : "The test collection only takes files for \(taken)."
    }

    /// The same for programs.
    var record: Record { Record(self) }

    struct Record: Encodable {
        var month: String
        var households: Int
        var enrolments: Int
        var matched: Int
        var late: Int
        /// How many enrolments were left, by reason.
        var left: [String: Int]
        /// Which rows of the unit's files they are, when the files were given.
        var rows: [Row]?
        var closed: Int
        /// The months that the collection takes files for.
        var taken: [String]

        struct Row: Encodable {
            var file: String
            var row: Int
            var reason: String
        }

        init(_ answer: TestCollectionAnswer) {
            let match = answer.match
            month = match.month.iso
            households = match.households.count
            (enrolments, matched, late) = (match.enrolments, match.matched, match.late)
            left = Dictionary(
                uniqueKeysWithValues: LabourMatch.Reason.allCases.map { ($0.rawValue, match.count($0)) })
            rows = answer.rows?.map { Row(file: $0.file, row: $0.row, reason: $0.reason.rawValue) }
            closed = answer.closed
            taken = answer.months.map(\.iso)
        }
    }
}

extension LabourMatch.Reason {
    /// Why, of one row.
    var text: Localized {
        switch self {
        case .uncoded:
            Localized(sv: "Mappningen ger insatsen ingen kod.", en: "The mapping gives the measure no code.")
        case .otherMonth:
            Localized(
                sv: "Personen har bistånd, men inte den månaden.", en: "The person has assistance, but not that month.")
        case .neverAssistance:
            Localized(
                sv: "Personen har inte bistånd någon månad.", en: "The person has no assistance any month.")
        }
    }

    /// Why, of several.
    fileprivate var told: Localized {
        switch self {
        case .uncoded:
            Localized(
                sv: "av dem har en insats som mappningen inte ger någon kod, och är inte med i filen.",
                en: "of them have a measure that the mapping gives no code, and are not in the file.")
        case .otherMonth:
            Localized(
                sv: "togs inte med: personen har bistånd, men inte den månaden.",
                en: "were left out: the person has assistance, but not that month.")
        case .neverAssistance:
            Localized(
                sv: "togs inte med: personen har inte bistånd någon månad.",
                en: "were left out: the person has no assistance any month.")
        }
    }
}
