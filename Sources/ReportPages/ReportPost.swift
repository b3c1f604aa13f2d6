public import Accounts
public import Definitions
public import Foundation
import Frame
import Outbox
public import Reporting
public import Storage
import Vocabulary
public import Web

/// The mails about reports, queued in the transaction of the act they tell of. Nobody is told of what they did themselves.
///
/// A mail says what has happened, what to do and where. What people have written stands on the page, not in the mail.
public struct ReportPost: Sendable {
    let origin: Origin
    let library: DefinitionLibrary
    let now: @Sendable () -> Date

    /// The mails of a portal at `origin`, which sends mail by the clock `now`.
    public init(origin: Origin, library: DefinitionLibrary, now: @escaping @Sendable () -> Date) {
        self.origin = origin
        self.library = library
        self.now = now
    }

    /// Tells those who may approve a report that it has been sent for review, and its sender what others did with it then;
    /// when the sender has left, those who may approve it.
    public func tell(_ taken: TakenAct, _ transaction: any Transaction) throws {
        let identity = taken.work.identity
        let people = try transaction.people(of: .municipality(identity.municipality), who: .seeReports)
            .filter { ReportPerson($0).id != taken.person.id }
        let approvers = people.filter {
            AccessPolicy.may(.person($0), .approveReport, of: .municipality(identity.municipality))
        }
        let isOwn = taken.person.id == taken.work.sent?.sender
        let sender = people.filter { ReportPerson($0).id == taken.work.sent?.sender }
        // Somebody must hear of it also when the sender has left.
        let concerned = isOwn || !sender.isEmpty ? sender : approvers
        let title = try library.report(identity.kind).title
        let (by, work) = (taken.person.name, ReportPlace(identity).path)
        let mail: (reason: String, subject: Localized, text: Localized, path: Path, to: [Person])? =
            switch taken.act {
            case .send:
                (
                    "report-review", Localized(sv: "Att granska", en: "To review"),
                    Localized(
                        sv: "\(by) har skickat rapporten för granskning. Läs den, och godkänn eller lämna tillbaka:",
                        en: "\(by) has sent the report for review. Read it, and approve it or give it back:"),
                    work, approvers
                )
            case .giveBack:
                (
                    "report-returned", Localized(sv: "Återlämnad", en: "Given back"),
                    Localized(
                        sv: "\(by) har lämnat tillbaka rapporten och skrivit varför. Läs, ändra och skicka den igen:",
                        en:
                            "\(by) has given the report back and written why. Read it, change the report and send it again:"
                    ),
                    work, concerned
                )
            case .approve:
                (
                    "report-approved", Localized(sv: "Godkänd", en: "Approved"),
                    Localized(
                        sv: "\(by) har godkänt rapporten. Den kan publiceras här:",
                        en: "\(by) has approved the report. It can be published here:"), work,
                    concerned
                )
            case .publish:
                (
                    "report-published", Localized(sv: "Publicerad", en: "Published"),
                    Localized(
                        sv: "\(by) har publicerat rapporten. Alla kan läsa den här:",
                        en: "\(by) has published the report. Everybody can read it here:"),
                    .published(identity), sender
                )
            case .lock, .unlock, .withdraw, .revise: nil
            }
        guard let mail else { return }
        for person in mail.to {
            let language = person.language
            let matter =
                "\(title[language].lowercased()) \(identity.month.fullName(language)), \(identity.municipality.name)"
            let greeting = Localized(sv: "Hej!", en: "Hello!")[language]
            try transaction.queue(
                Mail(
                    to: person.email, subject: "\(mail.subject[language]): \(matter)",
                    text: """
                        \(greeting)

                        \(mail.text[language])
                        \(origin)\(mail.path.text)

                        --\u{20}
                        \(Page.serviceName[language])
                        \(origin)

                        """,
                    reason: mail.reason), at: now())
        }
    }
}

extension ReportPerson {
    /// A person as the desk knows it.
    public init(_ person: Person) {
        self.init(id: "person \(person.id)", name: person.displayName, actor: person.actor)
    }
}
