import Definitions
import Indicators
import Vocabulary

/// Makes a report of what was counted and what was chosen, in one language. Pure: the same report from the same.
struct ReportMaker: Sendable {
    let figures: ReportFigures
    let choices: ReportChoices
    let language: Language

    var month: Month { figures.identity.month }

    /// The text in the report's language.
    func said(sv: String, en: String) -> String { language == .sv ? sv : en }

    /// A text that may be written over at `place`.
    func written(_ proposal: String, _ place: TextPlace) -> Written {
        Written(proposal: proposal, own: choices.texts[place])
    }

    /// What a distribution counts by.
    func codes(_ line: FigureLine) -> [Code] {
        let list: String? =
            switch line.version.rule {
            case .closureReasons: "avslutsorsak"
            case .enrolledByField: "verksamhetsomrade"
            case .enrolmentEnds: "avslutmot"
            default: nil
            }
        return list.flatMap { figures.lists[$0] }?.codes.filter { $0.isValid(in: month) } ?? []
    }

    /// Which months were filled in by hand.
    func handMade(_ line: FigureLine, over months: ClosedRange<Month>) -> String? {
        let found = line.handMade.filter(months.contains).sorted()
        guard let first = found.first, let last = found.last else { return nil }
        let name = (first...last).name(language)
        let isAll = found.count == (first...last).months.count
        return isAll
            ? said(sv: "\(name.capitalised): ifyllt för hand.", en: "\(name.capitalised): filled in by hand.")
            : said(
                sv: "\(found.count) månader \(name): ifyllda för hand.",
                en: "\(found.count) months \(name): filled in by hand.")
    }

    /// A month with the text a break says of it, several months in a row once: "Oktober–december 2022: …".
    func breaks(_ indicator: Indicator, over months: ClosedRange<Month>) -> [String] {
        indicator.breaks.compactMap { each in
            let (from, to) = (max(each.from, months.lowerBound), min(each.to ?? months.upperBound, months.upperBound))
            guard from <= to else { return nil }
            let period =
                each.effect == .changed || each.to == nil
                ? said(sv: "från \(from.fullName(.sv))", en: "from \(from.fullName(.en))") : (from...to).name(language)
            return "\(period.capitalised): \(each.text[language])"
        }
    }

    /// "Treserva till och med september 2022, Lifecare från oktober 2022."
    func systems(of ids: [String], over months: ClosedRange<Month>) -> String? {
        let systems = figures.indicators.systems.filter { system in
            ids.contains(system.id) && months.months.contains { system.covers($0) }
        }
        guard !systems.isEmpty else { return nil }
        // Systems of the same months are named together.
        var names: [(systems: [String], months: String)] = []
        for system in systems {
            let from = system.from.map {
                $0 > months.lowerBound ? said(sv: " från \($0.fullName(.sv))", en: " from \($0.fullName(.en))") : ""
            }
            let to = system.to.map {
                $0 < months.upperBound
                    ? said(sv: " till och med \($0.fullName(.sv))", en: " until \($0.fullName(.en))") : ""
            }
            let period = (from ?? "") + (to ?? "")
            if let place = names.firstIndex(where: { $0.months == period }) {
                names[place].systems.append(system.name)
            } else {
                names.append(([system.name], period))
            }
        }
        return names.map { language.list($0.systems) + $0.months }.joined(separator: ", ")
            + "."
    }

    /// "Uppgifter hämtade 5 september 2023."
    func extraction(of ids: [String]) -> String? {
        figures.extracted(of: ids).map {
            said(sv: "Uppgifter hämtade \($0.text(.sv)).", en: "Data extracted \($0.text(.en)).")
        }
    }

    /// The first month of a system that took over from another within `months`, for an indicator counted from both.
    func systemBorder(_ indicator: Indicator, over months: ClosedRange<Month>) -> Month? {
        let systems = figures.indicators.systems.filter { indicator.systems.contains($0.id) }
        return systems.lazy.compactMap(\.from).first { from in
            from > months.lowerBound && from <= months.upperBound && systems.contains { $0.covers(from.previous) }
        }
    }

    /// That months were not all extracted as the report's was, where so: some long after, with what had come late. Short,
    /// to stand under a diagram, or in full.
    func mixedExtractions(of ids: [String], over months: ClosedRange<Month>, inFull: Bool = false) -> String? {
        let times = figures.extractedDays(of: ids, over: months).sorted { $0.key < $1.key }.map { ($0.key, $0.value) }
        let later = times.filter { month, day in day.number - Day(first: month.next).number > 31 }
        guard let last = later.last, later.count < times.count else { return nil }
        let until = times.last { $0.1 == last.1 }?.0 ?? last.0
        guard inFull else {
            return said(
                sv:
                    "Hämtat vid olika tillfällen: till och med \(until.fullName(.sv)) i efterhand, därefter månad för månad.",
                en: "Extracted on different occasions: up to \(until.fullName(.en)) afterwards, then month by month.")
        }
        return said(
            sv:
                "Hämtat vid olika tillfällen: till och med \(until.fullName(.sv)) på en gång, \(last.1.text(.sv)), med det som "
                + "registrerats i efterhand. Därefter varje månad för sig, utan det som registrerats efter att den hämtades.",
            en:
                "Extracted on different occasions: up to \(until.fullName(.en)) at once, on \(last.1.text(.en)), with what was "
                + "registered afterwards. After that each month by itself, without what was registered after its extraction."
        )
    }
}
