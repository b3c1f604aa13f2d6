import Definitions
import Foundation
import Reporting
import Vocabulary

/// A report made by hand: all states of key figures, all shapes of diagrams, gaps, breaks, joined values, own texts, and
/// texts that look like markup.
enum SampleReport {
    static let month = Month(year: 2023, month: 8) ?? Month(index: 0)
    static let hostile = "Barn & unga <b>ökar</b> *inte* | #1 \"citat\" `kod` [länk](http://x.se) $x^2$ ~~ å ä ö"

    static let report = Report(
        identity: ReportIdentity(
            kind: "namndrapport-ekonomiskt-bistand", municipality: Municipality(code: "0580") ?? Municipality.all[0],
            month: month),
        language: .sv, title: "Nämndrapport augusti 2023", committee: "Arbetsmarknadsnämnden",
        warning: "Påhittade uppgifter. Rapporten visar inga verkliga förhållanden.", state: .draft,
        extracted: Day(iso: "2023-09-05"),
        parts: [
            ReportPart(id: "nyckeltal", heading: "Nyckeltal", content: .tiles(tiles)),
            ReportPart(id: "bistand", heading: "Ekonomiskt bistånd", content: .diagrams(assistance)),
            ReportPart(id: "barn", heading: "Barn och långvarigt bistånd", content: .diagrams(children)),
            ReportPart(id: "flode", heading: "Nya och avslutade", content: .diagrams(flow)),
            ReportPart(id: "arbete", heading: "Arbetsmarknad", content: .diagrams(work)),
            ReportPart(id: "vux", heading: "Kommunal vuxenutbildning", content: .diagrams(schools)),
            ReportPart(id: "efterregistrering", heading: "Efterregistrering", content: .lateRegistration(late)),
        ],
        checks: [ReportCheck(.look, "En kontroll som bara rapportens författare ska se.")],
        changes: [
            DefinitionChange(
                indicator: "nya", titles: (before: "Antal nya ärenden", now: "Antal nya hushåll"),
                definitions: (
                    before: "Hushåll som beviljats bistånd. Avser ej nyanlända och kvotflyktingar.",
                    now: "Hushåll som beviljats bistånd, inklusive nyanlända och kvotflyktingar."
                ), countsOtherwise: true)
        ],
        sources: [
            "Treserva och Accorda till och med september 2022, Lifecare från och med oktober 2022.",
            "Varje månad visas som den först hämtades.",
        ],
        memo: memo)

    /// The same, when it has been approved.
    static let approved: Report = {
        var report = Self.report
        let step = ReportStep(by: "Per Ahl", at: Date(timeIntervalSince1970: 1_694_082_600))
        (report.state, report.maker, report.approval) = (.approved(step), "Maria Lind", step)
        return report
    }()

    static let tiles: [Tile] = [
        tile(
            "utbetalt", "Utbetalt ekonomiskt bistånd", .kronor, 23_887_841, 24_615_318,
            note: "Augusti 2022 har med det som registrerats sent."),
        tile("utbetalningshushall", "Utbetalningshushåll", .households, 2160, 2386),
        tile("inskrivna", "Inskrivna i arbetsmarknad", .persons, 654, 371),
        Tile(
            id: "integration", title: "Hushåll vid integrationsenheten", unit: .households, month: month,
            value: .value(336), before: .missing(.systemChange), comparison: .missing("byte av verksamhetssystem"),
            definition: "Hushåll med insats ekonomiskt bistånd vid integrationsenheten den sista i månaden."),
        Tile(
            id: "insats", title: "Hushåll med insats", unit: .households, month: month, value: .value(2045),
            before: .value(2502), comparison: .notComparable("Lifecare visar bara ärenden med rätt till bistånd"),
            definition: "Öppna ärenden där rätt till bistånd finns."),
        Tile(
            id: "ater", title: "Kom tillbaka inom ett år", unit: .percent, month: month, value: .missing(.unknown),
            before: .value(24), comparison: .missing("uppgifterna är inte klara"),
            definition: "Andel av avslutade som aktualiserats igen inom ett år."),
    ]

    static func tile(
        _ id: String, _ title: String, _ unit: IndicatorUnit, _ now: Double, _ before: Double, note: String? = nil
    ) -> Tile {
        Tile(
            id: id, title: title, unit: unit, month: month, value: .value(now), before: .value(before),
            comparison: .change(Change(before: before, now: now)),
            definition: "Så räknas \(title.lowercased()) under månaden, inklusive nyanlända och kvotflyktingar.",
            note: note)
    }

    static let memo = Memo(
        title: "Verksamhetsinformation 2023", proposal: Written(proposal: "Informationen noteras."),
        matter: Written(
            proposal: "Nämndrapport avseende augusti 2023 samt muntlig information från verksamheten."),
        areas: [
            Memo.Area(
                id: "bistand", heading: "Sammanfattning försörjningsstöd och arbetsmarknadsinsatser",
                introduction: Written(
                    proposal: "Till och med september 2022 kommer uppgifterna från Treserva och Accorda.\n"
                        + "Från oktober 2022 kommer de från Lifecare."),
                summary: Written(
                    proposal: "Utbetalt bistånd var 23 887 841 kr.",
                    own: OwnText(
                        text: "Utbetalt bistånd var 23\u{a0}887\u{a0}841 kr i augusti.\n\(hostile)\n"
                            + "2160 hushåll fick bistånd.\n- inte en lista\n1. inte heller en lista",
                        author: "Anna Ek", month: month))),
            Memo.Area(
                id: "vux", heading: "Sammanfattning vuxenutbildningen", introduction: Written(proposal: ""),
                summary: Written(proposal: "Antalet elever följer trenden.")),
        ],
        basis: [
            "Tjänsteskrivelse – Verksamhetsinformation, 2023",
            "Bilaga – Nämndrapport för arbetsmarknadsnämndens verksamheter augusti 2023",
        ])

    static let late = LateRegistration(
        introduction: "Beslut som tas senare än månaden de gäller kommer med först i en senare hämtning.",
        known: Day(first: month.next).advanced(by: 4),
        figures: [
            LateRegistration.Figure(
                id: "utbetalt", title: "Utbetalt ekonomiskt bistånd", unit: .kronor,
                months: [
                    LateRegistration.Row(
                        month: month.previous, first: 24_101_000, now: 24_280_500,
                        expected: (24_300_000, 24_250_000...24_360_000)),
                    LateRegistration.Row(month: month, first: 23_887_841, now: 23_887_841, expected: nil),
                ])
        ],
        method: "Uppskattningen görs med chain ladder (Mack 1993).")
}
