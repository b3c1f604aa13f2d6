import Frame
import Reporting
import Vocabulary
import Web

/// What somebody typed in a form of texts, set against what is kept by now.
struct TypedTexts {
    /// What was typed where something was changed.
    var texts: [TextPlace: String] = [:]
    var errors = FormErrors()
    /// Where somebody else has changed the same text since the form was read.
    var conflicts: Set<TextPlace> = []

    /// The word for the memo, where a form says what it is about.
    static let memo = "tjansteskrivelse"
    /// The word for the text that is kept, where it is asked which of two is to stand.
    static let kept = "sparad"

    /// Nothing.
    init() {}

    /// What `form` changes of what `workspace` shows. A field that was left as it was shown changes nothing, even if
    /// somebody else, or the figures, have changed what stands there since.
    init(_ form: Form, in workspace: Workspace, _ page: Page) {
        let places = workspace.places
        let proposed = form.place("forslag")
        for field in form.fields {
            guard let place = TextPlace(name: field.name), let written = places[place],
                form[Self.choice(place)] != Self.kept
            else { continue }
            let (typed, shown) = (field.value.plainLines, form[Self.shown(place)]?.plainLines)
            let text = place == proposed ? written.proposal : typed
            if text == shown || text == written.text { continue }
            if IdentityNumber.looksLikeOne(in: text) {
                errors.add(place.name, page.fault(.identityNumber(in: .place(place))) ?? "")
                continue
            }
            texts[place] = text
            if form.revision != workspace.work.revision, shown != written.text { conflicts.insert(place) }
        }
    }

    /// The field that holds what was shown at a place.
    static func shown(_ place: TextPlace) -> String { "visad-" + place.name }
    /// The field that says which of two texts is to stand at a place.
    static func choice(_ place: TextPlace) -> String { "valj-" + place.name }

    /// Whether all of it can be kept.
    var isPlain: Bool { errors.isEmpty && conflicts.isEmpty }

    /// Adds what the desk refused of them; whether that is something to mend in a field.
    mutating func add(_ refusal: DeskRefusal, _ page: Page) -> Bool {
        switch refusal {
        case .identityNumber(in: .place(let place)): texts[place] = nil
        case .textTooLong: break
        default: return false
        }
        guard let place = refusal.place, let fault = page.fault(refusal) else { return false }
        errors.add(place.name, fault)
        return true
    }
}

extension DeskRefusal {
    /// Where the text stands that it is about.
    fileprivate var place: TextPlace? {
        switch self {
        case .identityNumber(in: .place(let place)), .textTooLong(.place(let place), _, _): place
        default: nil
        }
    }
}

extension ReportChoices {
    /// Takes over what was typed, and that a kept text still holds.
    mutating func take(_ typed: TypedTexts, _ form: Form, in workspace: Workspace, by author: String) {
        let (places, month) = (workspace.places, workspace.work.identity.month)
        for (place, text) in typed.texts {
            write(text, at: place, instead: places[place]?.proposal ?? "", by: author, in: month)
        }
        if let place = form.place("behall") { keep(place, in: month) }
    }
}

extension Form {
    /// The place of a button that was pressed, "behall:arende", when it is called `word`.
    fileprivate func place(_ word: String) -> TextPlace? {
        guard let pressed = self["gor"], pressed.hasPrefix(word + ":") else { return nil }
        return TextPlace(name: pressed.dropFirst(word.count + 1))
    }
}

extension String {
    /// With line ends of one kind, whatever the browser sent.
    fileprivate var plainLines: String { replacing("\r\n", with: "\n") }
}
