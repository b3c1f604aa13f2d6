import AccessLog
import Accounts
import Definitions
import Foundation
import Frame
import Hummingbird
import Review
import Secrets
import Vocabulary
import Web

/// The pages where free texts are placed in the model: all of them, each of them, and what that makes of the counts.
struct RecodePages {
    let house: House
    let memory: ReviewMemory

    func add(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.recode.route, use: texts)
        routes.get(Path.recode(":text").route, use: text)
        routes.post(Path.recode(":text").route, use: decide)
        routes.post(Path.recode(":text").acceptance.route, use: accept)
        routes.post(Path.recode(":text").undoing.route, use: undo)
        addCounts(to: routes)
    }

    private func texts(_ request: Request, _ context: PortalContext) async throws -> Document {
        let person = try await context.require(.review, of: .authority)
        let collection = try house.chosenCollection(context.path)
        let groups = try await memory.freeTexts(in: collection, at: context.now)
        try await log(person, collection, context)
        return context.page.recode(
            RecodeList(
                collections: house.collections, collection: collection, all: groups,
                choice: context.path[RecodeList.choice].flatMap(RecodeList.Choice.init) ?? .undecided,
                done: groups.first { $0.key == context.path[ReviewWord.done] }))
    }

    private func text(_ request: Request, _ context: PortalContext) async throws -> Document {
        let person = try await context.require(.review, of: .authority)
        let chosen = try await chosenText(context)
        try await log(person, chosen.collection, context)
        return context.page.recodeText(chosen)
    }

    private func decide(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.review, of: .authority)
        let chosen = try await chosenText(context)
        let form = try await Form.read(request)
        let reason = form[RecodeField.reason] ?? ""
        guard let target = form[RecodeField.target].flatMap(Recoding.Target.init(word:)) else {
            let error = context.page.say("Välj var texten hör hemma.", "Choose where the text belongs.")
            return context.page.recodeText(chosen, reason: reason, errors: FormErrors(RecodeField.target, error))
                .response
        }
        do throws(ReviewError) {
            try await keep(target, chosen, reason: reason, person, context)
        } catch {
            guard let words = error.reasonWords else { throw error }
            return context.page.recodeText(
                chosen, target: target, reason: reason,
                errors: FormErrors(RecodeField.reason, context.page.say(words))
            ).response
        }
        return back(to: chosen, context)
    }

    /// What is suggested, in one click.
    private func accept(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.review, of: .authority)
        let chosen = try await chosenText(context)
        guard let target = chosen.group.suggestion else { throw PageError.notFound }
        guard chosen.group.recoding == nil else {
            throw PageError.outdated(
                Localized(
                    sv: "Någon har redan beslutat om texten. Gå tillbaka och ladda om sidan.",
                    en: "Somebody has decided on the text already. Go back and reload the page."))
        }
        try await keep(target, chosen, reason: "", person, context)
        return back(to: chosen, context)
    }

    private func undo(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.review, of: .authority)
        let chosen = try await chosenText(context)
        // Undone twice is undone.
        if chosen.group.recoding != nil {
            try await house.review.undoRecoding(
                chosen.group.wording, of: chosen.group.table, in: chosen.collection, by: person.actor, at: context.now)
            memory.forget()
        }
        return back(to: chosen, context)
    }

    private func keep(
        _ target: Recoding.Target, _ chosen: RecodeText, reason: String, _ person: Person, _ context: PortalContext
    ) async throws(ReviewError) {
        try await house.review.recode(
            chosen.group.wording, of: chosen.group.table, in: chosen.collection, to: target, reason: reason,
            by: person.actor, at: context.now)
        memory.forget()
    }

    /// To the part of the list that was left.
    private func back(to chosen: RecodeText, _ context: PortalContext) -> Response {
        let list = context.path.items.reduce(Path.recode) { $0.with($1.name, $1.value) }
        return .see(list.with(ReviewWord.done, chosen.group.key).text)
    }

    /// The text in the address, as it stands now.
    private func chosenText(_ context: PortalContext) async throws -> RecodeText {
        let key = try context.parameter("text")
        let collection = try house.chosenCollection(context.path)
        let groups = try await memory.freeTexts(in: collection, at: context.now)
        guard let group = groups.first(where: { $0.key == key }), let table = collection.table(group.table) else {
            throw PageError.notFound
        }
        return RecodeText(
            collection: collection, table: table, group: group,
            history: try await house.review.recodingHistory(group.wording, of: table.id, collection: collection.id))
    }

    /// That free texts, which are out of people's rows, were seen.
    private func log(_ person: Person, _ collection: Definitions.Collection, _ context: PortalContext) async throws {
        try await house.log.add(
            Event(
                at: context.now, actor: person.actor, organisation: .authority, act: .sawFindings,
                subject: "\(collection.id) fritexter"))
    }
}

/// What the list of free texts shows.
struct RecodeList {
    /// Which of them are asked for.
    enum Choice: String, CaseIterable {
        case undecided = "obeslutade"
        case decided = "beslutade"
        case all = "alla"
    }

    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    let all: [FreeTextGroup]
    let choice: Choice
    /// What has just been decided on.
    let done: FreeTextGroup?

    static let choice = "visa"

    func shown(_ choice: Choice) -> [FreeTextGroup] {
        switch choice {
        case .undecided: all.filter { $0.recoding == nil }
        case .decided: all.filter { $0.recoding != nil }
        case .all: all
        }
    }
}

/// What the page of a free text shows.
struct RecodeText {
    let collection: Definitions.Collection
    let table: Definitions.Table
    let group: FreeTextGroup
    /// Every decision, oldest first.
    let history: [Recoding]
}

/// The fields of the form that decides.
enum RecodeField {
    static let target = "mal"
    static let reason = "skal"
}

extension FreeTextGroup {
    /// What addresses call it: the text itself is out of somebody's rows, and has no place in an address.
    var key: String { String(Digest.hexadecimal("\(table)\n\(wording)").prefix(16)) }
}

extension Recoding.Target {
    /// As forms have it.
    var word: String {
        switch self {
        case .code(let code): "kod-\(code)"
        case .stays: "kvar"
        case .outsideModel: "utanfor"
        }
    }

    init?(word: String) {
        switch word {
        case Self.stays.word: self = .stays
        case Self.outsideModel.word: self = .outsideModel
        default:
            guard word.hasPrefix("kod-"), let code = Int(word.dropFirst("kod-".count)) else { return nil }
            self = .code(code)
        }
    }
}

extension ReviewError {
    /// What is to be mended in the reason that was given; `nil` for what no form can mend.
    var reasonWords: Localized? {
        switch self {
        case .identityNumber:
            Localized(
                sv: "Det ser ut som ett personnummer. Skriv utan personuppgifter.",
                en: "That looks like an identity number. Write without personal data.")
        case .textTooLong(_, let length, let limit):
            Localized(
                sv: "Motiveringen är \(length) tecken. Korta den till högst \(limit).",
                en: "The reason has \(length) characters. Shorten it to at most \(limit).")
        default: nil
        }
    }
}
