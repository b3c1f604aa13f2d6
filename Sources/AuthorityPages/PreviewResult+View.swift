import Checking
import Definitions
import Foundation
import Frame
import Markup
import Register
import Review
import Vocabulary

extension Page {
    /// What a changed definition would make of what has been delivered.
    func result(_ result: RulePreview, of run: PreviewRun, over: String, back: Link) -> Document {
        document(say("Vad ändringen skulle göra", "What the change would do"), over: over, back: back) {
            """
            \(summary(result))\(sameVersion(run))\(refused(result))\(rules(result, run))\(municipalities(result))\
            <p class="hint">\(say(
                "Prövat av \(who(run.by)) \(time(run.at)). Resultatet finns kvar till \(clock((run.endedAt ?? run.at) + PreviewRuns.life)).",
                "Tried by \(who(run.by)) \(time(run.at)). The result is kept until \(clock((run.endedAt ?? run.at) + PreviewRuns.life))."
            ))</p>

            """
        }
    }

    private func summary(_ result: RulePreview) -> HTML {
        let municipalities = result.municipalities.count
        guard municipalities > 0 else {
            return notice(
                .ok, isNews: true,
                say(
                    "Inget bedöms annorlunda. \(number(result.deliveries.count)) leveranser med \(number(result.rows)) rader är prövade.",
                    "Nothing is judged otherwise. \(number(result.deliveries.count)) deliveries with \(number(result.rows)) rows have been tried."
                ))
        }
        let partial =
            result.deliveries.contains(where: \.isPartial)
            ? notice(
                .info,
                say(
                    "Några filer har så många fel att alla inte har jämförts. Siffrorna är då minst så stora.",
                    "Some files have so many errors that not all were compared. Their figures are the least there are.")
            ) : nil
        let (rows, all) = (number(result.rows), number(result.deliveries.count))
        return """
            \(tiles([
                tile(
                    municipalities, sv: ("kommun bedöms annorlunda", "kommuner bedöms annorlunda"),
                    en: ("municipality is judged otherwise", "municipalities are judged otherwise")),
                result.rowsAffected == 0
                    ? (rows, "\(say("rader är prövade; det är hela filer som bedöms annorlunda", "rows have been tried; it is whole files that are judged otherwise"))")
                    : tile(
                        result.rowsAffected, sv: ("av \(rows) rader berörs", "av \(rows) rader berörs"),
                        en: ("of \(rows) rows is affected", "of \(rows) rows are affected")),
                tile(
                    result.deliveries.count(where: \.isChanged),
                    sv: ("av \(all) leveranser bedöms annorlunda", "av \(all) leveranser bedöms annorlunda"),
                    en: ("of \(all) deliveries is judged otherwise", "of \(all) deliveries are judged otherwise")),
                tile(
                    result.refused.count, sv: ("godkänd skulle inte bli godkänd", "godkända skulle inte bli godkända"),
                    en: ("approved would not be approved", "approved would not be approved")),
            ]))\(partial)
            """
    }

    private func sameVersion(_ run: PreviewRun) -> HTML? {
        guard run.current.version == run.changed.version else { return nil }
        return notice(
            .info,
            say(
                "Den prövade definitionen har samma versionsnummer som den som gäller (\(run.current.version)). Räkna upp det innan ändringen börjar gälla.",
                "The definition tried has the same version number as the one in force (\(run.current.version)). Count it up before the change takes effect."
            ))
    }

    /// The deliveries that would no longer be approved.
    private func refused(_ result: RulePreview) -> HTML? {
        guard !result.refused.isEmpty else { return nil }
        let items = result.refused.prefix(300).map { number in
            "<li>\(link("\(number.municipality.name), \(number.month.fullName(language))", .review(number)))</li>\n"
                as HTML
        }
        let rest = result.refused.count - items.count
        let title = count(
            result.refused.count,
            sv: ("godkänd leverans som inte skulle bli godkänd", "godkända leveranser som inte skulle bli godkända"),
            en: ("approved delivery that would not be approved", "approved deliveries that would not be approved"))
        return details(title) {
            "<ul>\(items)</ul>\(rest > 0 ? "<p>\(say("Och \(number(rest)) till, se filen.", "And \(number(rest)) more, see the file."))</p>" as HTML : nil)"
        }
    }

    private func rules(_ result: RulePreview, _ run: PreviewRun) -> HTML? {
        guard !result.rules.isEmpty else { return nil }
        let catalogue = catalogue(run)
        let columns: [Frame.Column<RulePreview.RuleChange>] = [
            Column(say("Regel", "Rule"), .rowHeader) { rule in
                "\(catalogue.name(rule.rule)) <span class=\"secondary-text\">\(rule.rule)</span>"
            },
            Column(say("Slag", "Kind")) { self.tag(Tag($0.severity)) },
            Column(say("Nya", "New"), .number) { "\(self.number($0.appeared))" },
            Column(say("Borta", "Gone"), .number) { "\(self.number($0.vanished))" },
        ]
        return """
            <h2>\(say("Per regel", "By rule"))</h2>
            \(table(say("Det som sägs i fler eller färre fall", "What is said in more or fewer cases"), result.rules, columns, empty: ""))
            """
    }

    /// The words of both definitions; those of the changed one where both have them.
    private func catalogue(_ run: PreviewRun) -> MessageCatalogue {
        MessageCatalogue.load(language, rules: (run.current.tables + run.changed.tables).flatMap(\.rules))
    }

    private func municipalities(_ result: RulePreview) -> HTML? {
        let changed = result.municipalities
        guard !changed.isEmpty else { return nil }
        let list = PageOfList(of: changed.count, path)
        let columns: [Frame.Column<RulePreview.MunicipalityChange>] = [
            Column(say("Kommun", "Municipality"), .rowHeader) { "\($0.municipality.name)" },
            Column(say("Leveranser", "Deliveries"), .number) { line in
                "\(self.say("\(line.changed) av \(line.deliveries.count)", "\(line.changed) of \(line.deliveries.count)"))"
            },
            Column(say("Rader", "Rows"), .number) { line in
                line.rowsAffected == 0
                    ? "\(self.say("hela filen", "the whole file"))"
                    : "\(self.number(line.rowsAffected)) \(self.say("av", "of")) \(self.number(line.rows))"
            },
            Column(say("Besked", "Outcome")) { self.outcomes($0.deliveries) },
            Column(say("Regler", "Rules")) { line in
                line.rules.map { "\(self.change($0))" as HTML }.joined(separator: "<br>")
            },
        ]
        return """
            <h2>\(say("Per kommun", "By municipality"))</h2>
            \(table(say("Kommuner som bedöms annorlunda: leveranser och rader som berörs", "Municipalities judged otherwise: deliveries and rows affected"), Array(changed[list.range]), columns, empty: ""))\
            \(pager(list, things: say("kommuner", "municipalities")))\
            \(fileLinks(path.page, PreviewStart.file))
            """
    }

    /// The outcome before and after, for deliveries where it is another.
    private func outcomes(_ deliveries: [RulePreview.DeliveryChange]) -> HTML {
        let others = deliveries.filter { $0.before != $0.after }.map { delivery -> HTML in
            let month = deliveries.count > 1 ? "\(capital(delivery.number.month)): " : ""
            return """
                \(month)\(tag(Tag(delivery.before))) <span aria-hidden="true">→</span>\(unseen(say("blir", "becomes"))) \
                \(tag(Tag(delivery.after)))
                """
        }
        return others.isEmpty ? "\(say("Samma", "The same"))" : others.joined(separator: "<br>")
    }

    /// "R05 fel: 12 nya, 3 borta".
    private func change(_ rule: RulePreview.RuleChange) -> String {
        let parts = [
            rule.appeared > 0 ? say("\(number(rule.appeared)) nya", "\(number(rule.appeared)) new") : nil,
            rule.vanished > 0 ? say("\(number(rule.vanished)) borta", "\(number(rule.vanished)) gone") : nil,
        ]
        return "\(rule.rule) \(say(rule.severity.title)): " + parts.compactMap { $0 }.joined(separator: ", ")
    }
}

extension Tag {
    /// A verdict.
    fileprivate init(_ outcome: Outcome) {
        switch outcome {
        case .approved: self = .approved
        case .approvedWithWarnings: self = .approvedWithWarnings
        case .notApproved: self = .notApproved
        }
    }
}
