import Accounts
import Frame
import Hummingbird
import Markup

// Help for those who make reports to committees.

extension ReportPages {
    func addHelp(to routes: some RouterMethods<PortalContext>) {
        routes.get(Path.reportHelp.route) { _, context in
            _ = try await context.reporter(.seeReports)
            return page(context).reportHelp()
        }
    }
}

extension Page {
    fileprivate func reportHelp() -> Document {
        document(
            say("Hjälp om rapporter", "Help with reports"), back: Link(say("Alla rapporter", "All reports"), .reports)
        ) {
            """
            <h2>\(say("Så gör du en rapport", "How to make a report"))</h2>
            <ol>
            \(step("Gå till Rapporter och tryck på Skapa vid månaden. Rapporten börjar från förra rapportens val och texter.",
                "Go to Reports and press Make at the month. The report begins from the last one's choices and texts."))\
            \(step("Läs under Kontroll vad du behöver se över.", "Read under Checks what you need to look at."))\
            \(step("Välj avsnitt och ordning under Innehåll. Ändra rubriker och kommentarer under varje diagram, och tjänsteskrivelsen på sin egen flik.",
                "Choose parts and their order under Contents. Change headings and comments under each diagram, and the memo on its own tab."))\
            \(step("Lås uppgifterna. Då ändras inte siffrorna mer. Texterna kan du fortfarande ändra.",
                "Lock the figures. They then change no more. You can still change the texts."))\
            \(step("Skicka för granskning. De som kan godkänna får ett mejl.",
                "Send for review. Those who can approve get a mail."))\
            \(step("Någon annan än den som skickade läser, och godkänner eller lämnar tillbaka med ett skäl. Du får ett mejl.",
                "Somebody else than the sender reads, and approves or gives back with a reason. You get a mail."))\
            \(step("Publicera. Då kan alla läsa rapporten utan att logga in, och den ändras inte mer.",
                "Publish. Everybody can then read the report without signing in, and it changes no more."))</ol>
            <p>\(say("Du kan hämta rapporten som pdf, webbsida, Powerpoint, Word och Excel när som helst, under Skapa.",
                "You can fetch the report as PDF, web page, PowerPoint, Word and Excel at any time, under Make."))</p>
            <h2>\(say("Vanliga frågor", "Common questions"))</h2>
            \(answer(("Var kommer siffrorna från?", "Where do the figures come from?"), (
                "Ur era verksamhetssystem. Varje månad visas som den var när den först hämtades efter månadens slut. Under varje siffra och diagram står hur den räknas och varifrån den kommer. Alla uttag står på sidan Rapporter.",
                "From your case systems. Each month is shown as it was when it was first extracted after its end. Under each figure and diagram it is said how it is counted and where it comes from. All extracts stand on the page Reports.")))\
            \(answer(("Vad händer när jag låser?", "What happens when I lock?"), (
                "Det som hämtas ur systemen efter låsningen räknas inte i rapporten. Kommer ett nytt uttag som du vill ha med låser du upp. Det går tills rapporten är skickad för granskning.",
                "What is extracted from the systems after the locking does not count in the report. If there is a new extract that you want to include, unlock. That can be done until the report has been sent for review.")))\
            \(answer(("Vem skriver texterna?", "Who writes the texts?"), (
                "Förslagen görs av siffrorna och säger bara vad de visar, aldrig varför. Skriver du en egen text står den i stället, med ditt namn, och följer med till nästa månad. Där är den märkt tills du ändrar den eller säger att den gäller fortfarande.",
                "Proposals are made of the figures and say only what they show, never why. If you write a text of your own it stands instead, with your name, and goes along to the next month. There it is marked until you change it or say that it still holds.")))\
            \(answer(("Vi är två som skriver samtidigt.", "Two of us write at the same time."), (
                "Det går bra. Ändrar ni samma text får den som sparar sist se båda och välja. Vem som har ändrat vad står längst ned på rapportens sida.",
                "That is fine. If you change the same text, whoever saves last sees both and chooses. Who has changed what stands at the foot of the report's page.")))\
            \(answer(("Jag har skickat för tidigt.", "I have sent it too early."), (
                "Tryck på Ta tillbaka och skriv varför. Då kan du ändra texterna och skicka igen.",
                "Press Take back and write why. You can then change the texts and send it again.")))\
            \(answer(("Något är fel i en publicerad rapport.", "Something is wrong in a published report."), (
                "Gör en ny utgåva. Den gamla ligger kvar tills den nya publiceras och är sedan märkt som ersatt. Får den inte läsas alls drar du tillbaka den: då visar adressen bara varför.",
                "Make a new edition. The old one stays until the new one is published and is then marked as replaced. If it must not be read at all, withdraw it: its address then shows only why.")))\
            <h2>\(say("Med tangentbordet", "By keyboard"))</h2>
            <ul>
            \(step("Tabb går till nästa fält, länk eller knapp, Skift och Tabb tillbaka.",
                "Tab goes to the next field, link or button, Shift and Tab back."))\
            \(step("Blanksteg kryssar i en ruta och öppnar det som är hopfällt. Retur i en ruta eller rubrik sparar.",
                "Space ticks a box and opens what is folded. Enter in a box or a heading saves."))\
            \(step("Flytta avsnitt med knapparna Flytta upp och Flytta ned vid varje avsnitt.",
                "Move parts with the buttons Move up and Move down at each part."))</ul>
            <p>\(link(say("Ordlista", "Word list"), .glossary)) · \
            \(link(say("Hjälp med att lämna uppgifter", "Help with delivering"), .help)) · \
            \(link(say("Kontakt", "Contact"), .contact))</p>
            """
        }
    }

    private func step(_ sv: String, _ en: String) -> HTML { "<li>\(say(sv, en))</li>\n" }

    private func answer(_ question: (String, String), _ answer: (String, String)) -> HTML {
        details(say(question.0, question.1)) { "<p>\(say(answer.0, answer.1))</p>" }
    }
}
