import Definitions
import Vocabulary

/// What a diagram says in one line: its strongest fact.
struct Headline: Sendable {
    let line: FigureLine
    let series: DiagramDefinition.Series
    let month: Month
    let language: Language

    private var short: String { (series.short ?? series.subject)[language].capitalised }
    private var form: FigureForm { FigureForm(line.unit, language) }

    /// In order: below or above last year in every month of the year, the highest or lowest of a year or more, the change
    /// on last year, a run of months, the change on the month before, the level.
    func text(_ facts: [Fact]) -> String {
        for fact in facts { if case .missing(let month, _) = fact { return missing(month) } }
        if let whole = facts.lazy.compactMap(wholeYear).first { return whole }
        if let extreme = facts.lazy.compactMap(extreme).first { return extreme }
        if let change = line.change(from: month.yearBefore, to: month) { return sinceLastYear(change) }
        for fact in facts {
            if case .run(let direction, let length) = fact {
                let count = FactSentences.swedishNumber(length)
                return language == .sv
                    ? "\(short) har \(direction == .up ? "ökat" : "minskat") \(count) månader i rad"
                    : "\(short) \(direction == .up ? "up" : "down") \(length) months in a row"
            }
        }
        if let change = line.change(from: month.previous, to: month), let direction = change.direction {
            return language == .sv
                ? "\(short) har \(direction == .up ? "ökat" : "minskat") sedan \(month.previous.name(.sv))"
                : "\(short) \(direction == .up ? "up" : "down") since \(month.previous.name(.en))"
        }
        let value = line[month].value.map(form.inWords) ?? ""
        return language == .sv
            ? "\(short) i \(month.fullName(.sv)): \(value)" : "\(short) in \(month.fullName(.en)): \(value)"
    }

    private func missing(_ month: Month) -> String {
        language == .sv
            ? "Uppgift saknas för \(month.fullName(.sv))" : "No figure for \(month.fullName(.en))"
    }

    /// "Utbetalningarna ligger under 2022 års nivå": every month of the year so far, three or more.
    private func wholeYear(_ fact: Fact) -> String? {
        guard case .yearRun(let direction, let length) = fact, month.month >= 3, length >= month.month else {
            return nil
        }
        let year = month.year - 1
        return language == .sv
            ? "\(short) ligger \(direction == .up ? "över" : "under") \(year) års nivå"
            : "\(short) \(direction == .up ? "above" : "below") the level of \(year)"
    }

    private func extreme(_ fact: Fact) -> String? {
        switch fact {
        case .extreme(let direction, let since) where month.index - since.index >= 12:
            return language == .sv
                ? "\(short) ligger på den \(direction == .up ? "högsta" : "lägsta") nivån sedan \(since.fullName(.sv))"
                : "\(short) at the \(direction == .up ? "highest" : "lowest") level since \(since.fullName(.en))"
        case .extremeOf(let direction, let span) where span.months.count > 12:
            let count = span.months.count
            return language == .sv
                ? "\(short) ligger på den \(direction == .up ? "högsta" : "lägsta") nivån på minst \(count) månader"
                : "\(short) at the \(direction == .up ? "highest" : "lowest") level in at least \(count) months"
        default: return nil
        }
    }

    private func sinceLastYear(_ change: Change) -> String {
        let last = month.yearBefore.fullName(language)
        guard let direction = change.direction else {
            return language == .sv
                ? "\(short) ligger på samma nivå som i \(last)" : "\(short) at the same level as in \(last)"
        }
        let size = form.percent(change).map { $0 + " " } ?? (line.unit == .percent ? form.size(change) + " " : "")
        return language == .sv
            ? "\(short) ligger \(size)\(direction == .up ? "över" : "under") nivån i \(last)"
            : "\(short) \(size)\(direction == .up ? "above" : "below") the level in \(last)"
    }
}
