import Definitions
import Reporting
import Vocabulary

extension SampleReport {
    static let names = [
        "januari", "februari", "mars", "april", "maj", "juni", "juli", "augusti", "september", "oktober", "november",
        "december",
    ]
    static let short = ["jan", "feb", "mar", "apr", "maj", "jun", "jul", "aug", "sep", "okt", "nov", "dec"]
    static let system = Diagram.Border(place: 9, label: "Nytt verksamhetssystem okt 2022")

    /// A made-up but steady course.
    static func course(_ level: Double, _ count: Int, from start: Int = 0) -> [Observation<Double>] {
        (start..<(start + count)).map { place in
            let wave = Double((place * 7 + 3) % 11) / 11 - 0.5
            return .value((level * (1 - Double(place) * 0.004 + wave * 0.05)).rounded())
        }
    }

    static func years(
        _ number: Int, _ title: String, _ unit: IndicatorUnit, _ level: Double, own: Bool = false, gap: Bool = false,
        breaks: Bool = true, now: Double? = nil
    ) -> Diagram {
        var thisYear = course(level * 0.95, 8) + Array(repeating: .notApplicable, count: 4)
        if let now { thisYear[7] = .value(now) }
        var lastYear = course(level, 12)
        if gap { lastYear[10] = .missing(.systemChange); lastYear[11] = .missing(.systemChange) }
        let by = OwnText(
            text: "Något högre i sommar, vilket kan förklaras med studerandes ferieuppehåll.\n\(hostile)",
            author: "Anna Ek", month: month.previous)
        return Diagram(
            id: "d\(number)", number: number, title: title,
            headline: Written(
                proposal: "\(title): lägre än i augusti 2022",
                own: own
                    ? OwnText(text: "Utbetalningarna ligger under 2022 års nivå", author: "Anna Ek", month: month) : nil
            ),
            subtitle: "Per månad, 2021–2023. Inklusive nyanlända och kvotflyktingar.", unit: unit, shape: .years,
            places: names, shortPlaces: short,
            series: [
                Diagram.Series(name: "2023", values: thisYear),
                Diagram.Series(
                    name: "2022", values: lastYear, breakLabel: breaks ? "nytt system från okt" : nil,
                    breaks: breaks ? [9] : []),
                Diagram.Series(name: "2021", values: course(level * 1.06, 12, from: 4)),
            ], borders: breaks ? [system] : [], current: 7,
            notes: gap ? ["November och december 2022 visas inte: alla fick samma startdatum i det nya systemet."] : [],
            definitions: [
                "\(title) visar hur det räknas för vald kalenderperiod. Viss efterregistrering kan förekomma."
            ],
            facts: ["I augusti 2023 var det lägre än i augusti 2022.", "Högst hittills i år var juni."],
            comment: own ? Written(proposal: "I augusti 2023.", own: by) : nil,
            description: "Linjediagram med en linje per år över tolv månader. Augusti 2023 är lägre än augusti 2022.",
            source: "Treserva till och med september 2022, Lifecare från oktober 2022.")
    }

    static let assistance = [
        years(1, "Utbetalt ekonomiskt bistånd", .kronor, 24_600_000, own: true, breaks: false, now: 23_887_841),
        years(2, "Antal utbetalningshushåll", .households, 2380, now: 2160),
        years(3, "Öppna ekonomiutredningar", .households, 260, gap: true),
        Diagram(
            id: "d4", number: 4, title: "Aktuella hushåll", headline: Written(proposal: "Färre aktuella hushåll"),
            subtitle: "Hushåll per månad, 2021–2022", unit: .households, shape: .timeline,
            places: (0..<24).map { "\(names[$0 % 12]) \(2021 + $0 / 12)" },
            shortPlaces: (0..<24).map { short[$0 % 12] },
            months: (0..<24).map { Month(index: 2021 * 12 + $0) },
            series: [Diagram.Series(name: "Hushåll", values: course(2700, 24), joined: [21, 22, 23])],
            borders: [Diagram.Border(place: 21, label: "Nytt verksamhetssystem okt 2022")],
            notes: ["Oktober–december 2022 är manuellt sammanförda."],
            definitions: ["Aktuella hushåll visar antal öppna ärenden i Treserva."],
            facts: ["Antalet minskade under 2022."], description: "Linjediagram över 24 månader med ett brott.",
            source: "Treserva, Lifecare."),
        years(5, "Hushåll vid integrationsenheten", .households, 400, gap: true, now: 336),
    ]

    static let children = [
        years(6, "Långvariga hushåll (mer än 2 år)", .households, 980),
        years(7, "Antal barn i hushåll", .children, 1520),
        years(8, "Antal barn i långvariga hushåll", .children, 760),
    ]

    static let flow = [
        Diagram(
            id: "d9", number: 9, title: "Nya och avslutade hushåll",
            headline: Written(proposal: "Fler avslutades än började"),
            subtitle: "Hushåll per månad, januari–augusti 2023",
            unit: .households, shape: .grouped, places: Array(names.prefix(8)), shortPlaces: Array(short.prefix(8)),
            series: [
                Diagram.Series(name: "Nya hushåll", values: course(90, 8)),
                Diagram.Series(name: "Avslutade hushåll", values: Array(course(120, 8).prefix(7)) + [.value(128)]),
            ], current: 7, definitions: ["Nya hushåll har beviljats bistånd.", "Avslutade insatser under månaden."],
            facts: ["I augusti avslutades 128."], description: "Stapeldiagram med två staplar per månad.",
            source: "Lifecare."),
        Diagram(
            id: "d10", number: 10, title: "Orsaker till avslut",
            headline: Written(proposal: "Vanligaste orsaken var annan försörjning"),
            subtitle: "Vuxna personer, augusti 2023", unit: .persons, shape: .bars,
            places: [
                "Annan ersättning", "Flyttat", "Arbete", "Sjukförsäkring", "Ändrade familjeförhållanden", "Studier",
                "Okänd orsak",
            ],
            shortPlaces: [
                "Annan ersättning", "Flyttat", "Arbete", "Sjukförsäkring", "Ändrade familjeförhållanden", "Studier",
                "Okänd orsak",
            ],
            series: [
                Diagram.Series(
                    name: "Personer",
                    values: [.value(54), .value(20), .value(18), .value(12), .value(9), .value(5), .value(10)])
            ],
            definitions: ["Varje vuxen person i hushållet räknas för sig."], facts: ["128 personer avslutades."],
            description: "Liggande staplar, längst först.", source: "Lifecare.", rest: [6]),
        years(11, "Kom tillbaka inom ett år", .percent, 24, now: 24),
    ]

    static let work = [
        years(12, "Inskrivna i arbetsmarknad", .persons, 600, now: 654),
        Diagram(
            id: "d13", number: 13, title: "Inskrivna per verksamhetsområde", headline: Written(proposal: ""),
            subtitle: "Personer per månad, 2023", unit: .persons, shape: .stacked, places: Array(names.prefix(8)),
            shortPlaces: Array(short.prefix(8)),
            series: [
                Diagram.Series(name: "Coachning och matchning", values: course(300, 8)),
                Diagram.Series(name: "Praktik och arbetsträning", values: course(160, 8)),
                Diagram.Series(name: "Arbetsmarknadsanställning", values: course(120, 8)),
                Diagram.Series(name: "Kompetenshöjande insatser", values: course(70, 8)),
            ], current: 7, definitions: ["Inskrivna i respektive område."], description: "Staplade staplar.",
            source: "Lifecare."),
        years(14, "Nya inskrivna", .persons, 80, gap: true),
    ]

    static let schools = [
        Diagram(
            id: "d15", number: 15, title: "Elever per skola", headline: Written(proposal: "Hälften läser på Linvux"),
            subtitle: "Elever den 31 augusti 2023", unit: .persons, shape: .bars,
            places: [
                "Linvux", "Astar", "Hermods", "Moa", "NTI", "Alg", "InfoKomp", "KUI", "Jensen", "Agila Institutet",
                "Iris Hadar",
            ],
            shortPlaces: [
                "Linvux", "Astar", "Hermods", "Moa", "NTI", "Alg", "InfoKomp", "KUI", "Jensen", "Agila Institutet",
                "Iris Hadar",
            ],
            series: [
                Diagram.Series(
                    name: "Elever",
                    values: [1514, 535, 252, 242, 201, 98, 58, 66, 52, 37, 14].map { .value($0) })
            ],
            definitions: ["Elever inskrivna den dagen."], description: "Liggande staplar.", source: "Skolornas listor.",
            total: Diagram.Total(value: 3069, text: "summa av skolorna; en elev på två skolor räknas två gånger"))
    ]
}
