import Definitions
import Publication
import Reporting
import Vocabulary

/// The fixed words around what a report says, in its language.
struct ReportWords: Sendable {
    let language: Language

    init(_ language: Language) { self.language = language }

    private func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }

    var contents: String { say("Innehåll", "Contents") }
    var diagram: String { say("Diagram", "Figure") }
    var month: String { say("Månad", "Month") }
    var category: String { say("Kategori", "Category") }
    var share: String { say("Andel", "Share") }
    var total: String { say("Totalt", "Total") }
    func file(_ kind: String) -> String {
        kind == "csv" ? say("Siffrorna (csv)", "The figures (csv)") : say("Diagrammet (svg)", "The diagram (svg)")
    }
    var fetch: String { say("Hämta", "Fetch") }
    var series: String { say("Serie", "Series") }
    var value: String { say("Värde", "Value") }
    var note: String { say("Obs", "Note") }
    var showTable: String { say("Visa siffrorna i tabell", "Show the figures in a table") }
    var howMeasured: String { say("Så mäter vi", "How we measure") }
    var comment: String { say("Kommentar", "Comment") }
    var changes: String { say("Ändrade definitioner", "Changed definitions") }
    var changed: String { say("Ändrad definition", "Changed definition") }
    /// "2 mått räknas på annat sätt och 15 beskrivs med andra ord".
    func changed(_ changes: [DefinitionChange]) -> String {
        let otherwise = changes.count(where: \.countsOtherwise)
        let counts = [
            (otherwise, say("räknas på annat sätt", otherwise == 1 ? "is counted otherwise" : "are counted otherwise")),
            (
                changes.count - otherwise,
                say(
                    "beskrivs med andra ord",
                    changes.count - otherwise == 1 ? "is worded otherwise" : "are worded otherwise")
            ),
        ].filter { $0.0 > 0 }
        return language.list(
            counts.enumerated().map { place, said in
                let noun = place > 0 ? "" : say("mått ", said.0 == 1 ? "figure " : "figures ")
                return "\(said.0) \(noun)\(said.1)"
            })
    }
    func changesIntroduction(from month: Month) -> String {
        say(
            "Från och med \(month.fullName(language)) räknas eller beskrivs dessa mått på ett annat sätt.",
            "From \(month.fullName(language)) on these figures are counted or described in another way.")
    }
    var before: String { say("Tidigare", "Before") }
    var now: String { say("Nu", "Now") }
    var about: String { say("Om rapporten", "About the report") }
    var sources: String { say("Källor", "Sources") }
    var source: String { say("Källa", "Source") }
    var handMade: String { say("ifyllt för hand", "filled in by hand") }
    /// " (ifyllt för hand)" of a month that somebody filled in; else nothing.
    func handMade(_ tile: Tile, _ month: Month) -> String { tile.handMade.contains(month) ? " (\(handMade))" : "" }
    var joined: String { say("manuellt sammanfört", "joined by hand") }
    var noValues: String { say("Uppgifter saknas", "No figures") }
    var missing: String { say("uppgift saknas", "not available") }
    var keyFigure: String { say("Nyckeltal", "Key figure") }
    var change: String { say("Förändring", "Change") }
    var memo: String { say("Tjänsteskrivelse", "Memo") }
    var matter: String { say("Ärende", "Matter") }
    var basis: String { say("Beslutsunderlag", "Basis of the decision") }
    var introduction: String { say("inledning", "introduction") }
    var proposalShort: String { say("Förslag till beslut", "Proposed decision") }
    var writtenBy: String {
        say(
            "Texter som inte är föreslagna ur uppgifterna:", "Texts that were not proposed from the figures:")
    }
    var points: String { say("procentenheter", "percentage points") }
    var changeShare: String { say("Förändring i procent", "Change in percent") }
    var unitHead: String { say("Enhet", "Unit") }
    var remark: String { say("Anmärkning", "Remark") }
    var overview: String { say("Översikt", "Overview") }
    var definitionsAndSources: String { say("Definitioner och källor", "Definitions and sources") }
    var systemChange: String { say("byte av verksamhetssystem", "change of case system") }
    var late: String { say("Efterregistrering", "Late registration") }
    var lower: String { say("Lägst (95 %)", "Lower (95%)") }
    var upper: String { say("Högst (95 %)", "Upper (95%)") }
    var firstExtracted: String { say("Vid första hämtningen", "As first extracted") }
    func known(_ day: Day) -> String { say("Känt \(day.text(language))", "Known \(day.text(language))") }
    var added: String { say("Tillkommit", "Added") }
    var expected: String { say("Väntas bli", "Expected") }
    var interval: String { say("95 % säkerhet", "95% interval") }
    var tooLittle: String { say("för lite underlag", "too little known") }

    func extracted(_ day: Day) -> String {
        say("Uppgifterna hämtades \(day.text(language)).", "Figures extracted \(day.text(language)).")
    }

    /// "Utgivare: Linköpings kommun. Godkänd av Per Ahl, 7 september 2023. Uppgifterna hämtades 5 september 2023."
    func responsible(_ report: Report) -> String {
        let publisher = "\(say("Utgivare", "Publisher")): \(report.identity.municipality.fullName)."
        return [publisher, report.approval.map(approved), report.extracted.map(extracted)].compactMap { $0 }
            .joined(separator: " ")
    }

    /// "Godkänd av Per Ahl, 7 september 2023."
    func approved(_ step: ReportStep) -> String {
        let day = Day(step.at).text(language)
        return say("Godkänd av \(step.by), \(day).", "Approved by \(step.by), \(day).")
    }

    /// What a memo has at its head, with a place to fill in where nothing is known.
    func head(_ report: Report) -> [(label: String, text: String)] {
        let blank = say("[fyll i]", "[fill in]")
        return [
            (say("Till", "To"), report.committee),
            (say("Datum", "Date"), report.approval.map { Day($0.at).text(language) } ?? blank),
            (say("Diarienummer", "Reference number"), blank),
            (say("Handläggare", "Case officer"), report.maker ?? blank),
        ]
    }

    func axisStarts(at text: String) -> String { say("Axeln börjar på \(text).", "The axis begins at \(text).") }

    func border(_ label: String) -> String { say("Tidsseriebrott: \(label)", "Break in series: \(label)") }

    /// "Skriven av Anna Ek för rapporten juli 2023."
    func by(_ text: OwnText, in report: Month) -> String {
        let writer = say("Skriven av \(text.author)", "Written by \(text.author)")
        guard text.isKept(in: report), let month = Month(iso: text.month) else { return writer + "." }
        return writer
            + say(
                " för rapporten \(month.fullName(language)).", " for the report for \(month.fullName(language)).")
    }

    func headlineBy(_ text: OwnText) -> String {
        say("Rubriken är skriven av \(text.author).", "Headline written by \(text.author).")
    }

    /// Everything that is said around a diagram in the report of a month, a line each.
    func around(_ diagram: Diagram, in month: Month) -> [String] {
        let comment = diagram.comment?.own.map { ["\(self.comment): \($0.text)", by($0, in: month)] } ?? []
        let source = diagram.source.isEmpty ? [] : ["\(self.source): \(diagram.source)"]
        let headline = diagram.headline.own.map { [headlineBy($0)] } ?? []
        return (diagram.facts + comment + diagram.notes + diagram.definitions + source + headline).flatMap(\.lines)
    }

    /// How far it has come; `nil` when it is published.
    func state(_ state: ReportState) -> String? {
        switch state {
        case .draft: say("Utkast", "Draft")
        case .locked: say("Utkast, låsta uppgifter", "Draft, figures locked")
        case .inReview: say("Klar för granskning", "Ready for review")
        case .approved: say("Godkänd, inte publicerad", "Approved, not published")
        case .published: nil
        case .withdrawn: say("Återtagen", "Withdrawn")
        }
    }

    /// "hushåll" behind a number of them; nothing where the figure says its unit itself.
    func unit(_ unit: IndicatorUnit, of value: Double) -> String {
        switch unit {
        case .kronor, .percent: ""
        case .households: value == 1 ? say("hushåll", "household") : say("hushåll", "households")
        case .persons: value == 1 ? say("person", "person") : say("personer", "persons")
        case .children: value == 1 ? say("barn", "child") : say("barn", "children")
        case .ends: value == 1 ? say("avslut", "end") : say("avslut", "ends")
        }
    }

    /// As the head of a column: "Kronor".
    func unit(_ unit: IndicatorUnit) -> String {
        switch unit {
        case .kronor: say("Kronor", "SEK")
        case .percent: say("Procent", "Percent")
        case .households: say("Hushåll", "Households")
        case .persons: say("Personer", "Persons")
        case .children: say("Barn", "Children")
        case .ends: say("Avslut", "Ends")
        }
    }

    /// What the figures of a table are: "Utbetalt ekonomiskt bistånd, kronor"; "Utbetalningshushåll" says its unit itself.
    func caption(_ title: String, _ unit: IndicatorUnit) -> String {
        let unit = self.unit(unit).lowercased()
        return title.lowercased().contains(unit) ? title : "\(title), \(unit)"
    }

    /// "24 012 000–24 100 000"; a dash when both are the same, which says nothing of how sure it is.
    func interval(_ interval: ClosedRange<Double>, _ form: FigureForm) -> String {
        let (least, most) = (form.number(interval.lowerBound), form.number(interval.upperBound))
        return least == most ? "–" : "\(least)–\(most)"
    }

    /// "Minskning", "Ökning", "Oförändrat": a direction and never a judgement.
    func direction(_ change: Change) -> String {
        change.difference == 0
            ? say("Oförändrat", "Unchanged")
            : change.difference < 0 ? say("Minskning", "Decrease") : say("Ökning", "Increase")
    }

    func notComparable(with year: Int) -> String {
        say("Inte jämförbart med \(year)", "Not comparable with \(year)")
    }

    /// "X = skyddad av sekretess".
    func meaning(_ symbol: Symbol) -> String { "\(symbol.rawValue) = \(symbol.meaning(language))" }

    /// "Förslag till arbetsmarknadsnämndens beslut".
    func proposal(of committee: String) -> String {
        let name = committee.uncapitalised
        guard language == .sv else { return "Proposed decision of \(name)" }
        let isOwn = ["s", "x", "z"].contains(name.suffix(1))
        return "Förslag till \(name)\(isOwn ? "" : "s") beslut"
    }
}
