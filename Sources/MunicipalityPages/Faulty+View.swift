import Checking
import Definitions
import Frame
import Intake
import Markup
import Publication
import Vocabulary

// The part of the result that is about a file that is not approved: what is wrong, and the ways to mend it.

extension Page {
    func wrong(_ result: ResultPage) -> HTML {
        """
        \(otherMonth(result))\(result.mayGoOn && result.draft.isOpen ? ways(result) : nil)\(corrections(result))\
        \(findings(result))\(again(result))
        """
    }

    /// F08: both ways out.
    private func otherMonth(_ result: ResultPage) -> HTML? {
        guard let other = result.checked.otherMonth, let chosen = result.draft.month, result.mayGoOn,
            result.draft.isOpen, result.collection.calendar.period(other) != nil
        else { return nil }
        return panel(
            say("Gäller filen \(fullName(other))?", "Is the file about \(fullName(other))?")
        ) {
            """
            <p>\(say(
                "Du valde \(fullName(chosen)), men i filen står det \(fullName(other)).",
                "You chose \(fullName(chosen)), but the file says \(fullName(other))."))</p>
            \(actions(
                buttonForm(
                    say("Ja, kontrollera den för \(name(other))", "Yes, check it for \(name(other))"), .secondary,
                    to: result.place.move, fields: [("manad", other.iso)]),
                "<a href=\"#\(ChosenFiles.field)\">\(say("Nej, välj en annan fil", "No, choose another file"))</a>"))
            """
        }
    }

    /// The ways to mend it, before a list that may be long.
    private func ways(_ result: ResultPage) -> HTML {
        let upload = say("Rätta i filen och ladda upp den igen", "Correct the file and upload it again")
        let ask = Path.newQuestion.with("manad", result.draft.month?.iso)
        return actions(
            result.checked.mayCorrect
                ? buttonLink(
                    say("Rätta här på sidan", "Correct here on the page"), .secondary, to: result.place.correct)
                : .empty,
            result.checked.isKept && result.checked.files.count == 1
                ? link(
                    say("Ladda ner din fil med felen markerade", "Download your file with the errors marked"),
                    result.place.marked("1"), icon: .download) : .empty,
            "<a href=\"#\(ChosenFiles.field)\">\(upload)</a>",
            result.may.ask ? link(say("Fråga myndigheten", "Ask the authority"), ask) : .empty)
    }

    /// The same page has what is needed for another round.
    func again(_ result: ResultPage) -> HTML? {
        guard result.mayGoOn else { return nil }
        let isWrong = result.checked.outcome == .notApproved
        return """
            \(isWrong ? "<h2>\(say("Rätta i filen", "Correct the file"))</h2>\n" as HTML : nil)\
            \(result.checked.isKept ? marked(result) : nil)\
            \(form(to: result.place.next, hasFile: true) {
                """
                \(chooseFiles(isAgain: true, result.collection, errors: result.form.errors))\
                <div class="actions">\(button(say("Kontrollera filen", "Check the file"), isWrong ? .primary : .secondary))\
                <p>\(say(
                    "Skicka hela filen igen, inte bara de rättade raderna.",
                    "Send the whole file again, not only the corrected rows."))</p></div>
                """
            })
            """
    }

    private func marked(_ result: ResultPage) -> HTML {
        let files = result.checked.files
        let links = files.enumerated().map { place, file -> HTML in
            let name =
                files.count == 1
                ? say(
                    "Ladda ner din fil med felen markerade (xlsx)", "Download your file with the errors marked (xlsx)")
                : say(
                    "Ladda ner fil \(place + 1) med felen markerade (xlsx)",
                    "Download file \(place + 1) with the errors marked (xlsx)")
            let about = files.count > 1 ? file.verdicts.first?.shownFile : nil
            return link(name, result.place.marked(String(place + 1)), about: about, icon: .download)
        }
        return """
            <p>\(links.joined(separator: "<br>"))</p>
            <p>\(say(
                "Du kan rätta direkt i den och ladda upp den som den är. Det vi har lagt till hoppas över.",
                "You can correct it as it is and upload it. What we have added is left out."))</p>

            """
    }

    // MARK: The findings

    /// Tabs, groups, filter, table, pager.
    func findings(_ result: ResultPage) -> HTML {
        let checked = result.checked
        let usual: Severity = checked.errors > 0 ? .error : checked.warnings > 0 ? .warning : .info
        let selection = Selection(result.path, usual: usual)
        let shown = checked.findings(severity: selection.severity, column: selection.column, page: selection.page)
        let list = PageOfList(of: shown.total, result.path)
        var pages = self
        pages.path = result.path.at("lista")
        return """
            <div id="lista"\("data-says-error", if: checked.errors > 0)>\(severities(result, selection.severity))\
            \(shown.total > ResultPage.mostUngrouped || selection.column != nil
                ? narrowing(result, selection) : nil)\
            \(table(of: shown.findings, result, selection.severity))\(pages.pager(list, things: things(selection.severity)))</div>
            """
    }

    private func severities(_ result: ResultPage, _ current: Severity) -> HTML {
        let checked = result.checked
        let counts: [(Severity, String, Int)] = [
            (.error, say("Fel", "Errors"), checked.errors), (.warning, say("Varningar", "Warnings"), checked.warnings),
            (.info, say("Upplysningar", "Notes"), checked.notes),
        ]
        let tab = { (severity: Severity) in
            result.path.page.with(Selection.severity, Selection.words[severity]).at("lista")
        }
        return tabs(
            say("Fel, varningar och upplysningar", "Errors, warnings and notes"),
            counts.filter { $0.2 > 0 }.map { Link("\($0.1) \(number($0.2))", tab($0.0)) }, current: tab(current))
    }

    private func things(_ severity: Severity) -> String {
        switch severity {
        case .error: say("fel", "errors")
        case .warning: say("varningar", "warnings")
        case .info: say("upplysningar", "notes")
        }
    }

    /// The same thing on many rows is said once, and the list can be narrowed to a column.
    private func narrowing(_ result: ResultPage, _ selection: Selection) -> HTML {
        let catalogue = words(result)
        let groups = result.checked.groups.filter { $0.severity == selection.severity }
        let columns = result.checked.columns(severity: selection.severity)
        let path = result.path.page.with(Selection.severity, Selection.words[selection.severity]).at("lista")
        let isSeveral = Set(columns.map(\.verdict)).count > 1
        let verdicts = result.checked.verdicts
        let all = Chip(
            say("Alla kolumner", "All columns"), path, isCurrent: selection.column == nil)
        let each = columns.map { column in
            Chip(
                isSeveral
                    ? "\(result.table(verdicts[column.verdict]).map { say($0.title) } ?? ""): \(column.column.header)"
                    : column.column.header, count: column.column.count,
                path.with(Selection.column, Selection.word(column)),
                isCurrent: selection.column.map { $0 == (column.verdict, column.column.column) } ?? false)
        }
        return """
            \(selection.column == nil && !groups.isEmpty ? table(
                say("Samma sak på flera rader", "The same on several rows"), groups,
                [
                    Column(say("Vad", "What"), .rowHeader) { "\($0.sentence(catalogue, language))" },
                    Column(say("Antal", "Count"), .number) { "\(number($0.count))" },
                ], empty: "", id: { "fel-\($0.textID)" }) : nil)\
            \(columns.count > 1 ? chips(say("Visa bara en kolumn", "Show only one column"), [all] + each) : nil)
            """
    }

    private func table(of findings: [LocatedFinding], _ result: ResultPage, _ severity: Severity) -> HTML {
        let verdicts = result.checked.verdicts
        let rows = Array(zip(findings, anchors(findings)))
        typealias Row = (LocatedFinding, String)
        var columns: [Frame.Column<Row>] = [
            Column(say("Rad", "Row"), .rowHeader) {
                "\($0.0.finding.row.map(String.init) ?? say("Hela filen", "The file"))"
            },
            Column(say("Cell", "Cell")) { "\($0.0.finding.cell ?? "–")" },
            Column(say("Kolumn", "Column")) { column($0.0, result) },
            Column(
                severity == .info
                    ? say("Vad vi har noterat", "What we have noted")
                    : say("Vad som är fel och hur du rättar", "What is wrong and how to correct it")
            ) { message($0.0, result, hasCodes: findings.count <= ResultPage.mostUngrouped) },
        ]
        if findings.contains(where: { $0.finding.value != nil || $0.finding.rule == "R08" }) {
            columns.insert(Column(say("Värde i filen", "Value in the file")) { value($0.0.finding) }, at: 3)
        }
        if verdicts.count > 1 {
            columns.insert(
                Column(say("Fil", "File")) { "\(shownName(verdicts[$0.0.verdict], of: result.checked))" }, at: 1)
        }
        let caption: String =
            switch severity {
            case .error: say("Fel, i filens ordning", "Errors, in the order of the file")
            case .warning: say("Varningar, i filens ordning", "Warnings, in the order of the file")
            case .info: say("Upplysningar, i filens ordning", "Notes, in the order of the file")
            }
        return table(
            caption, rows, columns, isCaptionUnseen: true, empty: say("Inget att visa.", "Nothing to show."),
            id: { $0.1 })
    }

    /// "rad-14", and where a row has more findings or a file more parts, something that sets them apart.
    func anchors(_ findings: [LocatedFinding]) -> [String] {
        var counts: [String: Int] = [:]
        return findings.map { located in
            let row = located.finding.row.map { "rad-\($0)" } ?? "fil"
            let name = located.verdict > 0 ? "del-\(located.verdict + 1)-\(row)" : row
            counts[name, default: 0] += 1
            let number = counts[name] ?? 1
            return number > 1 ? "\(name)-\(number)" : name
        }
    }

    private func column(_ located: LocatedFinding, _ result: ResultPage) -> HTML {
        guard let header = located.finding.column else { return "–" }
        let verdict = result.checked.verdicts[located.verdict]
        guard let (field, codes) = result.field(located.finding, in: verdict), let code = field.code,
            let month = result.month(verdict), let known = codes?.code(code, in: month)
        else { return "\(oneLine(header))" }
        return "\(oneLine(header))<br><span class=\"secondary-text\">\(say(known.shortLabel))</span>"
    }

    private func oneLine(_ text: String) -> String { text.split(whereSeparator: \.isWhitespace).joined(separator: " ") }

    private func value(_ finding: Finding) -> HTML {
        if finding.rule == "R08" { return "<span class=\"secondary-text\">\(say("visas inte", "not shown"))</span>" }
        guard let value = finding.value else { return "–" }
        guard !value.isEmpty else { return "<span class=\"secondary-text\">\(say("tom", "blank"))</span>" }
        return "\(value.count > 80 ? value.prefix(80) + "…" : value[...])"
    }

    private func message(_ located: LocatedFinding, _ result: ResultPage, hasCodes: Bool) -> HTML {
        let finding = located.finding
        let own = finding.own.isEmpty ? nil : finding.own.map { "\($0.column): \($0.value)" }.joined(separator: ", ")
        return """
            <strong>\(finding.message)</strong> \(finding.remedy)\
            \(own.map { "<br><span class=\"secondary-text\">\($0)</span>" as HTML })\
            \(hasCodes && finding.severity != .info ? codes(located, result) : nil)
            """
    }

    /// The codes that may stand in the cell.
    private func codes(_ located: LocatedFinding, _ result: ResultPage) -> HTML? {
        let verdict = result.checked.verdicts[located.verdict]
        guard let (field, codes) = result.field(located.finding, in: verdict), case .code = field.type, let codes,
            let month = result.month(verdict)
        else { return nil }
        let items = codes.codes.filter { $0.isValid(in: month) }.map {
            "<li>\($0.value) \(say($0.shortLabel))</li>" as HTML
        }
        return details(say("Visa koderna", "Show the codes")) { "<ul>\(items)</ul>" }
    }
}
