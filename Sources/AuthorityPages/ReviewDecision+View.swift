import Accounts
import Definitions
import Frame
import Markup
import Register
import Review
import Vocabulary

/// What a reviewer reads through before a delivery is returned.
struct ReturnPreview {
    let receipt: Receipt
    let collection: Definitions.Collection
    let message: String
    let contacts: Contacts
    /// The last decision when the page was drawn.
    let seen: String
    let filter: ReviewFilter
}

extension Page {
    /// Both ways to decide, at the end of what a decision rests on.
    func decision(_ delivery: ReviewDelivery, message: String, errors: FormErrors) -> HTML? {
        guard delivery.mayBeDecided else { return nil }
        let place = Path.review(delivery.number)
        let seen = hiddenField(ReviewField.seen, delivery.decisions.last.map { String($0.id) } ?? "")
        let approval =
            delivery.state.isApproved
            ? nil
            : form(to: delivery.filter.put(on: place.approval)) {
                "\(seen)\(actions(button(say("Godkänn", "Approve"), about: delivery.receipt.municipality.name)))"
            }
        let isOpen = !errors.isEmpty || !message.isEmpty || delivery.state.isReturned
        return """
            <h2 id="beslut">\(delivery.state == .waiting ? say("Beslut", "Decision") : say("Ändra beslutet", "Change the decision"))</h2>
            \(delivery.state == .waiting ? nil : "<p>\(outcome(delivery.state, reader: delivery.reader))</p>\n")\
            \(approval)\
            \(details(say("Återlämna med ett meddelande", "Return with a message"), isOpen: isOpen) {
                form(to: delivery.filter.put(on: place.returning)) {
                    """
                    \(seen)\(textArea(
                        ReviewField.message, say("Meddelande till kommunen", "Message to the municipality"),
                        value: message,
                        hint: say(
                            "Skriv vad som behöver ändras och hur, till exempel: Antalet hushåll är hälften så stort som i mars. Har alla enheter lämnat? Lämna hela filen på nytt.",
                            "Write what needs to be changed and how, for instance: The number of households is half of March's. Have all units reported? Deliver the whole file again."
                        ), length: ReviewText.limit, errors: errors))\
                    \(actions(button(say("Visa vad kommunen får se", "Show what the municipality will see"), .secondary)))
                    """
                }
            })
            """
    }

    /// What the municipality sees, before it does.
    func returning(_ preview: ReturnPreview) -> Document {
        let receipt = preview.receipt
        let place = preview.filter.put(on: .review(receipt.number))
        let sending = preview.filter.put(on: Path.review(receipt.number).returning)
        let fields = """
            \(hiddenField(ReviewField.seen, preview.seen))\(hiddenField(ReviewField.message, preview.message))
            """ as HTML
        return document(
            say(
                "Återlämna \(receipt.municipality.name), \(receipt.month.fullName(.sv))",
                "Return \(receipt.municipality.name), \(receipt.month.fullName(.en))"),
            over: "\(say(preview.collection.title)) · \(say("leverans", "delivery")) \(receipt.number)",
            back: Link(say("Till leveransen", "To the delivery"), place)
        ) {
            """
            <p>\(recipients(preview.contacts))</p>
            <h2>\(say("Det här står på kommunens sida", "This stands on the municipality's page"))</h2>
            \(notice(.error, title: say("Myndigheten har återlämnat leveransen", "The authority has returned the delivery")) {
                "<p>\(time(now))</p><blockquote>\(lines(preview.message))</blockquote>"
            })
            \(form(to: sending) {
                """
                \(fields)\(hiddenField(ReviewField.step, ReviewField.send))\
                \(actions(
                    button(say("Återlämna leveransen", "Return the delivery")),
                    link(say("Avbryt", "Cancel"), place)))
                """
            })
            \(details(say("Ändra meddelandet", "Change the message")) {
                form(to: sending) {
                    """
                    \(hiddenField(ReviewField.seen, preview.seen))\(textArea(
                        ReviewField.message, say("Meddelande till kommunen", "Message to the municipality"),
                        value: preview.message, length: ReviewText.limit))\
                    \(actions(button(say("Visa igen", "Show again"), .secondary)))
                    """
                }
            })
            """
        }
    }

    /// Who gets a mail about it.
    private func recipients(_ contacts: Contacts) -> String {
        let about = say(
            "I mejlet står att leveransen är återlämnad, och en länk till sidan. Meddelandet står bara på sidan.",
            "The mail says that the delivery has been returned, and has a link to the page. The message stands on the page only."
        )
        let names = language.list(contacts.people.map(\.name))
        if !names.isEmpty {
            return say("Mejl går till \(names).", "A mail goes to \(names).") + " " + about
        }
        if let registrar = contacts.registrar {
            return say(
                "Kommunen har ingen kontaktperson. Mejl går till \(registrar).",
                "The municipality has no contact. A mail goes to \(registrar).") + " " + about
        }
        return say(
            "Kommunen har ingen kontaktperson, så inget mejl går iväg. Ring eller skriv till kommunen.",
            "The municipality has no contact, so no mail is sent. Telephone or write to it.")
    }
}
