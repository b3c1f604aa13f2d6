import Collecting
import Definitions
import Frame
import Markup
import Register
import Vocabulary

extension Page {
    func nothingToReport(_ nothing: WithoutFilePage, _ errors: FormErrors = FormErrors()) -> Document {
        let (month, tables) = (nothing.month, nothing.collection.tables)
        return document(
            say("Inget att rapportera för \(fullName(month))", "Nothing to report for \(fullName(month))"),
            over: over(nothing.collection, nothing.desk.municipality),
            back: Link(say("Till Start", "To the start page"), .start),
            errors: errors
        ) {
            guard nothing.standing.state.receives else { return closedNotice(nothing.standing) }
            return """
                <p>\(say(
                    "Bekräfta att kommunen inte hade några hushåll att lämna uppgifter om i \(fullName(month)). Det räknas som inlämnat, och ni får ett kvitto.",
                    "Confirm that the municipality had no households to report in \(fullName(month)). It counts as delivered, and you get a receipt."))</p>
                \(nothing.standing.latest.map { latest in
                    notice(.warning) {
                        """
                        <p>\(say(
                            "Ni har redan lämnat för \(name(month)) \(time(latest.receivedAt)).",
                            "You have already delivered for \(name(month)) \(time(latest.receivedAt)).")) \
                        \(link(say("Visa leveransen", "Show the delivery"), .delivery(latest.number))). \
                        \(say("Det du bekräftar här ersätter den.", "What you confirm here replaces it."))</p>
                        """
                    }
                })\(nothing.standing.pending == nil ? nil : notice(
                    .info, say("Filen som är uppladdad men inte inlämnad läggs bort.", "The file that has been uploaded but not delivered is put away.")))\
                \(nothing.standing.state.isLate ? notice(.warning, deadline(month, nothing.standing.state)) : nil)\
                \(form(to: .nothingToReport(month)) {
                    """
                    \(tables.count > 1 ? checkboxes(
                        "tabell", say("Vad finns det inget att rapportera om?", "What is there nothing to report about?"),
                        tables.map { Option($0.id, say($0.title)) }, selected: errors.isEmpty ? nothing.missing : [],
                        errors: errors) : nil)\
                    \(actions(
                        button(say("Bekräfta", "Confirm")), link(say("Avbryt", "Cancel"), .start)))
                    """
                })
                """
        }
    }

    func decline(
        _ decline: WithoutFilePage, reason: String = "", _ errors: FormErrors = FormErrors()
    ) -> Document {
        let collection = say(decline.collection.title)
        let back = Link(say("Till Start", "To the start page"), .start)
        if path["klart"] != nil {
            return document(
                say("Tack, vi har tagit emot ert besked", "Thank you, we have received your answer"),
                over: over(decline.collection, decline.desk.municipality), back: back
            ) {
                """
                \(notice(.ok, isNews: true, say(
                    "Ni avstår från \(collection). Vi påminner er inte mer. Ändrar ni er kan ni lämna uppgifter ändå.",
                    "You do not take part in \(collection). We do not remind you again. Should you change your minds, you can still deliver.")))\
                \(decline.collection.form.map { _ in
                    "<p>\(link(say("Lämna gärna synpunkter ändå", "You are welcome to comment all the same"), .comments(decline.month)))</p>" as HTML
                })
                """
            }
        }
        return document(
            say("Avstå från \(collection)", "Decline \(collection)"),
            over: over(decline.collection, decline.desk.municipality), back: back, errors: errors
        ) {
            """
            <p>\(say(
                "Det gäller hela insamlingen, alla månader. Skälet hjälper myndigheten att förstå vad som behöver bli lättare.",
                "This is about the whole collection, all months. The reason helps the authority understand what should be made easier."))</p>
            \(form(to: .decline(decline.month)) {
                """
                \(textArea(
                    "skal", say("Varför avstår ni?", "Why do you decline?"), value: reason,
                    hint: say("Skriv utan uppgifter om enskilda.", "Write without data about individuals."),
                    length: WithoutFilePage.reasonLength, errors: errors))\
                \(actions(
                    button(say("Meddela att vi avstår", "Say that we decline")), link(say("Avbryt", "Cancel"), .start)))
                """
            })
            """
        }
    }
}

extension PeriodState {
    /// Whether what is delivered now counts as late.
    var isLate: Bool { if case .pastDue = self { true } else { false } }
}
