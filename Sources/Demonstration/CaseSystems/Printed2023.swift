public import Vocabulary

/// What the committee's reports of August and November 2023, and the memo with the former, print, which the
/// demonstration agrees with.
public enum Printed2023 {
    /// A key figure of a report's first page, with that of the year before.
    public struct KeyFigure: Sendable {
        /// The report's month.
        public let month: Month
        /// The indicator's id.
        public let indicator: String
        /// What is printed.
        public let value: Int
        /// What is printed of the year before; `nil` where it says *uppgift saknas, byte av verksamhetssystem*.
        public let before: Int?
    }

    private static let august = Month(index: 2023 * 12 + 7)
    private static let november = Month(index: 2023 * 12 + 10)

    /// The first pages.
    public static let keyFigures = [
        KeyFigure(month: august, indicator: "utbetalt-bistand", value: 23_887_841, before: 24_615_318),
        KeyFigure(month: august, indicator: "utbetalningshushall", value: 2160, before: 2386),
        KeyFigure(month: august, indicator: "inskrivna", value: 654, before: 371),
        KeyFigure(month: august, indicator: "integrationsenheten", value: 336, before: 404),
        KeyFigure(month: november, indicator: "utbetalt-bistand", value: 22_632_677, before: 22_448_660),
        KeyFigure(month: november, indicator: "utbetalningshushall", value: 2122, before: 2229),
        KeyFigure(month: november, indicator: "inskrivna", value: 710, before: 429),
        KeyFigure(month: november, indicator: "integrationsenheten", value: 320, before: nil),
    ]

    /// The months of the reports.
    public static let months = [august, november]

    /// A table of the August report by school.
    public struct Schools: Sendable {
        /// The id of the diagram that shows it.
        public let diagram: String
        /// As printed; the schools' names differ between the tables.
        public let counts: KeyValuePairs<String, Int>
        /// All schools.
        public var total: Int { counts.reduce(0) { $0 + $1.value } }
    }

    /// Pupils of adult education on 31 August 2023: 3 069 in all.
    static let pupils = Schools(
        diagram: "elever-per-skola",
        counts: [
            "Agila Institutet": 37, "Alg": 98, "Astar": 535, "Hermods": 252, "InfoKomp": 58, "Iris Hadar": 14,
            "Jensen": 52, "KUI": 66, "Linvux": 1514, "Moa": 242, "NTI": 201,
        ])
    /// Admissions to single courses at upper secondary level, period 4 of 2023.
    static let single = Schools(
        diagram: "antagna-gymnasial",
        counts: [
            "Agila": 4, "Astar": 46, "Hermods": 132, "Infokomp": 40, "Jensen": 42, "KUI": 16, "Linvux": 395, "Moa": 89,
            "NTI": 162,
        ])
    /// Admissions to basic courses, 9 June to 16 August 2023.
    static let basic = Schools(
        diagram: "antagna-grundlaggande",
        counts: [
            "Astar": 108, "Hermods": 23, "InfoKomp": 14, "Jensen": 2, "Iris Hadar": 8, "Linvux": 86, "MoA": 5,
            "NTI": 27,
        ])
    /// The tables by school that have numbers.
    public static let schools = [pupils, single, basic]
    /// Adults who went to another livelihood in August 2023, and of them to work (1) and to studies (2).
    public static let otherLivelihood = (all: 128, byCode: [1: 18, 2: 5])
    /// Percent who came back within a year in August 2023, by indicator.
    public static let returned: KeyValuePairs = [
        "ateraktualiserade-bistand": 24, "ateraktualiserade-arbetsmarknad": 16,
    ]
}
