import Definitions
import Testing
import Vocabulary

import Indicators
@testable import Reporting

@Suite("Sentences")
struct SentenceTests {
    /// A fact of a unit and what is said.
    struct Said: Sendable, CustomTestStringConvertible {
        var unit: IndicatorUnit
        var fact: Fact
        var sv: String
        var en: String
        var testDescription: String { sv }

        init(_ unit: IndicatorUnit, _ fact: Fact, _ sv: String, _ en: String) {
            (self.unit, self.fact, self.sv, self.en) = (unit, fact, sv, en)
        }
    }

    private static let august = month("2023-08")
    private static let said: [Said] = [
        Said(
            .households, .level(2160, august, since: Change(before: 2386, now: 2160)),
            "Antalet hushåll var 2 160 i augusti 2023, 226 färre (9,5 procent) än i augusti 2022.",
            "The number was 2,160 in August 2023, 226 fewer (9.5 percent) than in August 2022."),
        Said(
            .kronor, .level(23_887_841, august, since: Change(before: 24_615_318, now: 23_887_841)),
            "Bistånd var 23,9 miljoner kronor i augusti 2023, 727 477 kronor mindre (3,0 procent) än i augusti 2022.",
            "Assistance was SEK 23.9 million in August 2023, SEK 727,477 less (3.0 percent) than in August 2022."),
        Said(
            .percent, .level(24, august, since: Change(before: 23, now: 24)),
            "Andelen var 24 procent i augusti 2023, 1 procentenhet högre än i augusti 2022.",
            "The share was 24 percent in August 2023, 1 percentage point higher than in August 2022."),
        Said(
            .percent, .level(24, august, since: Change(before: 26, now: 24)),
            "Andelen var 24 procent i augusti 2023, 2 procentenheter lägre än i augusti 2022.",
            "The share was 24 percent in August 2023, 2 percentage points lower than in August 2022."),
        Said(
            .persons, .level(0, august, since: nil), "Antalet hushåll var 0 i augusti 2023.",
            "The number was 0 in August 2023."),
        Said(
            .children, .level(7, august, since: Change(before: 7, now: 7)),
            "Antalet hushåll var 7 i augusti 2023, lika många som i augusti 2022.",
            "The number was 7 in August 2023, the same as in August 2022."),
        Said(
            .kronor, .level(1, august, since: Change(before: 1, now: 1)),
            "Bistånd var 1 krona i augusti 2023, lika mycket som i augusti 2022.",
            "Assistance was SEK 1 in August 2023, the same as in August 2022."),
        // Of fewer than twenty, or more than tenfold, percent says too much.
        Said(
            .persons, .level(1, august, since: Change(before: 12, now: 1)),
            "Antalet hushåll var 1 i augusti 2023, 11 färre än i augusti 2022.",
            "The number was 1 in August 2023, 11 fewer than in August 2022."),
        Said(
            .persons, .level(500, august, since: Change(before: 20, now: 500)),
            "Antalet hushåll var 500 i augusti 2023, 480 fler än i augusti 2022.",
            "The number was 500 in August 2023, 480 more than in August 2022."),
        Said(
            .households, .missing(august, .systemChange),
            "Uppgift om antalet hushåll saknas för augusti 2023, på grund av byte av verksamhetssystem.",
            "There is no figure of the number for August 2023, because of a change of case system."),
        Said(
            .households, .nothingBefore(august, .notDelivered), "Uppgift för augusti 2023 saknas.",
            "There is no figure for August 2023."),
        Said(
            .households, .incomparable(august), "Det går inte att jämföra med augusti 2023.",
            "It cannot be compared with August 2023."),
        Said(
            .percent, .sinceMonthBefore(Change(before: 20, now: 20), month("2023-07")),
            "Andelen är densamma som i juli 2023.", "The share is the same as in July 2023."),
        Said(
            .kronor, .sinceMonthBefore(Change(before: 1_000_001, now: 1_000_000), month("2023-07")),
            "Sedan juli 2023 har beloppet minskat med 1 krona.", "Since July 2023 the amount has fallen by SEK 1."),
        Said(
            .percent, .extreme(.up, since: month("2022-12")), "Det är den högsta andelen sedan december 2022.",
            "It is the highest share since December 2022."),
        Said(
            .kronor, .extremeOf(.down, month("2023-01")...august),
            "Det är det lägsta beloppet sedan januari 2023, så långt tillbaka rapporten har uppgifter för varje månad.",
            "It is the lowest amount since January 2023, as far back as the report has figures for every month."),
        Said(
            .households, .run(.down, 3), "Antalet har minskat tre månader i rad.",
            "The number has fallen three months in a row."),
        Said(
            .households, .yearRun(.up, 13), "Antalet har varit högre än samma månad året före 13 månader i rad.",
            "The number has been higher than in the same month of the year before 13 months in a row."),
        Said(
            .kronor, .rollingYear(Change(before: 25_100_000, now: 23_600_000)),
            "Som medel över tolv månader var beloppet 23,6 miljoner kronor, 1,5 miljoner kronor lägre (6,0 procent) än de "
                + "tolv månaderna dessförinnan.",
            "As a mean over twelve months the amount was SEK 23.6 million, SEK 1.5 million lower (6.0 percent) than the "
                + "twelve months before."),
        Said(
            .percent, .quarter(Change(before: 15, now: 15)),
            "De tre senaste månaderna var andelen i medel 15 procent, lika hög som samma tre månader året före.",
            "In the last three months the mean share was 15 percent, as high as the same three months of the year before."
        ),
        // Means are told whole, and in percent of what they were before that: 153 against 92, and 6 443 against 4 402.
        Said(
            .persons, .quarter(Change(before: 92.0 / 3, now: 153.0 / 3)),
            "De tre senaste månaderna var antalet i medel 51, 20 högre (66,3 procent) än samma tre månader året före.",
            "In the last three months the mean number was 51, 20 higher (66.3 percent) than the same three months of the "
                + "year before."),
        Said(
            .persons, .rollingYear(Change(before: 4402.0 / 12, now: 6443.0 / 12)),
            "Som medel över tolv månader var antalet 537, 170 högre (46,4 procent) än de tolv månaderna dessförinnan.",
            "As a mean over twelve months the number was 537, 170 higher (46.4 percent) than the twelve months before."),
        Said(
            .households, .peak(month("2023-06"), 2291, whole: false),
            "Hittills under 2023 var antalet högst i juni: 2 291.",
            "So far in 2023 the number was highest in June: 2,291."),
    ]

    @Test("have the right number, gender and form in both languages", arguments: said)
    func grammar(_ said: Said) {
        let subject: Localized =
            switch said.unit {
            case .kronor: Localized(sv: "bistånd", en: "assistance")
            case .percent: Localized(sv: "andelen", en: "the share")
            default: Localized(sv: "antalet hushåll", en: "the number")
            }
        func text(_ language: Language) -> String? {
            FactSentences(subject: subject, unit: said.unit, language: language).sentence(said.fact)?
                .replacing("\u{a0}", with: " ")
        }
        #expect(text(.sv) == said.sv)
        #expect(text(.en) == said.en)
    }

    @Test("count things with their noun")
    func counted() {
        func text(_ unit: IndicatorUnit, _ value: Double, _ language: Language = .sv) -> String {
            FigureForm(unit, language).counted(value).replacing("\u{a0}", with: " ")
        }
        #expect([0, 1, 2].map { text(.persons, $0) } == ["0 personer", "1 person", "2 personer"])
        #expect([0, 1, 2].map { text(.households, $0) } == ["0 hushåll", "1 hushåll", "2 hushåll"])
        #expect([1, 2].map { text(.children, $0) } == ["1 barn", "2 barn"])
        #expect([1, 2].map { text(.ends, $0) } == ["1 avslut", "2 avslut"])
        #expect(
            [1, 999_999, 1_000_000, 1_949_999].map { text(.kronor, $0) } == [
                "1 krona", "999 999 kronor", "1,0 miljon kronor", "1,9 miljoner kronor",
            ])
        #expect([1, 2].map { text(.children, $0, .en) } == ["1 child", "2 children"])
    }

    @Test(
        "tell a group of a distribution, and who of them did what",
        arguments: [
            (
                [1: 18, 2: 5, 3: 105, 9: 7],
                "128 personer har avslutats till annat under augusti 2023. 18 av dem har gått till arbete och 5 har börjat "
                    + "studera."
            ),
            ([1: 1, 9: 3], "1 person har avslutats till annat under augusti 2023."),
            ([2: 2, 3: 1], "3 personer har avslutats till annat under augusti 2023. 2 av dem har börjat studera."),
            ([9: 3], "Ingen person har avslutats till annat under augusti 2023."),
        ])
    func groups(counts: [Int: Int], text: String) {
        let all = Localized(sv: "", en: "")
        let group = IndicatorGroup(id: "annan", title: all, codes: [1, 2, 3])
        let version = IndicatorVersion(
            from: month("2020-01"), title: all, definition: all, rule: .closureReasons, groups: [group])
        let line = FigureLine(
            indicator: Indicator(id: "x", area: .assistance, unit: .persons, versions: [version]), version: version,
            months: Self.august...Self.august, values: [.value(1)])
        let telling = DiagramDefinition.Telling(
            whole: ("annan", Localized(sv: "har avslutats till annat", en: "left for something else")),
            parts: [
                DiagramDefinition.Sum(codes: [1], text: Localized(sv: "har gått till arbete", en: "went to work")),
                DiagramDefinition.Sum(codes: [2], text: Localized(sv: "har börjat studera", en: "began to study")),
            ])
        let sentences = DistributionSentences(
            measure: .value(.distribution(counts)), line: line, telling: telling, language: .sv)
        #expect(sentences.sentences(Self.august).joined(separator: " ") == text)
    }
}
