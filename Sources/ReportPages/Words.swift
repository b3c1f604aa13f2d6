import Frame
import Reporting
import Vocabulary

extension Tag {
    /// How far a report has come.
    init(_ state: ReportState) {
        self =
            switch state {
            case .draft: .draft
            case .locked: Tag(Localized(sv: "Utkast, låst", en: "Draft, locked"), .file, .plain)
            case .inReview: Tag(Localized(sv: "Klar för granskning", en: "Ready for review"), .clock, .info)
            case .approved: .approved
            case .published: Tag(Localized(sv: "Publicerad", en: "Published"), .tick, .ok)
            case .withdrawn: .withdrawn
            }
    }
}

extension Page {
    /// "Nämndrapport augusti 2023".
    func reportName(_ title: Localized, _ month: Month) -> String { "\(say(title)) \(month.fullName(language))" }

    /// "Augusti 2023".
    func capitalMonth(_ month: Month) -> String {
        let name = month.fullName(language)
        return name.prefix(1).uppercased() + name.dropFirst()
    }

    /// What was done with a report, in its history.
    func report(_ act: String) -> String {
        switch act {
        case "begin": say("började på rapporten", "began the report")
        case "write": say("ändrade i rapporten", "changed the report")
        case "lock": say("låste uppgifterna", "locked the figures")
        case "unlock": say("låste upp uppgifterna", "unlocked the figures")
        case "send": say("skickade för granskning", "sent it for review")
        case "approve": say("godkände", "approved it")
        case "give-back": say("lämnade tillbaka", "gave it back")
        case "publish": say("publicerade", "published it")
        case "withdraw": say("drog tillbaka", "withdrew it")
        default: say("började på en ny utgåva", "began a new edition")
        }
    }

    /// Where a text stands: "Barn i hushållen, rubrik".
    func name(_ place: TextPlace, in workspace: Workspace) -> String {
        let of = { (id: String) in workspace.whole.diagrams.first { $0.id == id }?.title ?? id }
        let area = { (id: String) in workspace.report.memo.areas.first { $0.id == id }?.heading ?? id }
        let memo = say("Tjänsteskrivelsen", "The memo")
        return switch place {
        case .headline(let diagram): "\(of(diagram)), \(say("rubrik", "heading"))"
        case .comment(let diagram): "\(of(diagram)), \(say("kommentar", "comment"))"
        case .committee: "\(memo), \(say("nämndens namn", "the committee's name"))"
        case .proposal: "\(memo), \(say("förslag till beslut", "proposed decision"))"
        case .matter: "\(memo), \(say("ärende", "the matter"))"
        case .introduction(let id): "\(memo), \(say("inledning till", "introduction to")) \(area(id))"
        case .summary(let id): "\(memo), \(say("sammanfattning i", "summary in")) \(area(id))"
        }
    }

    /// What the desk refused, for whoever asked.
    func refused(_ refusal: DeskRefusal) -> Localized {
        switch refusal {
        case .changedMeanwhile(let step):
            Localized(
                sv: "\(step.by) ändrade rapporten \(clock(step.at)). Gå tillbaka, ladda om sidan och gör om.",
                en: "\(step.by) changed the report \(clock(step.at)). Go back, reload the page and try again.")
        case .wrongState:
            Localized(
                sv: "Rapporten har redan gått vidare. Gå tillbaka och ladda om sidan.",
                en: "The report has already been moved on. Go back and reload the page.")
        case .ownReport:
            Localized(
                sv: "Du skickade rapporten. Någon annan än du godkänner den.",
                en: "You sent the report. Somebody else approves it.")
        case .notBegun, .noForms, .notPublished:
            Localized(sv: "Rapporten finns inte.", en: "There is no such report.")
        case .blank, .identityNumber, .textTooLong:
            Localized(sv: "Texten går inte att spara.", en: "The text cannot be saved.")
        }
    }

    /// What to mend in a text.
    func fault(_ refusal: DeskRefusal) -> String? {
        switch refusal {
        case .blank: say("Skriv varför.", "Write why.")
        case .identityNumber:
            say(
                "Det ser ut som ett personnummer i texten. Skriv utan uppgifter om enskilda.",
                "There seems to be an identity number in the text. Write without data about individuals.")
        case .textTooLong(_, let length, let limit):
            say(
                "Texten är \(number(length)) tecken. Korta den till högst \(number(limit)).",
                "The text is \(number(length)) characters. Shorten it to at most \(number(limit)).")
        default: nil
        }
    }
}
