import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// By how much months have grown since they were extracted, where they stand beside months that were extracted with
    /// all that came late.
    func growth(_ line: FigureLine, over months: ClosedRange<Month>) -> String? {
        let id = line.indicator.id
        guard mixedExtractions(of: [id], over: months) != nil, let growth = figures.growth[id] else { return nil }
        let grown = growth.months.indices.filter { growth.rows[$0].count > 1 || growth.rows[$0].last != growth.now[$0] }
        let first = grown.reduce(0) { $0 + (growth.rows[$1].first ?? 0) }
        let change = Change(before: first, now: grown.reduce(0) { $0 + growth.now[$1] })
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

    /// What a month is expected to become; `nil` where nothing is known of what is to come, or where what an extract
    /// between those estimated from says of it `now` is another thing than was expected.
    private func expected(
        _ outlook: LateEstimate.Outlook, _ now: Double
    ) -> (value: Double, interval: ClosedRange<Double>)? {
        guard let interval = outlook.interval,
            min(outlook.known, interval.lowerBound) <= now, now <= max(outlook.known, interval.upperBound)
        else { return nil }
        return (outlook.ultimate, interval)
    }

    /// How the last months have grown; `nil` when none was extracted in its time.
    func lateRegistration(_ ids: [String]) -> LateRegistration? {
        let told = ids.compactMap { id -> LateRegistration.Figure? in
            guard let growth = figures.growth[id], let line = figures.line(id) else { return nil }
            let outlook = growth.triangle.flatMap(LateEstimate.init)?.months
            let rows = growth.months.indices.compactMap { place -> LateRegistration.Row? in
                guard let first = growth.rows[place].first else { return nil }
                let now = growth.now[place]
                return LateRegistration.Row(
                    month: growth.months[place], first: first, now: now,
                    expected: outlook.flatMap { expected($0[place], now) })
            }
            return LateRegistration.Figure(
                id: id, title: line.version.title[language], unit: line.unit, months: rows.suffix(12))
        }
        guard !told.isEmpty, let known = figures.latestExtract else { return nil }
        let isEstimated = told.contains { $0.months.contains { $0.expected != nil } }
        return LateRegistration(
            introduction: said(
                sv:
                    "Beslut för en månad kan komma efter att månaden har hämtats. Diagrammen visar månaderna som de var när "
                    + "de först hämtades. Här visas vad de hade blivit i det senaste uttaget, \(known.text(.sv))"
                    + "\(isEstimated ? ", och vad de väntas bli" : "").",
                en:
                    "Decisions for a month may come after the month was extracted. The diagrams show months as they were "
                    + "when they were first extracted. Here is what they had become by the latest extract, "
                    + known.text(.en)
                    + "\(isEstimated ? ", and what they are expected to become" : "")."),
            known: known, figures: told,
            method: (isEstimated ? method + " " : "")
                + said(
                    sv:
                        "Ingen skattning ges när uttagen är för få, när ingen månad har följts längre eller när en månad "
                        + "sedan dess har ändrats mer än väntat.",
                    en:
                        "There is no estimate when extracts are too few, when no month has been followed for longer, or "
                        + "when a month has since changed more than expected."))
    }

    /// How what is to come is estimated, and the source of the method.
    private var method: String {
        said(
            sv:
                "Det väntade värdet är skattat med kedjestegsmetoden (chain ladder): månaderna antas växa som tidigare "
                + "månader har gjort. Värdet hamnar inom intervallet i 19 fall av 20, med medelfelet enligt Mack, T. "
                + "(1993), Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN "
                + "Bulletin 23(2).",
            en:
                "What is expected is estimated by chain ladder: months are taken to grow as earlier ones did. The value "
                + "is within the interval in 19 cases of 20, by the standard error of Mack, T. (1993), "
                + "Distribution-free calculation of the standard error of chain ladder reserve estimates, ASTIN "
                + "Bulletin 23(2).")
    }
}
