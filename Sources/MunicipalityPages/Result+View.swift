import Checking
import Definitions
import Frame
import Intake
import Markup
import Publication
import Vocabulary

extension Page {
    /// What came of checking a file, and what to do now.
    func result(_ result: ResultPage) -> Document {
        let checked = result.checked
        let isWrong = checked.outcome == .notApproved
        let isBare = !Selection.isNarrowed(result.path) && result.form.errors.isEmpty
        return document(
            isWrong ? errorsInFile(result) : verdict(result), heading: verdict(result),
            over: over(result.draft, result.collection), back: Link(say("Till Start", "To the start page"), .start),
            errors: result.form.errors, saysError: isWrong
        ) {
            """
            \(news(result))\(isWrong && isBare ? mostImportant(result) : nil)\(facts(result))\
            \(result.checked.isKept ? nil : notKept(result))\(repairs(result))\
            \(isWrong ? wrong(result) : right(result))
            """
        }
    }

    /// "Filen är inte godkänd – 3 fel att rätta".
    private func verdict(_ result: ResultPage) -> String {
        let checked = result.checked
        let isOne = checked.files.count == 1
        switch checked.outcome {
        case .approved:
            return isOne
                ? say("Filen är godkänd", "The file is approved") : say("Filerna är godkända", "The files are approved")
        case .approvedWithWarnings:
            let warnings = count(checked.warnings, sv: ("varning", "varningar"), en: ("warning", "warnings"))
            return isOne
                ? say("Filen är godkänd men har \(warnings)", "The file is approved but has \(warnings)")
                : say("Filerna är godkända men har \(warnings)", "The files are approved but have \(warnings)")
        case .notApproved:
            let errors = count(checked.errors, sv: ("fel", "fel"), en: ("error", "errors"))
            return isOne
                ? say("Filen är inte godkänd – \(errors) att rätta", "The file is not approved – \(errors) to correct")
                : say(
                    "Filerna är inte godkända – \(errors) att rätta",
                    "The files are not approved – \(errors) to correct")
        }
    }

    /// "3 fel i filen", for the title.
    private func errorsInFile(_ result: ResultPage) -> String {
        let errors = count(result.checked.errors, sv: ("fel", "fel"), en: ("error", "errors"))
        return result.checked.files.count == 1
            ? say("\(errors) i filen", "\(errors) in the file") : say("\(errors) i filerna", "\(errors) in the files")
    }

    private func news(_ result: ResultPage) -> HTML? {
        let draft = result.draft
        if result.isTest, result.news == nil {
            return notice(.info, say("Det här är ett test. Inget lämnas in.", "This is a test. Nothing is delivered."))
        }
        switch result.news {
        case .newFile:
            return notice(
                .info, isNews: true,
                say(
                    "\(who(draft.sender.name)) laddade upp en ny fil \(clock(draft.updatedAt)). Du ser den senaste. Inget är inlämnat ännu.",
                    "\(who(draft.sender.name)) uploaded a new file \(clock(draft.updatedAt)). You see the latest. Nothing has been delivered yet."
                ))
        case .changed:
            return notice(
                .info, isNews: true,
                say(
                    "\(who(draft.sender.name)) ändrade något \(clock(draft.updatedAt)) medan du arbetade. Du ser det senaste. Gör om det du skulle göra.",
                    "\(who(draft.sender.name)) changed something \(clock(draft.updatedAt)) while you worked. You see the latest. Do again what you were about to do."
                ))
        case .corrected:
            return notice(
                .ok, isNews: true,
                say(
                    "Vi har sparat rättelserna och kontrollerat filen igen. Din fil är kvar som den var.",
                    "We have kept the corrections and checked the file again. Your file is as it was."))
        case .undone:
            return notice(
                .ok, isNews: true,
                say(
                    "Rättelsen är borttagen och filen kontrollerad igen.",
                    "The correction is removed and the file checked again."))
        case .mend:
            return notice(
                .info, isNews: true,
                say(
                    "Rätta i filen och ladda upp den igen. Svaren du har gett är sparade.",
                    "Correct the file and upload it again. The answers you have given are kept."))
        case nil: return nil
        }
    }

    /// What is wrong, each line leading to where it stands; group by group when there is much.
    private func mostImportant(_ result: ResultPage) -> HTML {
        let checked = result.checked
        guard checked.errors > ResultPage.mostUngrouped else {
            let errors = checked.findings(severity: .error, of: ResultPage.mostUngrouped).findings
            return errorSummary(
                zip(errors, anchors(errors)).map { ("#\($1)", "\($0.finding.message) \($0.finding.remedy)") })
        }
        let groups = checked.groups.filter { $0.severity == .error }
        let catalogue = words(result)
        return errorSummary(
            groups.prefix(10).map { ("#fel-\($0.textID)", $0.sentence(catalogue, language)) },
            more: groups.count > 10
                ? "<p>\(say("Och \(groups.count - 10) slags fel till.", "And \(groups.count - 10) more kinds of errors."))</p>"
                : nil)
    }

    /// The texts of rules, the collection's own among them.
    func words(_ result: ResultPage) -> MessageCatalogue {
        MessageCatalogue.load(language, rules: result.collection.tables.flatMap(\.rules))
    }

    /// What was checked, when: on one line, or a table when there are several parts.
    private func facts(_ result: ResultPage) -> HTML {
        let checked = result.checked
        let at = say("kontrollerad \(time(result.draft.updatedAt))", "checked \(time(result.draft.updatedAt))")
        let state =
            result.isTest
            ? say("Det här är ett test. Inget lämnas in.", "This is a test. Nothing is delivered.")
            : say("Inget är inlämnat ännu.", "Nothing has been delivered yet.")
        let verdicts = checked.verdicts
        guard verdicts.count > 1 else {
            let parts = [
                verdicts.first.map { say("Fil: \($0.shownFile)", "File: \($0.shownFile)") },
                verdicts.first.flatMap { result.table($0) }.map { say($0.title) },
                checked.rows > 0 ? households(checked.rows) : nil, at,
            ]
            return "<p>\(parts.compactMap { $0 }.joined(separator: " · ")). \(state)</p>\n"
        }
        return """
            \(table(
                say("Det här har vi kontrollerat", "This is what we have checked"), verdicts,
                [
                    Column(say("Fil", "File"), .rowHeader) { "\(shownName($0, of: checked))" },
                    Column(say("Innehåller", "Holds")) { "\(result.table($0).map { say($0.title) } ?? "–")" },
                    Column(say("Månad", "Month")) { "\($0.month.map(fullName) ?? "–")" },
                    Column(say("Hushåll", "Households"), .number) { "\(number($0.rows))" },
                    Column(say("Besked", "Outcome")) { tag(Tag($0.outcome)) },
                ], empty: ""))
            <p>\(at.capitalised). \(state)</p>

            """
    }

    /// The file's name, and the sheet's when several parts of the file have been read.
    func shownName(_ verdict: Verdict, of checked: CheckedDraft) -> String {
        let isSeveral = checked.verdicts.count { $0.file == verdict.file } > 1
        guard isSeveral, let sheet = verdict.shownSheet else { return verdict.shownFile }
        return verdict.shownFile + say(", blad \(sheet)", ", sheet \(sheet)")
    }

    /// That the file has not been kept, and why.
    private func notKept(_ result: ResultPage) -> HTML {
        let isAboutPeople = result.checked.groups.contains { $0.rule == "R08" }
        return notice(.error) {
            """
            <p><strong>\(say("Vi har inte sparat filen.", "We have not kept the file."))</strong> \(isAboutPeople
                ? say(
                    "Den ser ut att innehålla personnummer. Uppgifterna ska vara anonymiserade. Det som stod i cellerna visas inte, inte heller här.",
                    "It seems to hold identity numbers. The data are to be anonymised. What stood in the cells is not shown, not even here.")
                : say("Den är ingen tabell som vi kan läsa.", "It is no table that we can read."))</p>
            """
        }
    }

    /// What was mended while reading.
    private func repairs(_ result: ResultPage) -> HTML? {
        let repairs = result.checked.repairs
        guard !repairs.isEmpty else { return nil }
        let catalogue = words(result)
        let title = say("Det här rättade vi själva", "This is what we mended ourselves")
        return details("\(title) (\(number(repairs.reduce(0) { $0 + $1.count })))") {
            "<ul>\(repairs.map { "<li>\($0.sentence(catalogue, language))</li>\n" as HTML })</ul>"
        }
    }
}

extension Tag {
    /// A verdict.
    init(_ outcome: Outcome) {
        switch outcome {
        case .approved: self = .approved
        case .approvedWithWarnings: self = .approvedWithWarnings
        case .notApproved: self = .notApproved
        }
    }
}
