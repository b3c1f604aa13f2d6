import Accounts
import Definitions
import Frame
import Hummingbird
import Markup
import Vocabulary

// Help for those who deliver.

extension MunicipalityPages {
    func addHelp(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.help.route) { _, context in
            let desk = try await context.desk(.seeDeliveries)
            return context.page.help(house.collections, Rights(context, desk))
        }
    }
}

extension Page {
    fileprivate func help(_ collections: [Definitions.Collection], _ may: Rights) -> Document {
        document(say("Hjälp", "Help")) {
            """
            <h2>\(say("Så lämnar du uppgifter", "How to deliver"))</h2>
            <ol>
            <li>\(say("Gå till", "Go to")) \(may.deliver ? link(say("Lämna uppgifter", "Deliver"), .deliver) : "\(say("Lämna uppgifter", "Deliver"))") \(say("och välj filen.", "and choose the file."))</li>
            <li>\(say("Tryck på Kontrollera filen. Inget lämnas in än.", "Press Check the file. Nothing is delivered yet."))</li>
            <li>\(say(
                "Är något fel talar vi om var, vad och hur du rättar. Rätta i filen och ladda upp den igen, eller rätta på sidan om det är få fel.",
                "If something is wrong we say where, what and how to correct it. Correct the file and upload it again, or correct on the page if the errors are few."))</li>
            <li>\(say("Svara på frågorna om varningar, om det finns några.", "Answer the questions about warnings, if there are any."))</li>
            <li>\(say("Tryck på Lämna in uppgifterna. Du får ett kvitto på sidan och med e-post.", "Press Deliver the figures. You get a receipt on the page and by e-mail."))</li>
            </ol>
            <ul>
            \(may.check ? "<li>\(link(say("Testa en fil utan att lämna in", "Try a file without delivering"), .tryFile))</li>\n" : nil)\
            <li>\(link(say("Frågor till myndigheten", "Questions to the authority"), .ourQuestions))</li>
            <li>\(link(say("Rapporter till nämnden", "Reports to the committee"), .reportHelp))</li>
            <li>\(link(say("Ordlista", "Word list"), .glossary))</li>
            </ul>
            \(collections.map { collection($0, may) })
            <h2>\(say("Vanliga frågor", "Common questions"))</h2>
            \(answer(say("Jag har lämnat fel uppgifter. Vad gör jag?", "I have delivered wrong figures. What do I do?"), say(
                "Lämna en ny fil för samma månad. Den ersätter det du lämnade. Skicka hela filen igen, inte bara de rättade raderna.",
                "Deliver a new file for the same month. It replaces what you delivered. Send the whole file again, not only the corrected rows.")))\(answer(say("Vi hinner inte till sista dagen.", "We cannot make the last day."), say(
                "Lämna hellre sent än inte alls. Behöver ni mer tid ställer du en fråga om anstånd.",
                "Better late than never. If you need more time, ask for it in a question.")))\(answer(say("Vad händer om jag stänger sidan?", "What happens if I close the page?"), say(
                "Filen och det du har rättat och svarat finns kvar. Du hittar dem på startsidan.",
                "The file and what you have corrected and answered are kept. You find them on the start page.")))\(answer(say("Vem ser det vi lämnar?", "Who sees what we deliver?"), say(
                "Ni själva och de som granskar på myndigheten. Det ni laddar upp men inte lämnar in ser bara ni.",
                "Yourselves and those who review at the authority. What you upload but do not deliver is seen by you only.")))
            """
        }
    }

    private func answer(_ question: String, _ answer: String) -> HTML { details(question) { "<p>\(answer)</p>" } }

    private func collection(_ collection: Definitions.Collection, _ may: Rights) -> HTML {
        """
        <h2>\(say(collection.title))</h2>
        <p>\(say(collection.description))</p>
        \(table(
            say("När uppgifterna ska lämnas", "When to deliver"), collection.calendar.periods,
            [
                Column(say("Månad", "Month"), .rowHeader) { "\(capital($0.month))" },
                Column(say("Öppnar", "Opens")) { "\(Day(iso: $0.opens).map { date($0) } ?? $0.opens)" },
                Column(say("Sista dag", "Last day")) { "\(Day(iso: $0.due).map { date($0) } ?? $0.due)" },
                Column(say("Filen", "The file")) { period in
                    link(say("Kolumner och koder", "Columns and codes"), .fileGuide(period.month), about: fullName(period.month))
                },
            ], empty: ""))
        <ul>\(may.comment && collection.form != nil ? collection.calendar.periods.last.map { period in
            "<li>\(link(say("Lämna synpunkter", "Comment"), .comments(period.month)))</li>\n" as HTML
        } : nil)\(may.decline ? collection.calendar.periods.last.map { period in
            "<li>\(link(say("Avstå med motivering", "Decline with a reason"), .decline(period.month)))</li>\n" as HTML
        } : nil)\(collection.contact.map { person in
            "<li>\(say("Kontakt", "Contact")): \(contact(person))</li>\n" as HTML
        })</ul>
        """
    }
}
