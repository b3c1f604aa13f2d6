import Definitions
import Foundation
import Frame
import Hummingbird
import Markup
import Publication
import Review
import Vocabulary

extension Page {
    func burden(_ page: BurdenPage) -> Document {
        let burden = page.burden
        return document(
            say("Uppgiftslämnarbörda", "Response burden"),
            heading: page.municipality.map { say("Uppgiftslämnarbörda, \($0.name)", "Response burden, \($0.name)") },
            over: say(page.collection.title),
            back: page.municipality == nil
                ? Link(say("Till Register", "To Register"), .registry)
                : Link(
                    say("Alla kommuner", "All municipalities"),
                    path.with(ReviewWord.municipality, nil).with("sida", nil))
        ) {
            """
            <p>\(say(
                "Ett försök är varje gång någon kontrollerar en fil för att lämna in den. Tiden räknas från den första filen. Att testa en fil räknas inte.",
                "An attempt is each time somebody checks a file in order to deliver it. Time is counted from the first file. Trying a file does not count."
            ))</p>
            \(choose(page.collection, among: page.collections))\
            \(page.months.count > 1 ? choose(page.month, among: page.months, all: say("Alla månader", "All months")) : nil)\
            \(burden.cases.isEmpty ? "<p class=\"empty\">\(noAttempts)</p>\n" : spread(burden))\
            \(page.municipality == nil ? municipalities(page) : cases(burden))\
            \(rules(page))
            """
        }
    }

    /// What it means that nothing is counted.
    private var noAttempts: String {
        let none = say(
            "Ingen fil har kontrollerats i portalen för att lämnas in. Det som har kommit på annat sätt räknas inte här.",
            "No file has been checked in the portal in order to be delivered. What has come in other ways is not counted here."
        )
        guard isDemonstration else { return none }
        return none
            + say(
                " Demonstrationens leveranser är lagda direkt i registret.",
                " The demonstration's deliveries were put straight into the register.")
    }

    // MARK: In all

    /// Medians and quartiles.
    private func spread(_ burden: ResponseBurden) -> HTML {
        typealias Row = (title: String, quartiles: Quartiles?, text: (Double) -> String)
        let rows: [Row] = [
            (say("Försök innan det är inlämnat", "Attempts until delivered"), burden.attempts, attempts),
            (say("Tid till inlämning", "Time until delivery"), burden.untilSubmitted, duration),
            (say("Tid till godkännande", "Time until approval"), burden.untilApproved, duration),
        ]
        func cell(_ row: Row, _ part: (Quartiles) -> Double) -> HTML {
            "\(row.quartiles.map { row.text(part($0)) } ?? "–")"
        }
        let columns: [Column<Row>] = [
            Column(say("Mått", "Measure"), .rowHeader) { "\($0.title)" },
            Column(say("En fjärdedel har högst", "A quarter have at most"), .number) { cell($0, \.lower) },
            Column(say("Hälften har högst (median)", "Half have at most (median)"), .number) { cell($0, \.median) },
            Column(say("Tre fjärdedelar har högst", "Three quarters have at most"), .number) { cell($0, \.upper) },
        ]
        let submitted = count(
            burden.submitted.count, sv: ("inlämnad månad", "inlämnade månader"),
            en: ("month delivered", "months delivered"))
        let errors = burden.cases.reduce(0) { $0 + $1.errors }
        return """
            \(tiles([
                tile(
                    burden.cases.reduce(0) { $0 + $1.attempts }, sv: ("försök", "försök"), en: ("attempt", "attempts")),
                tile(errors, sv: ("fel i dem", "fel i dem"), en: ("error in them", "errors in them")),
                tile(
                    burden.submitted.count, sv: ("månad inlämnad", "månader inlämnade"),
                    en: ("month delivered", "months delivered")),
                tile(
                    burden.cases.count - burden.submitted.count,
                    sv: ("månad påbörjad men inte inlämnad", "månader påbörjade men inte inlämnade"),
                    en: ("month begun but not delivered", "months begun but not delivered")),
            ]))\
            \(table(say("Försök och tid, \(submitted)", "Attempts and time, \(submitted)"), rows, columns, empty: ""))
            """
    }

    /// "1,5".
    private func attempts(_ number: Double) -> String {
        let tenths = Int((number * 10).rounded())
        return tenths % 10 == 0 ? self.number(tenths / 10) : NumberForm(language).text(tenths: tenths)
    }

    /// "25 min", "3 tim 10 min", "2 dagar 4 tim".
    func duration(_ seconds: Double) -> String {
        let minutes = Int((seconds / 60).rounded())
        let (hours, days) = (minutes / 60, minutes / 1_440)
        let hour = say("tim", "h")
        if days > 0 {
            let rest = hours % 24
            let text = count(days, sv: ("dag", "dagar"), en: ("day", "days"))
            return rest > 0 ? "\(text) \(rest)\u{a0}\(hour)" : text
        }
        if hours > 0 {
            return minutes % 60 > 0 ? "\(hours)\u{a0}\(hour) \(minutes % 60)\u{a0}min" : "\(hours)\u{a0}\(hour)"
        }
        return "\(minutes)\u{a0}min"
    }

    // MARK: By municipality

    private func municipalities(_ page: BurdenPage) -> HTML? {
        guard !page.whole.cases.isEmpty else { return nil }
        let sort = Sort(
            path, among: [BurdenPage.name, BurdenPage.attempts, BurdenPage.errors, BurdenPage.time],
            usual: Sort(BurdenPage.name, anchor: "kommuner"))
        let lines = page.lines(sort)
        let list = PageOfList(of: lines.count, path)
        let columns: [Column<BurdenPage.Line>] = [
            Column(say("Kommun", "Municipality"), .rowHeader, sort: BurdenPage.name) { line in
                self.link(
                    line.municipality.name,
                    self.path.with(ReviewWord.municipality, line.municipality.code).with("sida", nil).with(
                        "sortera", nil))
            },
            Column(say("Månader", "Months"), .number) { line in
                "\(self.say("\(line.burden.submitted.count) av \(line.burden.cases.count)", "\(line.burden.submitted.count) of \(line.burden.cases.count)"))"
            },
            Column(say("Försök", "Attempts"), .number, sort: BurdenPage.attempts) { "\(self.number($0.attempts))" },
            Column(say("Fel", "Errors"), .number, sort: BurdenPage.errors) { "\(self.number($0.errors))" },
            Column(say("Tid till inlämning", "Time until delivery"), .number) { line in
                "\(line.burden.untilSubmitted.map { self.duration($0.median) } ?? "–")"
            },
            Column(say("Tid till godkännande", "Time until approval"), .number, sort: BurdenPage.time) { line in
                "\(line.burden.untilApproved.map { self.duration($0.median) } ?? "–")"
            },
        ]
        return """
            <h2 id="kommuner">\(say("Per kommun", "By municipality"))</h2>
            \(table(say("Per kommun: inlämnade av påbörjade månader, tider är medianer", "By municipality: months delivered of those begun, times are medians"), Array(lines[list.range]), columns, sort: sort, empty: ""))\
            \(pager(list, things: say("kommuner", "municipalities")))\
            \(fileLinks(file, BurdenPage.File.municipalities.rawValue, say("per kommun", "by municipality")))
            """
    }

    private var file: Path {
        Path.burden.carrying([ReviewWord.collection, ReviewWord.month, ReviewWord.municipality], of: path)
    }

    /// One municipality's months.
    private func cases(_ burden: ResponseBurden) -> HTML {
        let columns: [Column<ResponseBurden.Case>] = [
            Column(say("Månad", "Month"), .rowHeader) { "\(self.capital($0.month))" },
            Column(say("Första filen", "First file")) { "\(self.time($0.firstAt))" },
            Column(say("Försök", "Attempts"), .number) { "\(self.number($0.attempts))" },
            Column(say("Fel", "Errors"), .number) { "\(self.number($0.errors))" },
            Column(say("Inlämnad", "Delivered")) { each in
                "\(each.submittedAt.map { self.time($0) } ?? "–")\(each.untilSubmitted.map { " (\(self.duration($0)))" } ?? "")"
            },
            Column(say("Godkänd", "Approved")) { each in
                "\(each.approvedAt.map { self.time($0) } ?? "–")\(each.untilApproved.map { " (\(self.duration($0)))" } ?? "")"
            },
        ]
        return """
            <h2>\(say("Månad för månad", "Month by month"))</h2>
            \(table(say("Månad för månad", "Month by month"), burden.cases, columns, isCaptionUnseen: true, empty: say("Kommunen har inte försökt lämna in.", "The municipality has not tried to deliver.")))
            """
    }

    // MARK: Rules

    private func rules(_ page: BurdenPage) -> HTML? {
        let rules = page.burden.rules
        guard !rules.isEmpty else { return nil }
        let catalogue = MessageCatalogue.load(language, rules: page.collection.tables.flatMap(\.rules))
        let columns: [Column<ResponseBurden.Rule>] = [
            Column(say("Regel", "Rule"), .rowHeader) { rule in
                "\(catalogue.name(rule.rule)) <span class=\"secondary-text\">\(rule.rule)</span>"
            },
            Column(say("Slag", "Kind")) { self.tag(Tag($0.severity)) },
            Column(say("Datafil", "Data file")) { rule in
                "\(page.collection.table(rule.table).map { self.say($0.title) } ?? "–")"
            },
            Column(say("Gånger", "Times"), .number) { "\(self.number($0.findings))" },
            Column(say("Försök", "Attempts"), .number) { "\(self.number($0.attempts))" },
            Column(say("Kommuner", "Municipalities"), .number) { "\(self.number($0.municipalities))" },
        ]
        return """
            <h2>\(say("Det som gör att de försöker igen", "What makes them try again"))</h2>
            \(table(say("Vad kontrollen har sagt, felen först", "What the check has said, errors first"), rules, columns, empty: ""))\
            \(fileLinks(file, BurdenPage.File.rules.rawValue, say("per regel", "by rule")))
            """
    }

    /// The same as files.
    func burdenFile(_ page: BurdenPage, _ file: BurdenPage.File, _ kind: TableFile) throws -> Response {
        let municipalities = page.burden.table(page.collection, language)
        let rules = ruleTable(page)
        let tables = file == .municipalities ? [municipalities, rules] : [rules, municipalities]
        let name = ["uppgiftslamnarborda", file.rawValue, page.municipality?.code, page.month?.iso]
        return try self.file(tables, kind, name.compactMap { $0 }.joined(separator: "-"))
    }

    private func ruleTable(_ page: BurdenPage) -> StatisticalTable {
        let catalogue = MessageCatalogue.load(language, rules: page.collection.tables.flatMap(\.rules))
        let rows = page.burden.rules.map { rule in
            StatisticalTable.Row([
                .text(rule.rule), .text(catalogue.name(rule.rule)), .text(say(rule.severity.title)),
                .text(page.collection.table(rule.table).map { say($0.title) } ?? ""), .count(rule.findings),
                .count(rule.attempts), .count(rule.municipalities),
            ])
        }
        return StatisticalTable(
            id: "burden-rules",
            title: say("Vad kontrollen har sagt", "What the check has said") + ". " + page.burden.months.name(language),
            columns: [
                .text("rule", say("Regel", "Rule")), .text("name", say("Namn", "Name")),
                .text("severity", say("Slag", "Kind")), .text("table", say("Datafil", "Data file")),
                .count("findings", say("Gånger", "Times")), .count("attempts", say("Försök", "Attempts")),
                .count("municipalities", say("Kommuner", "Municipalities")),
            ], rows: rows, source: "\(page.collection.authority), \(say(page.collection.title))")
    }
}

extension Tag {
    /// How much a finding weighs.
    init(_ severity: Severity) {
        switch severity {
        case .error: self = .error
        case .warning: self = .warning
        case .info: self = .information
        }
    }
}
