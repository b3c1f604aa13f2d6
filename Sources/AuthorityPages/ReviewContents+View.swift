import Checking
import Definitions
import Frame
import Markup
import Register
import Review
import Tabular
import Vocabulary

// What a decision rests on: how the figures compare, what was warned of and answered, what was corrected, what was found.

extension Page {
    func reviewComparisons(_ delivery: ReviewDelivery) -> HTML? {
        guard !delivery.comparisons.isEmpty else { return nil }
        let tables = delivery.comparisons.map { comparison -> HTML in
            let title = say(comparison.table.title)
            let more =
                comparison.codes.isEmpty
                ? nil
                : details(say("Visa kod för kod", "Show code by code")) {
                    lines(comparison.codes, say("\(title), kod för kod", "\(title), code by code"), comparison.month)
                }
            return "\(lines(comparison.lines, title, comparison.month))\(more)"
        }
        return """
            <h2 id="jamforelse">\(say("Jämfört med månaden före", "Compared with the month before"))</h2>
            \(tables)
            """
    }

    private func lines(_ lines: [ReviewComparison.Line], _ caption: String, _ month: Month) -> HTML {
        let columns: [Frame.Column<ReviewComparison.Line>] = [
            Column(say("Antal", "Number of"), .rowHeader) { "\(self.say($0.title).capitalised)" },
            Column(capital(month.previous), .number) { "\($0.before.map { self.number($0) } ?? "–")" },
            Column(capital(month), .number) { "\(self.number($0.now))" },
            Column(say("Ändring", "Change"), .number) { "\(self.change($0))" },
        ]
        return table(caption, lines, columns, empty: "")
    }

    /// "−72 (−34 %)".
    private func change(_ line: ReviewComparison.Line) -> String {
        guard let before = line.before else { return "–" }
        let difference = line.now - before
        guard difference != 0 else { return "0" }
        func signed(_ number: Int) -> String { (number > 0 ? "+" : "") + self.number(number) }
        // Of a handful a per cent says nothing.
        guard before >= 10 else { return signed(difference) }
        let share = (200 * abs(difference) + before) / (2 * before)
        return "\(signed(difference)) (\(signed(difference < 0 ? -share : share))\u{a0}%)"
    }

    // MARK: Warnings and their answers

    func reviewWarnings(_ delivery: ReviewDelivery) -> HTML? {
        let answered = delivery.receipt.confirmed
        let unasked = delivery.findings.unasked(answered)
        guard !answered.isEmpty || !unasked.isEmpty else { return nil }
        let catalogue = MessageCatalogue.load(language, rules: delivery.collection.tables.flatMap(\.rules))
        let columns: [Frame.Column<ConfirmedWarning>] = [
            Column(say("Varning", "Warning"), .rowHeader) { warning in
                guard let now = delivery.findings.warning(warning) else {
                    return "\(catalogue.name(warning.rule))"
                }
                return self.warning(now)
            },
            Column(say("Gäller", "About")) { self.typed($0.subject) },
            Column(say("Kommunens svar", "The municipality's answer")) { warning in
                warning.reason.isEmpty
                    ? "\(self.say("Uppgifterna stämmer.", "The figures are right."))"
                    : """
                    \(self.say("Uppgifterna stämmer:", "The figures are right:")) <q>\(self.lines(warning.reason))</q>
                    """
            },
        ]
        let new = unasked.map { "<li>\(warning($0))</li>\n" as HTML }
        return """
            <h2 id="varningar">\(say("Varningar och svar", "Warnings and answers"))</h2>
            \(table(say("Det kommunen har bekräftat", "What the municipality has confirmed"), answered, columns, isCaptionUnseen: true, empty: say("Kommunen fick inga frågor.", "The municipality was asked nothing.")))\
            \(new.isEmpty ? nil : """
                <p>\(say(
                    "Det här varnar definitionen för nu, men inte när leveransen kom:",
                    "This is what the definition warns of now, but not when the delivery came:"))</p><ul>\(new)</ul>
                """ as HTML)
            """
    }

    /// What is warned of, and on how many rows.
    private func warning(_ subject: FindingSubject) -> HTML {
        let more =
            subject.count > 1
            ? say(" Det gäller \(number(subject.count)) rader.", " It is about \(number(subject.count)) rows.") : ""
        return "\(subject.first.message)\(more)"
    }

    // MARK: Free texts

    func reviewTexts(_ delivery: ReviewDelivery) -> HTML? {
        guard !delivery.texts.isEmpty else { return nil }
        let columns: [Frame.Column<ReviewedText>] = [
            Column(say("Text", "Text"), .rowHeader) { self.typed($0.text.text) },
            Column(say("Hushåll", "Households"), .number) { "\(self.number($0.households))" },
            Column(say("Förslag", "Suggestion")) { text in
                "\(text.group.suggestion.map { self.target($0, text.group, delivery.collection) } ?? "–")"
            },
            Column(say("Beslut", "Decision")) { text in
                let decided = text.group.recoding?.target.map { self.target($0, text.group, delivery.collection) }
                return self.link(
                    decided ?? self.say("Placera", "Place"),
                    Path.recode(text.group.key).with(ReviewWord.collection, delivery.collection.id),
                    about: self.safe(text.text.text))
            },
        ]
        return """
            <h2 id="fritext">\(say("Fritexter", "Free texts"))</h2>
            \(table(say("Insatser med egna ord", "Measures in own words"), delivery.texts, columns, isCaptionUnseen: true, empty: ""))
            """
    }

    // MARK: Corrections

    func reviewCorrections(_ delivery: ReviewDelivery) -> HTML? {
        let corrections = delivery.receipt.corrections
        guard !corrections.isEmpty else { return nil }
        let isSeveral = Set(corrections.map(\.cell.place.sheet)).count > 1
        let columns: [Frame.Column<Correction>] = [
            Column(say("Cell", "Cell"), .rowHeader) { correction in
                let place = correction.cell.place
                let cell = CellRange.address(row: place.row, column: place.column)
                return "\((isSeveral ? place.sheet : nil).map { "\($0) \(cell)" } ?? cell)"
            },
            Column(say("Kolumn", "Column")) { "\(self.title(of: $0.field, delivery.collection))" },
            Column(say("Stod i filen", "Stood in the file")) { self.typed($0.before) },
            Column(say("Rättat till", "Corrected to")) { self.typed($0.cell.text) },
            Column(say("Av", "By")) { "\(self.who($0.by)), \(self.time($0.at))" },
        ]
        return """
            <h2 id="rattelser">\(say("Rättat på sidan", "Corrected on the page"))</h2>
            <p>\(say(
                "Kommunen rättade de här cellerna innan den lämnade in. Filen är kvar som den kom.",
                "The municipality corrected these cells before delivering. The file is kept as it came."))</p>
            \(table(say("Rättelser", "Corrections"), corrections, columns, isCaptionUnseen: true, empty: ""))
            """
    }

    private func title(of field: String?, _ collection: Definitions.Collection) -> String {
        guard let field else { return "–" }
        let known = collection.tables.lazy.compactMap { table in table.fields.first { $0.name == field } }.first
        return known.map { say($0.title) } ?? field
    }

    /// What somebody typed in a cell; never what looks like an identity number.
    func typed(_ text: String) -> HTML {
        if text.isEmpty { return "<span class=\"secondary-text\">\(say("tom", "blank"))</span>" }
        return "\(safe(text))"
    }

    /// The text, unless it looks like an identity number.
    func safe(_ text: String) -> String { IdentityNumber.looksLikeOne(in: text) ? "…" : text }

    // MARK: All findings

    func reviewFindings(_ delivery: ReviewDelivery) -> HTML? {
        let severities = [Severity.error, .warning, .info].filter { delivery.findings.count($0) > 0 }
        guard let usual = severities.first else {
            guard delivery.receipt.kind == .data else { return nil }
            return """
                <h2 id="hittat">\(say("Det vi hittar i filen", "What we find in the file"))</h2>
                <p>\(say("Inget att anmärka på.", "Nothing to remark on."))</p>

                """
        }
        let current = severities.first { $0.word == path[ReviewWord.severity] } ?? usual
        let list = PageOfList(of: delivery.findings.kept(current), path)
        let links = severities.map { severity in
            Link(
                "\(say(severity.plural)) \(number(delivery.findings.count(severity)))",
                path.with(ReviewWord.severity, severity.word).with("sida", nil).with(ReviewWord.done, nil).at("hittat"))
        }
        let chosen = path.with(ReviewWord.severity, current.word).with("sida", nil).with(ReviewWord.done, nil)
            .at("hittat")
        return """
            <h2 id="hittat">\(say("Det vi hittar i filen", "What we find in the file"))</h2>
            \(severities.contains(.error) ? notice(.warning, say(
                "Definitionen har ändrats sedan leveransen kom. Med den som gäller nu hade filen inte blivit godkänd.",
                "The definition has changed since the delivery came. By the one in force now the file would not have been approved.")) : nil)\
            \(tabs(say("Fel, varningar och upplysningar", "Errors, warnings and notes"), links, current: chosen))\
            \(found(delivery.findings.found(current, list.range), current, delivery))\
            \(pager(list, things: say(current.plural).lowercased()))
            """
    }

    private func found(
        _ places: [ReviewFindings.Place], _ severity: Severity, _ delivery: ReviewDelivery
    ) -> HTML {
        var columns: [Frame.Column<ReviewFindings.Place>] = [
            Column(say("Rad", "Row"), .rowHeader) {
                "\($0.finding.row.map(String.init) ?? self.say("Hela filen", "The file"))"
            },
            Column(say("Kolumn", "Column")) { place in
                let header = (place.finding.column ?? "–").split(whereSeparator: \.isWhitespace).joined(separator: " ")
                return "\(header)"
            },
            Column(say("Värde", "Value")) { "\($0.finding.value.map { String($0.prefix(80)) } ?? "–")" },
            Column(say("Vad", "What")) { "\($0.finding.message)" },
        ]
        if delivery.findings.verdicts.count > 1 {
            columns.insert(
                Column(say("Del", "Part")) { place in
                    let table = delivery.collection.table(place.verdict.table).map { self.say($0.title) }
                    return "\(table ?? place.verdict.shownFile)"
                }, at: 1)
        }
        return table(say(severity.plural), places, columns, isCaptionUnseen: true, empty: say("Inget.", "Nothing."))
    }

    // MARK: Files

    func reviewFiles(_ delivery: ReviewDelivery) -> HTML? {
        let files = delivery.receipt.files
        guard !files.isEmpty else { return nil }
        let place = Path.delivery(delivery.number)
        let columns: [Frame.Column<(Int, Receipt.File)>] = [
            Column(say("Fil", "File"), .rowHeader) { self.typed($0.1.name) },
            Column(say("Kontrollsumma (SHA-256)", "Checksum (SHA-256)")) {
                "<span class=\"code\">\($0.1.sha256)</span>"
            },
            Column(say("Hämta", "Fetch")) { place_, file in
                let number = String(place_ + 1)
                return """
                    \(self.link(self.say("Som den lämnades", "As delivered"), place.under("fil", number), about: number, icon: .download))<br>\
                    \(self.link(self.say("Med det vi hittade markerat", "With what we found marked"), place.under("markerad", number), about: number, icon: .download))
                    """
            },
        ]
        return """
            <h2>\(say("Filer", "Files"))</h2>
            \(table(say("Filer", "Files"), files.enumerated().map { ($0.offset, $0.element) }, columns, isCaptionUnseen: true, empty: ""))\
            <p class="hint">\(say("Att du hämtar en fil syns i kommunens logg.", "That you fetch a file is seen in the municipality's log."))</p>

            """
    }
}
