import Accounts
import Frame
import Hummingbird
import Markup
import Outbox
import Vocabulary
import Web

// What else the authority keeps, and mail that did not reach anybody.

extension AuthorityPages {
    func addRegistry(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.registry.route) { _, context in
            try await context.require(.seeLog, of: .authority)
            return context.page.registry { context.may($0, of: .authority) }
        }
        routes.get(Path.failedMail.route) { _, context in
            try await context.require(.seeLog, of: .authority)
            return context.page.failedMail(try await house.outbox.records(.failed).filter(\.isMissed))
        }
    }
}

extension Page {
    /// Links to what the reader may see.
    func registry(_ may: (Permission) -> Bool) -> Document {
        let entries: [(title: Localized, about: Localized, path: Path, permission: Permission)] = [
            (
                Localized(sv: "Uppgiftsskyldighet", en: "Obligations"),
                Localized(
                    sv: "Vilka kommuner som ska lämna, från när och till när.",
                    en: "Which municipalities owe figures, from when and to when."), .obligations, .oversee
            ),
            (
                Localized(sv: "Uttag", en: "Exports"),
                Localized(
                    sv: "Det som har kommit in för en månad, som paket med kontrollsummor.",
                    en: "What came in for a month, as a package with checksums."), .exports, .export
            ),
            (
                Localized(sv: "Uppgiftslämnarbörda", en: "Response burden"),
                Localized(
                    sv: "Försök och tid fram till godkänt, och vilka fel som är vanligast.",
                    en: "Attempts and time until approval, and which errors are most common."), .burden, .oversee
            ),
            (
                Localized(sv: "Synpunkter", en: "Comments"),
                Localized(
                    sv: "Vad kommunerna tycker om insamlingen, samlat efter ämne.",
                    en: "What municipalities think of the collection, by subject."), .compiledComments, .oversee
            ),
            (
                Localized(sv: "Pröva en ändring", en: "Try a change"),
                Localized(
                    sv: "Vad en ändrad regel skulle ha sagt om det som redan är lämnat.",
                    en: "What a changed rule would have said of what is delivered already."), .preview, .previewRules
            ),
            (
                Localized(sv: "Användare", en: "Users"),
                Localized(
                    sv: "Organisationer, personer, roller och kontaktpersoner.",
                    en: "Organisations, people, roles and contact persons."), .people, .managePeople
            ),
            (
                Localized(sv: "Händelser", en: "Events"),
                Localized(
                    sv: "Vem som har sett och gjort vad.", en: "Who has seen and done what."), .log, .seeLog
            ),
            (
                Localized(sv: "Mejl som inte gick fram", en: "Mail that did not arrive"),
                Localized(
                    sv: "Till vem, om vad och varför.", en: "To whom, about what and why."), .failedMail, .seeLog
            ),
        ]
        return document(say("Register", "Registry")) {
            tasks(
                entries.filter { may($0.permission) }.map {
                    TaskItem(say($0.title), $0.path, hint: say($0.about))
                })
        }
    }

    func failedMail(_ mails: [MailRecord]) -> Document {
        let list = PageOfList(of: mails.count, path)
        return document(
            say("Mejl som inte gick fram", "Mail that did not arrive"),
            crumbs: [Link(say("Register", "Registry"), .registry)]
        ) {
            """
            <p>\(say(
                "Kontrollera adressen och hör av dig på annat sätt. Påminnelser och svar finns kvar på sidorna.",
                "Check the address and get in touch in another way. Reminders and answers remain on the pages."))</p>
            \(table(
                say("Mejl, det nyaste först", "Mail, the newest first"), Array(mails[list.range]),
                [
                    Column(say("Till", "To"), .rowHeader) { "\($0.to)" },
                    Column(say("Ämne", "Subject")) { "\($0.subject)" },
                    Column(say("Skrevs", "Written")) { "\(self.time($0.queuedAt))" },
                    Column(say("Gavs upp", "Given up")) { "\($0.finishedAt.map { self.time($0) } ?? "–")" },
                    Column(say("Försök", "Tries"), .number) { "\(self.number($0.tries))" },
                    Column(say("Varför", "Why")) { "\(self.say($0.reasonWords))" },
                ], isCaptionUnseen: true, empty: say("Alla mejl har gått fram.", "All mail has arrived.")))\
            \(pager(list, things: say("mejl", "mails")))
            """
        }
    }
}

extension MailRecord {
    /// What came in the way, with the server's own word for whoever looks into it.
    fileprivate var reasonWords: Localized {
        guard let problem else { return Localized(sv: "Okänt", en: "Unknown") }
        if problem == "expired" {
            return Localized(
                sv: "Det gick inte att skicka medan det var till nytta.",
                en: "It could not be sent while it was of use.")
        }
        if problem.hasPrefix("5") {
            return Localized(
                sv: "Mottagarens server tar inte emot det (\(problem)).",
                en: "The recipient's server does not take it (\(problem)).")
        }
        return Localized(sv: "Det gick inte att skicka (\(problem)).", en: "It could not be sent (\(problem)).")
    }
}
