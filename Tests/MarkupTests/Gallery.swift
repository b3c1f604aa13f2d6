import Foundation
@testable import Markup

/// Charts of figures as they come, and of those that seldom do.
enum Gallery {
    static let months = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    static let paid2021: [Double?] = [25.9, 25.1, 26.4, 26.0, 25.2, 25.6, 26.3, 25.4, 24.9, 25.3, 25.0, 26.8]
    static let paid2022: [Double?] = [24.8, 24.2, 25.3, 24.9, 24.4, 24.9, 25.8, 24.6, 24.1, 24.0, 24.4, 25.5]
    static let paid2023: [Double?] = [23.9, 23.1, 24.2, 23.3, 23.6, 23.5, 24.4, 23.9]

    @Sendable static func whole(_ value: Double) -> String {
        // Thousands are set apart as the report sets them.
        let digits = String(Int(value.rounded()))
        guard digits.count > 3 else { return digits }
        return "\(digits.dropLast(3))\u{a0}\(digits.suffix(3))"
    }

    static func years(
        _ now: [Double?], _ before: [Double?], _ first: [Double?], name: String = "2022", breaks: Set<Int> = [],
        startsAtZero: Bool = false
    ) -> LineChart {
        LineChart(
            Places(months),
            [
                LineChart.Series("2023", now), LineChart.Series(name, before, breaks: breaks),
                LineChart.Series("2021", first),
            ], startsAtZero: startsAtZero, label: whole)
    }

    /// Households of 32 months with a border in October 2022, and three months joined by hand.
    static var timeline: LineChart {
        let values: [Double?] = (0..<32).map { (month: Int) in Double(2700 - month * 20 + month % 3 * 30) }
        return LineChart(
            Places(
                Array((months + months + months).prefix(32)),
                spans: [Places.Span("2021", 12), .init("2022", 12), .init("2023", 8)]),
            [LineChart.Series("Aktuella hushåll", values, hollow: [21, 22, 23])],
            breaks: [LineChart.Break(before: 21, "Nytt verksamhetssystem okt 2022")], startsAtZero: false,
            hollow: "Manuellt sammanfört", label: whole)
    }

    static let reasons: [(name: String, count: Double)] = [
        ("Arbete", 54), ("Etableringsersättning", 31), ("Ändrade familjeförhållanden", 22), ("Sjukförsäkring", 19),
        ("Studier", 18), ("Flyttat", 15), ("Ålderspension", 11), ("Arbetslöshetsförsäkring", 9),
        ("Annan ersättning", 7), ("Avlidit", 2), ("Annan orsak", 12), ("Okänd", 24),
    ]

    static var bars: BarChart {
        BarChart(
            reasons.map { reason in
                BarChart.Bar(
                    reason.name, reason.count, text: "\(Int(reason.count)) (\(Int(reason.count * 100 / 224))\u{a0}%)",
                    isRest: reason.name == "Okänd")
            })
    }

    static func stacks(_ arrangement: ColumnChart.Arrangement = .stacked) -> ColumnChart {
        ColumnChart(
            Places(Array(months.prefix(8))),
            [
                ColumnChart.Series("Coachning och matchning", [410, 420, 400, 430, 440, 450, 400, 420]),
                ColumnChart.Series("Praktik och arbetsträning", [120, 110, 130, nil, 150, 140, 90, 120]),
                ColumnChart.Series("Arbetsmarknadsanställning", [60, 62, 64, 60, 58, 59, 61, 60]),
                ColumnChart.Series("Okänd", [20, 25, 30, 28, 22, 19, 5, 12], isRest: true),
            ], arrangement, label: whole)
    }

    static let all: [(name: String, chart: any Chart)] = [
        ("three years", years(paid2023, paid2022, paid2021)),
        ("three years from 0", years(paid2023, paid2022, paid2021, startsAtZero: true)),
        (
            "a new system",
            years(
                paid2023, paid2022.enumerated().map { $0 < 9 ? $1 : $1.map { $0 - 3 } }, paid2021,
                name: "2022 (nytt system från okt)", breaks: [9])
        ),
        (
            "the end of a year is missing",
            years(paid2023, Array(paid2022.prefix(10)), paid2021, name: "2022 (uppgift saknas nov–dec)")
        ),
        ("all the same", years([320, 320], Array(repeating: 320, count: 12), Array(repeating: 320, count: 12))),
        ("one value", years([nil, nil, 7], [], [])),
        ("very small", years([0.02, 0.05, 0], [0.01], [])),
        ("very great", years([2.3e9], [2.1e9], [1.9e9])),
        (
            "nothing",
            LineChart(
                Places(months), [LineChart.Series("2023", [])],
                empty: "Uppgift saknas för hela perioden: systemet byttes och äldre uppgifter finns inte kvar.",
                label: whole)
        ),
        ("a continuous time", timeline),
        ("reasons", bars),
        (
            "bars that are hard to name",
            BarChart([
                BarChart.Bar(
                    "Folkuniversitetet, grundläggande vuxenutbildning och svenska för invandrare på distans", 1069,
                    text: "1\u{a0}069 elever"),
                BarChart.Bar("Arbetsmarknadsutbildningsverksamhetsanvisning", 0, text: "0 elever"),
                BarChart.Bar("Lernia", nil, text: "uppgift saknas (byte av verksamhetssystem)"),
            ])
        ),
        ("no bars", BarChart([], empty: "Inga avslut under perioden.")),
        ("stacks", stacks()), ("groups", stacks(.grouped)),
        (
            "two years of stacks",
            ColumnChart(
                Places(Array((months + months).prefix(20)), spans: [Places.Span("2022", 12), .init("2023", 8)]),
                ["Coachning", "Praktik"].enumerated().map { number, name in
                    ColumnChart.Series(name, (0..<20).map { Double((number + 1) * 100 + $0) })
                }, .stacked, label: whole)
        ),
        (
            "no columns",
            ColumnChart(
                Places(months), [ColumnChart.Series("Nya", [])], .grouped, empty: "Uppgift saknas", label: whole)
        ),
        (
            "days",
            LineChart(
                Places((1...30).map { "\($0)/4" }),
                [
                    LineChart.Series("april 2013", (0..<17).map { Double($0 * 3) }),
                    LineChart.Series("mars 2013", (0..<30).map { Double($0 * 2) }),
                ],
                greatest: 100, label: { "\(Int($0))\u{a0}%" })
        ),
        (
            "hostile",
            LineChart(
                ["<b>&"], [LineChart.Series("\u{1}\"'<script>", [.nan, .infinity])], empty: "<&\u{c}", label: whole)
        ),
    ]
}
