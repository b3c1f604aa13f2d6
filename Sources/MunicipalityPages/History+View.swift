import Definitions
import Frame
import Markup
import Register
import Vocabulary

extension Page {
    func withdraw(
        _ receipt: Receipt, _ collection: Definitions.Collection, reason: String = "",
        _ errors: FormErrors = FormErrors()
    ) -> Document {
        let back = Link(say("Leverans \(receipt.number)", "Delivery \(receipt.number)"), .delivery(receipt.number))
        return document(
            say("Dra tillbaka leverans \(receipt.number)", "Withdraw delivery \(receipt.number)"),
            over: over(collection, receipt.municipality), back: back, errors: errors
        ) {
            if receipt.withdrawal != nil {
                return notice(
                    .info, say("Leveransen är redan tillbakadragen.", "The delivery has already been withdrawn."))
            }
            return """
                <p>\(say(
                    "Dra bara tillbaka det som inte ska räknas alls, till exempel om fel fil har lämnats. Ska något rättas räcker det att lämna en ny fil: den ersätter den här.",
                    "Withdraw only what is not to be counted at all, for instance when the wrong file was delivered. To correct something it is enough to deliver a new file: it replaces this one."))</p>
                <p>\(say(
                    "Leveransen sparas och märks som tillbakadragen. Fanns det en tidigare leverans för månaden räknas den igen.",
                    "The delivery is kept and marked as withdrawn. If there was an earlier delivery for the month, it counts again."))</p>
                \(form(to: DeliveryPlace(receipt.number).withdraw) {
                    """
                    \(textArea(
                        "skal", say("Varför dras den tillbaka?", "Why is it withdrawn?"), value: reason,
                        hint: say("Skriv utan uppgifter om enskilda.", "Write without data about individuals."), rows: 3,
                        length: WithoutFilePage.reasonLength, errors: errors))\
                    \(actions(
                        button(say("Dra tillbaka leveransen", "Withdraw the delivery"), .grave),
                        link(say("Avbryt", "Cancel"), .delivery(receipt.number))))
                    """
                })
                """
        }
    }

    /// What changed, household by household; the cells only for those who may see rows.
    func difference(
        _ difference: DeliveryDifference, _ collection: Definitions.Collection, _ may: Rights
    ) -> Document {
        document(
            say("Ändringar mellan två leveranser", "Changes between two deliveries"),
            over: over(collection, difference.to.municipality),
            back: Link(say("Leverans \(difference.to)", "Delivery \(difference.to)"), .delivery(difference.to))
        ) {
            """
            <p>\(say("Från", "From")) \(link(difference.from.description, .delivery(difference.from))) \
            \(say("till", "to")) \(link(difference.to.description, .delivery(difference.to))).</p>
            \(difference.tables.isEmpty ? notice(.info, say("Leveranserna innehåller inte samma uppgifter.", "The deliveries do not hold the same figures.")) : nil)\
            \(difference.tables.map { table in
                """
                <h2>\(collection.table(table.table).map { say($0.title) } ?? table.table)</h2>
                <p>\(change(table).capitalised).</p>
                \(may.seeRows ? rows(table, collection.table(table.table)) : nil)
                """ as HTML
            })
            """
        }
    }

    private func rows(_ difference: TableDifference, _ table: Definitions.Table?) -> HTML {
        let list = PageOfList(of: difference.changed.count, path)
        let title = { (name: String) in
            table?.fields.first { $0.name == name }.map { self.say($0.title) } ?? name
        }
        return """
            \(numbers(say("Hushåll som har kommit till", "Households that have been added"), difference.added))\
            \(numbers(say("Hushåll som har tagits bort", "Households that have been removed"), difference.removed))\
            \(difference.changed.isEmpty ? nil : self.table(
                say("Hushåll som har ändrats", "Households that have changed"), Array(difference.changed[list.range]),
                [
                    Column(say("Löpnummer", "Running number"), .rowHeader) { "\($0.household)" },
                    Column(say("Ändring", "Change")) { changed in
                        changed.cells.map { cell -> HTML in
                            "\(title(cell.field)): \(shown(cell.before)) → \(shown(cell.after))"
                        }.joined(separator: "<br>")
                    },
                ], empty: ""))\(pager(list, things: say("hushåll", "households")))
            """
    }

    private func numbers(_ title: String, _ numbers: [Int]) -> HTML? {
        guard !numbers.isEmpty else { return nil }
        let shown = numbers.prefix(200).map(String.init).joined(separator: ", ")
        return details("\(title) (\(number(numbers.count)))") {
            "<p>\(say("Löpnummer", "Running number")) \(shown)\(numbers.count > 200 ? " …" : "")</p>"
        }
    }
}
