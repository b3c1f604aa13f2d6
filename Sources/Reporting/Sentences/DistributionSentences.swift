import Definitions
import Indicators
import Vocabulary

/// Says how those of a distribution that are told as a group divide: "128 personer har avslutats till annan försörjning än
/// ekonomiskt bistånd. 18 av dem har gått till arbete och 5 har börjat studera."
struct DistributionSentences: Sendable {
    let measure: Observation<Measure>
    let line: FigureLine
    let telling: DiagramDefinition.Telling
    let language: Language

    /// The group, as a line to stand above the diagram; `nil` when it has nobody, or the data name none.
    var headline: String? {
        guard let (count, text) = whole, count > 0 else { return nil }
        return "\(FigureForm(line.unit, language).counted(Double(count))) \(text[language])"
    }

    /// The group, and its parts where there are any.
    func sentences(_ month: Month) -> [String] {
        guard let (count, text) = whole else { return [] }
        let form = FigureForm(line.unit, language)
        let when = language == .sv ? " under \(month.fullName(.sv))" : " in \(month.fullName(.en))"
        guard count > 0 else { return [nobody(text[language]) + when + "."] }
        let first = "\(form.counted(Double(count))) \(text[language])\(when)."
        let parts = telling.parts.compactMap { part -> (size: String, text: String)? in
            guard let size = measure.value?.sum(of: part.codes), size > 0 else { return nil }
            return (NumberForm(language).text(size), part.text[language])
        }
        guard count > 1, !parts.isEmpty else { return [first] }
        // Of whom is said once.
        let of = language == .sv ? "av dem " : "of them "
        let told = parts.enumerated().map { place, part in "\(part.size) \(place == 0 ? of : "")\(part.text)" }
        return [first, language.list(told) + "."]
    }

    private var whole: (Int, Localized)? {
        guard let whole = telling.whole, let group = line.version.groups.first(where: { $0.id == whole.group }),
            let count = measure.value?.sum(of: group.codes)
        else { return nil }
        return (count, whole.text)
    }

    /// "Ingen person har …", "Inget hushåll har …".
    private func nobody(_ text: String) -> String {
        let none: Localized =
            switch line.unit {
            case .households: Localized(sv: "Inget hushåll", en: "No household")
            case .children: Localized(sv: "Inget barn", en: "No child")
            case .ends: Localized(sv: "Inget avslut", en: "No end")
            case .persons, .kronor, .percent: Localized(sv: "Ingen person", en: "No person")
            }
        return "\(none[language]) \(text)"
    }
}
