import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// By how much months have grown since they were extracted, where they stand beside months that were extracted with
    /// all that came late.
    func growth(_ line: FigureLine, over months: ClosedRange<Month>) -> String? {
        guard mixedExtractions(over: months) != nil, let growth = figures.growth[line.indicator.id] else { return nil }
        let grown = growth.rows.filter { $0.count > 1 }
        let first = grown.reduce(0) { $0 + ($1.first ?? 0) }
        let change = Change(before: first, now: grown.reduce(0) { $0 + ($1.last ?? 0) })
        guard let direction = change.direction, let percent = FigureForm(line.unit, language).percent(change) else {
            return nil
        }
        return said(
            sv:
                "Månaderna som hämtats var för sig har sedan dess \(direction == .up ? "ökat" : "minskat") med \(percent). I "
                + "månader hämtade i efterhand ingår det redan.",
            en:
                "Months extracted by themselves have since \(direction == .up ? "risen" : "fallen") by \(percent). In months "
                + "extracted afterwards that is included already.")
    }

    /// How the last months have grown; `nil` when none was extracted in its time.
    func lateRegistration(_ ids: [String]) -> LateRegistration? {
        let told = ids.compactMap { id -> LateRegistration.Figure? in
            guard let growth = figures.growth[id], let line = figures.line(id) else { return nil }
            let outlook = growth.triangle.flatMap(LateEstimate.init)?.months
            let rows = growth.months.indices.compactMap { place -> LateRegistration.Row? in
                guard let first = growth.rows[place].first, let now = growth.rows[place].last else { return nil }
                let expected = outlook.map { (value: $0[place].ultimate, interval: $0[place].interval) }
                return LateRegistration.Row(month: growth.months[place], first: first, now: now, expected: expected)
            }
            return LateRegistration.Figure(
                id: id, title: line.version.title[language], unit: line.unit, months: rows.suffix(12))
        }
        guard !told.isEmpty else { return nil }
        return LateRegistration(
            introduction: said(
                sv:
                    "Beslut för en månad kan komma efter att månaden har hämtats. Diagrammen visar månaderna som de var när "
                    + "de först hämtades. Här visas vad de har blivit sedan dess, och vad de väntas bli.",
                en:
                    "Decisions for a month may come after the month was extracted. The diagrams show months as they were "
                    + "when they were first extracted. Here is what they have become since, and what they are expected to "
                    + "become."),
            figures: told,
            method: said(
                sv:
                    "Det väntade värdet är skattat med kedjestegsmetoden (chain ladder): månaderna antas växa som tidigare "
                    + "månader har gjort. Värdet hamnar inom intervallet i 19 fall av 20, med medelfelet enligt Mack, T. "
                    + "(1993), Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN "
                    + "Bulletin 23(2). För få uttag ger ingen skattning.",
                en:
                    "What is expected is estimated by chain ladder: months are taken to grow as earlier ones did. The value "
                    + "is within the interval in 19 cases of 20, by the standard error of Mack, T. (1993), "
                    + "Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN "
                    + "Bulletin 23(2). Too few extracts give no estimate."))
    }
}
