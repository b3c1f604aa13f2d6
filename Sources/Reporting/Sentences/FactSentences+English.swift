import Definitions
import Vocabulary

extension FactSentences {
    func english(_ fact: Fact) -> String? {
        let form = FigureForm(unit, .en)
        switch fact {
        case .level(let value, let month, let change):
            let level = "\(subject.en.capitalised) was \(form.inWords(value)) in \(month.fullName(.en))"
            return level + (change.map { ", \(compared($0)) in \(month.yearBefore.fullName(.en))" } ?? "") + "."
        case .missing(let month, let reason):
            return "There is no figure of \(subject.en) for \(month.fullName(.en))\(reasonInEnglish(reason))."
        case .nothingBefore(let month, let reason):
            return "There is no figure for \(month.fullName(.en))\(reasonInEnglish(reason))."
        case .incomparable(let month):
            return "It cannot be compared with \(month.fullName(.en))."
        case .sinceMonthBefore(let change, let month):
            guard let direction = change.direction else {
                return "The \(noun) is the same as in \(month.fullName(.en))."
            }
            let verb = direction == .up ? "risen" : "fallen"
            return "Since \(month.fullName(.en)) the \(noun) has \(verb) by \(form.size(change))\(percent(change))."
        case .extreme(let direction, let month):
            return "It is the \(superlative(direction)) \(noun) since \(month.fullName(.en))."
        case .extremeOf(let direction, let span):
            return
                "It is the \(superlative(direction)) \(noun) since \(span.lowerBound.fullName(.en)), as far back as the report "
                + "has figures for every month."
        case .run(let direction, let length):
            return
                "The \(noun) has \(direction == .up ? "risen" : "fallen") \(Self.englishNumber(length)) months in a row."
        case .yearRun(let direction, let length):
            return "The \(noun) has been \(direction == .up ? "higher" : "lower") than in the same month of the year "
                + "before \(Self.englishNumber(length)) months in a row."
        case .rollingYear(let change):
            return
                "As a mean over twelve months the \(noun) was \(form.inWords(change.now)), \(level(change)) the twelve "
                + "months before."
        case .quarter(let change):
            return
                "In the last three months the mean \(noun) was \(form.inWords(change.now)), \(level(change)) the same "
                + "three months of the year before."
        case .peak(let month, let value, let whole):
            let when = whole ? "In \(month.year)" : "So far in \(month.year)"
            return "\(when) the \(noun) was highest in \(month.name(.en)): \(form.inWords(value))."
        }
    }

    private var noun: String {
        switch unit {
        case .kronor: "amount"
        case .percent: "share"
        case .households, .persons, .children, .ends: "number"
        }
    }

    private func compared(_ change: Change) -> String {
        guard let direction = change.direction else { return "the same as" }
        let word =
            switch unit {
            case .kronor: direction == .up ? "more" : "less"
            case .percent: direction == .up ? "higher" : "lower"
            case .households, .persons, .children, .ends: direction == .up ? "more" : "fewer"
            }
        return "\(FigureForm(unit, .en).size(change)) \(word)\(percent(change)) than"
    }

    private func level(_ change: Change) -> String {
        guard let direction = change.direction else { return "as high as" }
        return "\(FigureForm(unit, .en).size(change)) \(direction == .up ? "higher" : "lower")\(percent(change)) than"
    }

    private func percent(_ change: Change) -> String {
        FigureForm(unit, .en).percent(change).map { " (\($0))" } ?? ""
    }

    private func superlative(_ direction: Fact.Direction) -> String { direction == .up ? "highest" : "lowest" }

    private func reasonInEnglish(_ reason: MissingReason?) -> String {
        reason == .systemChange ? ", because of a change of case system" : ""
    }

    private static func englishNumber(_ number: Int) -> String {
        let words = ["two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
        return words.indices.contains(number - 2) ? words[number - 2] : String(number)
    }
}
