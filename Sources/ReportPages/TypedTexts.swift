import Frame
import Reporting
import Vocabulary
import Web

/// What somebody typed that was not kept, and why.
struct TypedTexts {
    var texts: [TextPlace: String] = [:]
    var errors = FormErrors()
    /// That somebody else has changed the report meanwhile.
    var conflict: ReportStep?

    /// The word for the memo, where a form says what it is about.
    static let memo = "tjansteskrivelse"

    /// Nothing.
    init() {}

    /// What was typed in `form`, which the desk refused; `nil` when typing it again would not help.
    init?(_ form: Form, _ refusal: DeskRefusal, _ page: Page) {
        for field in form.fields {
            if let place = TextPlace(name: field.name) { texts[place] = field.value }
        }
        switch refusal {
        case .changedMeanwhile(let step): conflict = step
        case .identityNumber(in: .place(let place)):
            texts[place] = nil
            errors.add(place.name, page.fault(refusal) ?? "")
        case .textTooLong(.place(let place), _, _): errors.add(place.name, page.fault(refusal) ?? "")
        default: return nil
        }
    }
}

extension ReportChoices {
    /// The field that holds what was shown at a place, where it was proposed.
    static func shown(_ place: TextPlace) -> String { "visad-" + place.name }

    /// Takes over what was written in a form, and what its button did besides.
    mutating func write(_ form: Form, into workspace: Workspace, by author: String) {
        let (places, month) = (workspace.places, workspace.work.identity.month)
        for field in form.fields {
            guard let place = TextPlace(name: field.name), let written = places[place] else { continue }
            let text = field.value.replacing("\r\n", with: "\n")
            // A proposal that was left as it was shown is nobody's text, even if the figures have changed since.
            if text == form[Self.shown(place)]?.replacing("\r\n", with: "\n") { continue }
            write(text, at: place, instead: written.proposal, by: author, in: month)
        }
        let words = (form["gor"] ?? "").split(separator: ":", maxSplits: 1)
        guard let word = words.first, let place = words.last.flatMap({ TextPlace(name: $0) }) else { return }
        switch word {
        case "forslag": texts[place] = nil
        case "behall": keep(place, by: author, in: month)
        default: break
        }
    }
}
