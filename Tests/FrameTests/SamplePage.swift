import Foundation
import Frame
import Markup
import Vocabulary

/// Every component in every state, for looking at and for the checks of accessibility.
enum SamplePage {
    static let now = Date(timeIntervalSince1970: 1_365_491_400)
    static let viewer = Viewer(
        name: "Anna Ek", organisation: Organisation(code: "0380") ?? .authority, menu: MenuItem.municipality)

    static func document(_ language: Language = .sv) -> Document {
        let page = Page(language, path: Path("arbete", "prov"), now: now, viewer: viewer, isDemonstration: true)
        var errors = FormErrors(
            "epost", page.say("Skriv en e-postadress, till exempel namn@uppsala.se.", "Write an e-mail address."))
        errors.add("skal", page.say("Välj vad som stämmer.", "Choose one."))
        errors.add("fil", page.say("Välj en fil först.", "Choose a file first."))
        return page.document(
            page.say("Alla delar", "All components"), over: "Ekonomiskt bistånd · Uppsala (0380)", tag: .notApproved,
            back: Link(page.say("Tillbaka", "Back"), .start),
            crumbs: [Link("Start", .start), Link("Leveranser", .deliveries)],
            errors: errors
        ) {
            """
            \(words(page))\(messages(page))\(form(page, errors))\(lists(page))\(tables(page))\(chart(page))
            """
        }
    }

    private static func words(_ page: Page) -> HTML {
        let tags: [Tag] = [
            .notDelivered, .draft, .checking, .notApproved, .approvedWithWarnings, .approved, .nothingToReport,
            .declined, .awaitingReview, .returned, .late, .replaced, .withdrawn, .error, .warning, .information,
        ]
        return """
            <p>Lämna senast måndag 15 april 2013 (6 dagar kvar). <a href="/ordlista">En länk i texten</a> leder vidare.</p>
            \(page.steps(["Välj fil", "Kontrollera", "Lämna in"], current: 1))
            <p>\(tags.map { page.tag($0) }.joined(separator: " "))</p>
            \(page.tabs("Leveransen", [Link("Alla delar", Path("arbete", "prov")), Link("Skillnader", .year(2013))], current: Path("arbete", "prov")))
            \(page.chips("Visa", [
                Chip("Ej lämnade", count: 43, .start, isCurrent: true), Chip("Fel eller återlämnade", count: 12, .deliveries, isCurrent: false),
                Chip("Alla", count: 1290, .help, isCurrent: false),
            ]))
            """
    }

    private static func messages(_ page: Page) -> HTML {
        """
        \(page.panel("Ekonomiskt bistånd, mars 2013", tag: .notDelivered) {
            """
            <p>Lämna senast måndag 15 april 2013 (6 dagar kvar)</p>
            \(page.actions(page.buttonLink("Lämna uppgifter för mars", to: .deliver), page.link("Inget att rapportera", .help)))
            """
        })
        \(page.notice(isNews: true, "Bo Ek laddade upp en ny fil kl. 9.40. Du ser den senaste."))
        \(page.notice(.ok, "Rättelserna är sparade."))
        \(page.notice(.warning, title: "Sista dag har passerat") { "<p>Du kan fortfarande lämna in, men leveransen räknas som sen.</p>" })
        \(page.notice(.error, "Filen är inte inlämnad."))
        \(page.progress("Filen kontrolleras", part: 40))
        \(page.details("Hur ska filen se ut?") { "<p>En rad för varje hushåll, med löpnummer och kod.</p>" })
        """
    }

    private static func form(_ page: Page, _ errors: FormErrors) -> HTML {
        """
        <h2>Formulär</h2>
        \(page.form(to: .deliver, hasFile: true) {
            """
            \(page.field("namn", "Namn", .name, value: "Anna Ek", hint: "För- och efternamn."))
            \(page.field("epost", "E-postadress", .email, value: "anna.ek", hint: "Din adress i arbetet.", errors: errors))
            \(page.field("kod-2", "Engångskod", .oneTimeCode, isShort: true, length: 6))
            \(page.textArea("kommentar", "Kommentar", isOptional: true, length: 1000))
            \(page.select("lan", "Län", [Option("", "Alla"), Option("03", "Uppsala län")], selected: "03"))
            \(page.radios("skal", "Stämmer det?", [
                Option("ja", "Ja, uppgifterna stämmer"),
                Option("nej", "Nej, jag rättar filen", hint: "Du kommer tillbaka till resultatet."),
            ], isLarge: true, errors: errors))
            \(page.checkboxes("delar", "Vad gäller det?", [Option("a", "Insatser"), Option("b", "Avslutsorsaker")], selected: ["a"]))
            \(page.checkbox("hoppa", "Skicka inte till den som hinner lämna före utskicket", isTicked: true))
            \(page.fileField("fil", "Välj fil (xlsx, csv eller txt, högst 20 MB)", accept: ".xlsx,.csv,.txt", errors: errors))
            \(page.actions(
                page.button("Kontrollera filen"), page.button("Spara utkast", .secondary), page.button("Dra tillbaka", .grave),
                page.button("Avbryt", .link), page.link("Din fil med felen markerade (xlsx)", .help, icon: .download)))
            """
        })
        \(page.filterForm("Sök kommun", keeping: ["visa"]) {
            "\(page.field("sok", "Sök kommun", .search))\(page.button("Sök", .secondary))"
        })
        """
    }

    private static func lists(_ page: Page) -> HTML {
        """
        <h2>Listor</h2>
        \(page.facts([
            ("Leveransnummer", "2013-03-0380-2"), ("Inlämnat", "\(page.time(now))"), ("Kontrollsumma", "<span class=\"code\">9f2c4a1d7be09a7c5b1f2c4a1d7be09a7c5b19f2c4a1d7be09a7c5b1f2c4a1d7</span>"),
        ]))
        \(page.tasks([
            TaskItem("Kontrollera dina uppgifter", .account, tag: .approved), TaskItem("Bjud in en kollega", .ourMunicipality),
            TaskItem("Testa en fil", nil, tag: .notDelivered, hint: "Inget lämnas in."),
        ]))
        \(page.timeline([(now, "<strong>Anna Ek</strong> lämnade in 214 hushåll."), (now - 3600, "Bo Ek laddade upp en fil med 3 fel.")]))
        \(page.tiles([("214 av 290", "godkända (74 procent)"), ("43", "\(page.link("ej lämnade", .collecting))"), ("81 %", "av befolkningen")]))
        """
    }

    struct Row {
        let number: Int
        let name, status: String
        let days: Int
    }

    private static func tables(_ page: Page) -> HTML {
        let rows = [
            Row(number: 14, name: "D14", status: "Koden finns inte. Ange 1–12.", days: 7852),
            Row(
                number: 31, name: "A31",
                status: "Löpnummer 0031 finns även på rad 88. Varje hushåll ska ha en egen rad.", days: 34),
        ]
        let columns: [Column<Row>] = [
            Column("Välj", isTitleUnseen: true) {
                "<input type=\"checkbox\" name=\"val\" value=\"\($0.number)\" aria-label=\"Välj rad \($0.number)\">"
            },
            Column("Rad", .rowHeader, sort: "rad") { "\($0.number)" }, Column("Cell", sort: "cell") { "\($0.name)" },
            Column("Vad som är fel och hur du rättar") { "\($0.status)" },
            Column("Dagar", .number, sort: "dagar") { "\(page.number($0.days))" },
        ]
        return """
            <h2>Tabeller</h2>
            \(page.table("Fel i filen, mars 2013", rows, columns, sort: Sort("rad"), empty: "Inga fel.", id: { "rad-\($0.number)" }, sum: rows[0]))
            \(page.pager(PageOfList(of: 1234, Path().with("sida", "7")), things: "fel"))
            \(page.table("Kommuner efter län", rows, Array(columns.dropFirst()), narrow: .scroll, empty: "Inga fel."))
            \(page.table("Leveranser", [Row](), columns, empty: "Inget är lämnat ännu. När du har lämnat in syns det här."))
            """
    }

    private static func chart(_ page: Page) -> HTML {
        let march: [Double?] = [0, 4, 9, 12, 30, 41, 60, 88, 120, 150, nil, nil, 190, 214]
        let february: [Double?] = [0, 2, 5, 9, 20, 35, 51, 70, 98, 130, 160, 190, 220, 251]
        let chart = LineChart(
            Places((1...14).map(String.init)),
            [LineChart.Series("mars 2013", march), LineChart.Series("februari 2013", february)], greatest: 290
        ) { page.number(Int($0)) }
        return """
            <h2>Diagram</h2>
            \(page.chart(
                "svar", "214 av 290 kommuner har lämnat in", subtitle: "Antal kommuner per dag från det att insamlingen öppnade.",
                description: "Linjediagram med en linje för mars och en för februari. Den 14:e dagen: 214 kommuner, i februari 251.",
                chart, table: "<p>Tabell</p>"))
            """
    }

    /// A receipt, whose heading stands in its confirmation.
    static func receipt() -> Document {
        let page = Page(.sv, path: .deliveries, now: now, viewer: viewer, isDemonstration: true)
        return page.document(
            "Kvitto 2013-03-0380-2",
            main: page.confirmation("Uppgifterna för mars 2013 är inlämnade") {
                "<p>Leveransnummer <strong>2013-03-0380-2</strong> · \(page.time(now)) · Anna Ek · 214 hushåll</p>"
            } + page.facts([("Rader", "214"), ("Varningar", "2 bekräftade")]))
    }
}
