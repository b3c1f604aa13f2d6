import Definitions
import Indicators
import Vocabulary

extension ReportMaker {
    /// The key figures of these indicators.
    func tiles(_ ids: [String]) -> [Tile] {
        ids.compactMap { id in
            guard let line = figures.line(id) else { return nil }
            return Tile(
                id: id, title: (line.version.tile ?? line.version.title)[language], unit: line.unit, month: month,
                value: line[month],
                before: line[month.yearBefore], comparison: comparison(line),
                definition: line.version.definition[language], note: lateNote(line),
                handMade: line.handMade.intersection([month, month.yearBefore]))
        }
    }

    /// Of a figure that grows after its extraction: that last year's has what came late, and what this one is expected
    /// to become.
    private func lateNote(_ line: FigureLine) -> String? {
        let (id, before) = (line.indicator.id, month.yearBefore)
        guard figures.growth[id] != nil, line.change(from: before, to: month) != nil,
            mixedExtractions(of: [id], over: before...month) != nil
        else { return nil }
        let row = lateRegistration([id])?.figures.first?.months.last
        let expected = (row?.month == month ? row?.expected : nil).map {
            FigureForm(line.unit, language).inWords($0.value)
        }
        // A report made long after knows more than its figures do.
        let later = figures.latestExtract.flatMap { $0 == figures.extracted ? nil : $0 }
        let (now, then) = (month.fullName(language).capitalised, before.fullName(language).capitalised)
        return said(
            sv: "\(then) har med det som registrerats sent. \(now) "
                + (expected.map {
                    "väntas bli \($0) när det har kommit in\(later.map { ", enligt uttag till \($0.text(.sv))" } ?? "")."
                } ?? "kan ändras i efterhand."),
            en: "\(then) includes what was registered late. \(now) "
                + (expected.map {
                    "is expected to become \($0) when that has come\(later.map { ", by extracts to \($0.text(.en))" } ?? "")."
                } ?? "may change afterwards."))
    }

    private func comparison(_ line: FigureLine) -> Comparison {
        let before = month.yearBefore
        if let change = line.change(from: before, to: month) { return .change(change) }
        if case .missing(let reason) = line[month] { return .missing(text(reason)) }
        // A figure the earlier system did not have is not lost: it counts something else.
        guard line.isCounted(in: before) else { return .notComparable(why(line)) }
        if case .missing(let reason) = line[before] { return .missing(text(reason)) }
        if line[month].value == nil || line[before].value == nil { return .missing("") }
        return .notComparable(why(line))
    }

    private func why(_ line: FigureLine) -> String {
        switch line.indicator.comparability(month.yearBefore, month) {
        case .comparable: ""
        case .notComparable(let text): text[language]
        }
    }

    private func text(_ reason: MissingReason) -> String {
        switch reason {
        case .systemChange: said(sv: "byte av verksamhetssystem", en: "change of case system")
        case .notDelivered: said(sv: "inget uttag för månaden", en: "no extract of the month")
        case .unknown: ""
        }
    }
}
