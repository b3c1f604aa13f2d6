import AccessLog
import Accounts
import Definitions
import Foundation
import Frame
import Markup
import Vocabulary

extension Page {
    /// The log, newest first.
    func log(_ choice: LogChoice, _ events: [Event], _ list: PageOfList) -> Document {
        document(
            say("Händelser", "Events"),
            over: choice.organisation.map { name(of: $0) } ?? say("Alla organisationer", "All organisations"),
            back: choice.home.map { Link(name(of: $0.organisation), $0.path) }
        ) {
            """
            <p>\(choice.isOfAll
                ? say("Vem som har sett och gjort vad.", "Who has seen and done what.")
                : choice.organisation == .authority
                    ? say(
                        "Vem som har gjort vad på myndigheten. Det som gäller en kommuns uppgifter ser kommunen i sin egen lista.",
                        "Who has done what at the authority. What is about a municipality's data is in that municipality's own list."
                    )
                    : say(
                        "Vem som har sett och gjort vad med era uppgifter, hos er och hos myndigheten.",
                        "Who has seen and done what with your data, with you and at the authority."))\
            \(choice.isOfAll ? " " + link(say("Granska loggen", "Review the log"), .logReview) : nil)</p>
            \(filterForm(say("Välj händelser", "Choose events")) {
                """
                \(choice.isOfAll ? organisations(choice.organisation) : nil)\
                \(select(
                    "vad", say("Vad", "What"),
                    [Option("", say("Allt", "Everything"))] + LogGroup.allCases.map { Option($0.rawValue, say($0.title)) },
                    selected: choice.group?.rawValue))\
                \(choice.people.isEmpty ? nil : who(choice))\
                \(field("fran", say("Från och med", "From"), .date, value: choice.from?.iso, isShort: true))\
                \(field("till", say("Till och med", "To"), .date, value: choice.until?.iso, isShort: true))\
                \(button(say("Visa", "Show"), .secondary))
                """
            })\
            \(table(
                say("Händelser, de senaste först", "Events, the latest first"), events,
                [
                    Column(say("När", "When"), .rowHeader) { "<span class=\"nowrap\">\(self.short($0))</span>" },
                    Column(say("Vem", "Who")) { "\($0.actor)" },
                    Column(say("Vad", "What")) { "\(self.say($0.act.title))" },
                    choice.organisation == nil
                        ? Column(say("Organisation", "Organisation")) { event in
                            "\(event.organisation.municipality?.name ?? self.say("Myndigheten", "The authority"))"
                        } : nil,
                    Column(say("Vad det gällde", "About what")) { "\(self.subject(of: $0))" },
                ].compactMap { $0 }, empty: say("Det finns inga sådana händelser.", "There are no such events.")))\
            \(pager(list, things: say("händelser", "events")))
            """
        }
    }

    private func organisations(_ chosen: Organisation?) -> HTML {
        let all =
            [Organisation.authority] + Municipality.all.sorted { $0.name < $1.name }.map(Organisation.municipality)
        return select(
            "organisation", say("Organisation", "Organisation"),
            [Option("", say("Alla", "All"))]
                + all.map { Option($0.code, $0.municipality?.name ?? say("Myndigheten", "The authority")) },
            selected: chosen?.code)
    }

    private func who(_ choice: LogChoice) -> HTML {
        select(
            "person", say("Vem", "Who"),
            [Option("", say("Alla", "Everybody"))]
                + choice.people.map { Option(String($0.id), $0.displayName) },
            selected: choice.person.map(String.init))
    }

    private func short(_ event: Event) -> String {
        SwedishTime(event.at).short
    }

    /// What the line says it was done to; of a refusal, what was refused.
    func subject(of event: Event) -> String {
        switch event.act {
        case .refused: Permission(rawValue: event.subject).map { say($0.title) } ?? event.subject
        case .asked, .answered: say("Fråga \(event.subject)", "Question \(event.subject)")
        default: event.subject == event.actor ? say("Det egna kontot", "The own account") : event.subject
        }
    }
}

extension Permission {
    /// What may not be done, in a line of the log.
    var title: Localized {
        switch self {
        case .check: Localized(sv: "kontrollera filer", en: "check files")
        case .deliver: Localized(sv: "lämna in", en: "deliver")
        case .withdraw: Localized(sv: "återkalla leveranser", en: "withdraw deliveries")
        case .decline: Localized(sv: "avstå", en: "decline")
        case .comment: Localized(sv: "lämna synpunkter", en: "comment")
        case .ask: Localized(sv: "ställa frågor", en: "ask questions")
        case .seeDeliveries: Localized(sv: "se leveranser", en: "see deliveries")
        case .seeDrafts: Localized(sv: "se utkast", en: "see drafts")
        case .seeRows: Localized(sv: "se rader", en: "see rows")
        case .fetchFile: Localized(sv: "hämta filer", en: "fetch files")
        case .seeReports: Localized(sv: "se rapporter", en: "see reports")
        case .writeReport: Localized(sv: "skriva rapporter", en: "write reports")
        case .approveReport: Localized(sv: "godkänna rapporter", en: "approve reports")
        case .publishReport: Localized(sv: "publicera rapporter", en: "publish reports")
        case .oversee: Localized(sv: "följa insamlingen", en: "follow the collection")
        case .remind: Localized(sv: "påminna", en: "remind")
        case .extend: Localized(sv: "ge anstånd", en: "give more time")
        case .plan: Localized(sv: "planera insamlingen", en: "plan the collection")
        case .review: Localized(sv: "granska", en: "review")
        case .export: Localized(sv: "göra uttag", en: "export")
        case .answer: Localized(sv: "svara på frågor", en: "answer questions")
        case .previewRules: Localized(sv: "pröva regeländringar", en: "try changes of rules")
        case .publish: Localized(sv: "publicera", en: "publish")
        case .managePeople: Localized(sv: "hantera personer", en: "manage people")
        case .changeDomains: Localized(sv: "ändra e-postdomäner", en: "change mail domains")
        case .makeKeys: Localized(sv: "skapa API-nycklar", en: "make API keys")
        case .revokeKeys: Localized(sv: "se och spärra API-nycklar", en: "see and revoke API keys")
        case .seeLog: Localized(sv: "läsa händelser", en: "read the log")
        case .reviewLog: Localized(sv: "granska loggen", en: "review the log")
        }
    }
}
