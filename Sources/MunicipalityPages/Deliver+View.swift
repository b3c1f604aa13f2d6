import Collecting
import Definitions
import Frame
import HTTPTypes
import Intake
import Markup
import Register
import Vocabulary

extension Page {
    func deliver(_ deliver: DeliverPage, _ errors: FormErrors = FormErrors(), isTooLarge: Bool = false) -> Document {
        let month = deliver.month
        return document(
            say("Lämna uppgifter för \(fullName(month))", "Deliver for \(fullName(month))"),
            over: over(deliver.collection, deliver.desk.municipality),
            tag: Tag(deliver.standing.standing.status), back: Link(say("Tillbaka", "Back"), .start), errors: errors,
            status: isTooLarge ? .contentTooLarge : nil
        ) {
            """
            \(deliver.standing.state.receives ? "<p>\(deadline(month, deliver.standing.state))</p>\n" : closedNotice(deliver.standing))\
            \(before(deliver))\(otherMonths(deliver))\
            \(deliver.standing.state.receives ? form(deliver, errors) : nil)
            """
        }
    }

    /// When no month receives anything.
    func nothingOpen(_ standings: [MonthStanding]) -> Document {
        let opens = standings.compactMap { standing -> Day? in
            if standing.duty != nil, case .notYetOpen(let opens) = standing.state { opens } else { nil }
        }.min()
        return document(say("Lämna uppgifter", "Deliver"), back: Link(say("Tillbaka", "Back"), .start)) {
            """
            \(notice(
                .info,
                say("Ingen insamling är öppen just nu.", "No collection is open now.")
                    + (opens.map { say(" Nästa öppnar \(date($0)).", " The next opens \(date($0)).") } ?? "")))\
            \(standings.compactMap(\.period.contact).last.map { person in
                """
                <p>\(say(
                    "Behöver ni lämna eller rätta något för en månad som är stängd? Kontakta",
                    "Do you need to deliver or correct something for a closed month? Contact")) \(contact(person)).</p>
                """ as HTML
            })
            """
        }
    }

    func closedNotice(_ standing: MonthStanding) -> HTML {
        notice(.warning) {
            """
            <p>\(deadline(standing.period.month, standing.state))\(standing.period.contact.map { person in
                """
                 \(say(
                    "Behöver ni lämna eller rätta något ändå? Kontakta",
                    "Do you still need to deliver or correct something? Contact")) \(contact(person)).
                """ as HTML
            })</p>
            """
        }
    }

    /// What there is of the month already.
    private func before(_ deliver: DeliverPage) -> HTML {
        var html = HTML.empty
        if let draft = deliver.draft {
            html += notice(.warning) {
                """
                <p>\(say(
                    "\(who(draft.sender.name)) laddade upp en fil \(time(draft.createdAt)). Den är inte inlämnad.",
                    "\(who(draft.sender.name)) uploaded a file \(time(draft.createdAt)). It has not been delivered.")) \
                \(link(say("Visa filen", "Show the file"), .draft(draft.id.text))). \
                \(say("Laddar du upp en ny ersätter den filen.", "A new upload replaces it."))</p>
                """
            }
        }
        if let latest = deliver.standing.latest {
            html += notice(.info) {
                """
                <p>\(say(
                    "Ni lämnade uppgifter för \(name(deliver.month)) \(time(latest.receivedAt)).",
                    "You delivered for \(name(deliver.month)) \(time(latest.receivedAt)).")) \
                \(link(say("Visa leveransen", "Show the delivery"), .delivery(latest.number))). \
                \(say(
                    "Lämnar ni in en ny fil ersätter den allt som filen innehåller: skicka hela filen igen, inte bara de rättade raderna.",
                    "A new file replaces all that it holds: send the whole file again, not only the corrected rows."))</p>
                """
            }
        }
        return html
    }

    /// "Anna Ek", or "Du" for oneself.
    func who(_ name: String) -> String { name == viewer?.name ? say("Du", "You") : name }

    private func otherMonths(_ deliver: DeliverPage) -> HTML? {
        guard !deliver.others.isEmpty else { return nil }
        return details(say("Byt månad", "Change month")) {
            tasks(
                deliver.others.map {
                    TaskItem(
                        capital($0.period.month), .deliver($0.period.month), tag: Tag($0.standing.status),
                        hint: deadline($0.period.month, $0.state))
                })
        }
    }

    private func form(_ deliver: DeliverPage, _ errors: FormErrors) -> HTML {
        """
        \(form(to: .deliver(deliver.month), hasFile: true) {
            """
            \(chooseFiles(deliver.collection, errors: errors))\
            <div class="actions">\(button(say("Kontrollera filen", "Check the file")))\
            <p>\(say(
                "Vi kontrollerar först. Inget lämnas in förrän du säger till.",
                "We check first. Nothing is delivered until you say so."))</p></div>
            """
        })
        \(details(say("Hur ska filen se ut?", "What should the file look like?")) { fileInBrief(deliver) })
        <p>\(say("Hade ni inga hushåll i \(name(deliver.month))?", "Had you no households in \(name(deliver.month))?")) \
        \(link(say("Inget att rapportera", "Nothing to report"), .nothingToReport(deliver.month))). \
        \(say("Vill ni inte delta?", "Do you not want to take part?")) \
        \(link(say("Avstå med motivering", "Decline with a reason"), .decline(deliver.month))).\
        \(deliver.collection.form.map { _ in
            """
             \(say("Har ni synpunkter?", "Do you have comments?")) \
            \(link(say("Skriv dem här", "Write them here"), .comments(deliver.month))).
            """ as HTML
        })</p>
        """
    }

    /// Five lines, not ninety-seven pages.
    private func fileInBrief(_ deliver: DeliverPage) -> HTML {
        let collection = deliver.collection
        let templates = collection.tables.map { table in
            """
            <li>\(link(
                say("Mall: \(say(table.title))", "Template: \(say(table.title))"), .template(deliver.month, table.id),
                about: "xlsx", icon: .download))</li>
            """ as HTML
        }
        return """
            <ul>
            <li>\(say(
                "En rad för varje hushåll. Ett hushåll står bara en gång i filen.",
                "A row for each household. A household stands once in the file."))</li>
            <li>\(say(
                "Varje hushåll har ett löpnummer, aldrig ett personnummer.",
                "Each household has a running number, never an identity number."))</li>
            <li>\(say(
                "Mallen har rätt kolumner, och kommun och månad är ifyllda. Egna filer går bra: vi känner igen kolumnerna på rubriken.",
                "The template has the right columns, with municipality and month filled in. Your own files will do: we know the columns by their headers."))</li>
            <li>\(say(
                "Egna kolumner får vara kvar. Vi läser dem inte in.",
                "Columns of your own may stay. We do not take them in."))</li>
            <li>\(say(
                "Saknade nollor, blanksteg och liknande rättar vi själva och talar om det.",
                "Missing zeros, blanks and the like we mend ourselves, and say so."))</li>
            </ul>
            <ul>\(templates)<li>\(link(
                say("Alla kolumner, koder och ett exempel", "All columns, codes and an example"), .fileGuide(deliver.month)))</li></ul>
            """
    }
}
