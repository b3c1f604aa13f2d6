import Checking
import Definitions
import Frame
import Intake
import Markup
import Publication
import Register
import Vocabulary

// The part of the result that is about a file that can be delivered: what the warnings ask, how it compares, and the
// button.

extension Page {
    func right(_ result: ResultPage) -> HTML {
        let asked = AskedTogether.all(result.checked.questions)
        let notes =
            result.checked.notes > 0
            ? details(say("Upplysningar", "Notes") + " (\(number(result.checked.notes)))") {
                findings(result)
            } : .empty
        guard !result.isTest, result.mayGoOn, result.draft.isOpen else {
            return """
                \(comparisons(result))\(corrections(result))\(result.checked.warnings > 0 ? findings(result) : notes)\
                \(result.isTest ? tested(result) : nil)
                """
        }
        return """
            \(form(to: result.place.submit) {
                """
                \(asked.isEmpty ? nil : questions(asked, result))\(comparisons(result))\
                \(isLate(result) ? notice(.warning, late(result.draft.month, result.due)) : nil)\
                <div class="actions">\(button(say("Lämna in uppgifterna", "Deliver the figures")))\
                \(button(say("Avbryt", "Cancel"), .link, about: say("och lägg bort filen", "and put the file away"), to: result.place.putAway))</div>
                """
            })\(corrections(result))\(notes)\(result.news == .mend
                ? "<h2>\(say("Rätta filen", "Correct the file"))</h2>\n\(again(result))" as HTML
                : details(say("Rätta filen och ladda upp den igen", "Correct the file and upload it again"),
                    isOpen: result.form.errors[ChosenFiles.field] != nil) { again(result) ?? .empty })
            """
    }

    private func isLate(_ result: ResultPage) -> Bool { result.due.map { today > $0 } ?? false }

    private func late(_ month: Month?, _ due: Day?) -> String {
        guard let month, let due else { return "" }
        return late(month, due)
    }

    private func tested(_ result: ResultPage) -> HTML {
        """
        \(actions(
            buttonLink(say("Testa en annan fil", "Try another file"), .secondary, to: .tryFile),
            result.may.deliver ? link(say("Lämna uppgifter på riktigt", "Deliver in earnest"), .deliver) : .empty))
        """
    }

    // MARK: Questions

    private func questions(_ asked: [AskedTogether], _ result: ResultPage) -> HTML {
        """
        <h2>\(say("Stämmer det här?", "Is this right?"))</h2>
        \(asked.enumerated().map { place, asked in question(asked, place + 1, result) })
        """
    }

    private func question(_ asked: AskedTogether, _ number: Int, _ result: ResultPage) -> HTML {
        let typed = result.form.answers[asked.id]
        let remembered = asked.answer
        let isRight = typed.map(\.isRight) ?? (remembered == nil ? nil : true)
        let hints = [
            remembered?.isRemembered == true
                ? say("Bekräftad tidigare. Stämmer det fortfarande?", "Confirmed before. Is it still right?") : nil,
            result.checked.verdicts.count > 1 ? result.table(asked.first.verdict).map { say($0.title) + "." } : nil,
            asked.questions.count == 1 && asked.count > 1
                ? say("Gäller \(self.number(asked.count)) rader.", "About \(self.number(asked.count)) rows.") : nil,
        ].compactMap { $0 }
        return """
            <div class="question">\(radios(
                "svar-\(asked.id)", "\(number). \(text(asked, result))",
                [
                    Option("ja", say("Ja, uppgifterna stämmer", "Yes, the figures are right")),
                    Option("nej", say("Nej, jag rättar filen", "No, I will correct the file")),
                ], selected: isRight.map { $0 ? "ja" : "nej" }, hint: hints.isEmpty ? nil : hints.joined(separator: " "),
                errors: result.form.errors))\
            \(asked.questions.count > 1 ? details(say("Visa alla \(self.number(asked.count))", "Show all \(self.number(asked.count))")) { all(asked) } : nil)\
            \(field(
                "kommentar-\(asked.id)", say("Kommentar till fråga \(number)", "Comment on question \(number)"),
                value: typed?.comment ?? remembered?.reason, isOptional: true, length: Intake.Limits().text,
                errors: result.form.errors))</div>
            """
    }

    private func text(_ asked: AskedTogether, _ result: ResultPage) -> String {
        let finding = asked.first.finding
        guard asked.questions.count > 1 else { return "\(finding.message) \(finding.remedy)" }
        let group = result.checked.groups.first { $0.rule == finding.rule && $0.severity == .warning }
        return group?.sentence(words(result), language) ?? "\(finding.message) \(finding.remedy)"
    }

    private func all(_ asked: AskedTogether) -> HTML {
        let items = asked.questions.prefix(100).map { "<li>\($0.finding.message)</li>\n" as HTML }
        let left = asked.questions.count - items.count
        return
            "<ul>\(items)\(left > 0 ? "<li>\(say("… och \(left) till", "… and \(left) more"))</li>" as HTML : nil)</ul>"
    }

    // MARK: Comparison

    /// How the tables compare with the month before and with what they would replace.
    private func comparisons(_ result: ResultPage) -> HTML {
        let known = result.checked.comparisons.filter { $0.monthBefore != nil || $0.replaced != nil }
        guard !known.isEmpty else { return .empty }
        let title = { (id: String) in result.collection.table(id).map { self.say($0.title) } ?? id }
        let month = known.lazy.compactMap { $0.monthBefore?.month }.first
        var columns: [Frame.Column<TableComparison>] = [
            Column(say("Uppgifter", "Figures"), .rowHeader) { "\(title($0.table))" },
            Column(say("Hushåll i filen", "Households in the file"), .number) { "\(number($0.rows))" },
        ]
        if let month {
            columns.append(
                Column(capital(month), .number) { compared($0.rows, $0.monthBefore) })
        }
        if known.contains(where: { $0.replaced != nil }) {
            columns.append(
                Column(say("Inlämnat tidigare", "Delivered before"), .number) { compared($0.rows, $0.replaced) })
            columns.append(Column(say("Ändras", "Changes")) { "\($0.difference.map(change) ?? "–")" })
        }
        let replaced = result.isTest ? nil : known.lazy.compactMap(\.replaced).first
        return """
            \(table(say("Jämfört med tidigare", "Compared with before"), known, columns, empty: ""))\
            \(replaced.map { earlier in
                """
                <p>\(say(
                    "Lämnar du in ersätter det samma uppgifter i leverans",
                    "If you deliver, this replaces the same figures of delivery")) \
                \(link(earlier.number.description, .delivery(earlier.number))).</p>
                """ as HTML
            })
            """
    }

    /// "212 (−7, −3 %)": what was, and the way from it to what is.
    private func compared(_ now: Int, _ before: TableComparison.Earlier?) -> HTML {
        guard let before else { return "–" }
        let step = now - before.rows
        guard step != 0 else { return "\(number(before.rows)) (\(say("lika", "same")))" }
        let share =
            before.rows > 0
            ? ", \(signed((200 * step + (step > 0 ? before.rows : -before.rows)) / (2 * before.rows)))\u{a0}%" : ""
        return "\(number(before.rows)) (\(signed(step))\(share))"
    }

    /// "−7", "+3": always with its sign, and the minus sign of print.
    private func signed(_ value: Int) -> String {
        value < 0 ? "\u{2212}\(number(-value))" : "+\(number(value))"
    }

    /// "+3 hushåll, −1 hushåll, 5 ändrade".
    func change(_ difference: TableDifference) -> String {
        let parts = [
            difference.added.isEmpty ? nil : "+\(households(difference.added.count))",
            difference.removed.isEmpty ? nil : "\u{2212}\(households(difference.removed.count))",
            difference.changed.isEmpty
                ? nil
                : say("\(number(difference.changed.count)) ändrade", "\(number(difference.changed.count)) changed"),
        ].compactMap { $0 }
        return parts.isEmpty ? say("inget", "nothing") : parts.joined(separator: ", ")
    }

    // MARK: Corrections

    /// What has been corrected on the page, each with a way back.
    func corrections(_ result: ResultPage) -> HTML? {
        let corrections = result.draft.corrections
        guard !corrections.isEmpty else { return nil }
        let isSeveral = result.checked.files.count > 1
        let sheets = severalSheets(corrections.map(\.correction))
        var columns: [Frame.Column<Draft.FileCorrection>] = [
            Column(say("Cell", "Cell"), .rowHeader) { "\(address($0.correction, withSheet: sheets))" },
            Column(say("Kolumn", "Column")) { corrected in
                "\(title(corrected.correction, result.collection))"
            },
            Column(say("Stod i filen", "Stood in the file")) { shown($0.correction.before) },
            Column(say("Rättat till", "Corrected to")) { shown($0.correction.cell.text) },
            Column(say("Av", "By")) { "\($0.correction.by), \(time($0.correction.at))" },
        ]
        if isSeveral { columns.insert(Column(say("Fil", "File")) { "\($0.file + 1)" }, at: 1) }
        if result.mayGoOn, result.draft.isOpen {
            columns.append(
                Column(say("Ångra", "Undo"), isTitleUnseen: true) { corrected in
                    let place = corrected.correction.cell.place
                    return buttonForm(
                        say("Ångra", "Undo"), .link, to: result.place.undo,
                        about: say(
                            "rättelsen i \(address(corrected.correction, withSheet: sheets))",
                            "the correction in \(address(corrected.correction, withSheet: sheets))"),
                        fields: [
                            ("fil", String(corrected.file)), ("rad", String(place.row)),
                            ("kolumn", String(place.column)), ("blad", place.sheet ?? ""),
                            ("version", String(result.draft.revision)),
                        ])
                })
        }
        return details(
            say("Rättat här på sidan", "Corrected here on the page") + " (\(number(corrections.count)))"
        ) {
            table(
                say("Rättelser. Din fil är kvar som den var.", "Corrections. Your file is as it was."), corrections,
                columns, empty: "")
        }
    }
}
