import Definitions
import Vocabulary

/// Says facts about one figure in plain words.
///
/// The subject is a phrase in the definite form and the singular ("antalet hushåll med insats"), so that the words around
/// it need no inflection but the pronoun's; comparatives have the same form for every gender and number.
struct FactSentences: Sendable {
    let subject: Localized
    let unit: IndicatorUnit
    let language: Language

    private var form: FigureForm { FigureForm(unit, language) }

    /// One sentence, or two; `nil` for what says nothing by itself.
    func sentence(_ fact: Fact) -> String? { language == .sv ? swedish(fact) : english(fact) }

    /// All of them.
    func sentences(_ facts: [Fact]) -> [String] { facts.compactMap(sentence) }

    private func swedish(_ fact: Fact) -> String? {
        let noun = swedishNoun
        switch fact {
        case .level(let value, let month, let change):
            let level = "\(subject.sv.capitalised) var \(form.inWords(value)) i \(month.fullName(.sv))"
            return level + (change.map { ", " + compared($0) + " i \(month.yearBefore.fullName(.sv))" } ?? "") + "."
        case .missing(let month, let reason):
            return "Uppgift om \(subject.sv) saknas för \(month.fullName(.sv))\(because(reason))."
        case .nothingBefore(let month, let reason):
            return "Uppgift för \(month.fullName(.sv)) saknas\(because(reason))."
        case .incomparable(let month):
            return "Det går inte att jämföra med \(month.fullName(.sv))."
        case .sinceMonthBefore(let change, let month):
            guard let direction = change.direction else {
                return "\(noun.capitalised) är \(same) som i \(month.fullName(.sv))."
            }
            let verb = direction == .up ? "ökat" : "minskat"
            return "Sedan \(month.fullName(.sv)) har \(noun) \(verb) med \(size(change))."
        case .extreme(let direction, let month):
            return "\(article.capitalised) \(superlative(direction)) \(noun) sedan \(month.fullName(.sv))."
        case .extremeOf(let direction, let span):
            return
                "\(article.capitalised) \(superlative(direction)) \(noun) sedan \(span.lowerBound.fullName(.sv)), så långt "
                + "tillbaka rapporten har uppgifter för varje månad."
        case .run(let direction, let length):
            let verb = direction == .up ? "ökat" : "minskat"
            return "\(noun.capitalised) har \(verb) \(Self.swedishNumber(length)) månader i rad."
        case .yearRun(let direction, let length):
            let word = direction == .up ? "högre" : "lägre"
            return
                "\(noun.capitalised) har varit \(word) än samma månad året före \(Self.swedishNumber(length)) månader "
                + "i rad."
        case .rollingYear(let change):
            return
                "Som medel över tolv månader var \(noun) \(form.inWords(change.now)), \(level(change)) de tolv månaderna "
                + "dessförinnan."
        case .quarter(let change):
            return
                "De tre senaste månaderna var \(noun) i medel \(form.inWords(change.now)), \(level(change)) samma tre "
                + "månader året före."
        case .peak(let month, let value, let whole):
            let when = whole ? "Under \(month.year)" : "Hittills under \(month.year)"
            return "\(when) var \(noun) högst i \(month.name(.sv)): \(form.inWords(value))."
        }
    }

    /// "226 färre (9,5 procent) än", "lika många som".
    private func compared(_ change: Change) -> String {
        guard let direction = change.direction else {
            return unit == .kronor ? "lika mycket som" : unit == .percent ? "lika hög som" : "lika många som"
        }
        let word =
            switch unit {
            case .kronor: direction == .up ? "mer" : "mindre"
            case .percent: direction == .up ? "högre" : "lägre"
            case .households, .persons, .children, .ends: direction == .up ? "fler" : "färre"
            }
        return "\(form.size(change)) \(word)\(percent(change)) än"
    }

    /// "120 lägre (5,1 procent) än", "lika högt som".
    private func level(_ change: Change) -> String {
        guard let direction = change.direction else { return unit == .percent ? "lika hög som" : "lika högt som" }
        return "\(form.size(change)) \(direction == .up ? "högre" : "lägre")\(percent(change)) än"
    }

    private func size(_ change: Change) -> String { form.size(change) + percent(change) }

    private func percent(_ change: Change) -> String { form.percent(change).map { " (\($0))" } ?? "" }

    /// What the figure is called when the subject is known, in the definite form.
    private var swedishNoun: String {
        switch unit {
        case .kronor: "beloppet"
        case .percent: "andelen"
        case .households, .persons, .children, .ends: "antalet"
        }
    }

    private var same: String { unit == .percent ? "densamma" : "detsamma" }

    /// "det är det", "det är den".
    private var article: String { unit == .percent ? "det är den" : "det är det" }

    private func superlative(_ direction: Fact.Direction) -> String { direction == .up ? "högsta" : "lägsta" }

    private func because(_ reason: MissingReason?) -> String {
        reason == .systemChange ? ", på grund av byte av verksamhetssystem" : ""
    }

    /// In words to twelve, in figures from there on.
    static func swedishNumber(_ number: Int) -> String {
        let words = ["två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio", "elva", "tolv"]
        return words.indices.contains(number - 2) ? words[number - 2] : NumberForm(.sv).text(number)
    }
}
