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

    /// Pupils of adult education on 31 August 2023, all schools.
    public static let pupils = 3069
    /// Admissions to single courses at upper secondary level, period 4 of 2023, and to basic courses, all schools.
    public static let admissions = [926, 273]
    /// Adults who went to another livelihood in August 2023, and of them to work and to studies.
    public static let otherLivelihood = [128, 18, 5]
    /// Percent who came back within a year, to assistance and to labour-market work, in August 2023.
    public static let returned = [24, 16]
}
