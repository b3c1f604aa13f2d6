import Definitions
import Indicators
import Register
import Vocabulary

// What extracts do not have.
extension ReportMaker {
    /// That the month has not been extracted after its end.
    var extractCheck: [ReportCheck] {
        guard !figures.hasMonth else { return [] }
        guard let last = figures.latestExtract else {
            return [
                ReportCheck(
                    .stop, said(sv: "Det finns inga uttag.", en: "There are no extracts."))
            ]
        }
        return [
            ReportCheck(
                .stop,
                said(
                    sv:
                        "Det senaste uttaget är från \(last.text(.sv)). \(month.fullName(.sv).capitalised) har inte hämtats "
                        + "efter månadens slut.",
                    en:
                        "The latest extract is of \(last.text(.en)). \(month.fullName(.en)) has not been extracted after "
                        + "its end."))
        ]
    }

    /// Extracts that are missing between two others. Figures that need them are missing too.
    var gapChecks: [ReportCheck] {
        figures.gaps.compactMap { gap in
            guard let first = gap.months.first, let last = gap.months.last, last >= figures.months.lowerBound,
                first <= month
            else { return nil }
            let (after, before, months) = (Day(gap.after), Day(gap.before), (first...last).name(language))
            return ReportCheck(
                .look,
                said(
                    sv:
                        "Uttag saknas mellan \(after.text(.sv)) och \(before.text(.sv)): inget av dem har \(months). Mått som "
                        + "behöver det saknas tills det lämnas in.",
                    en:
                        "An extract is missing between \(after.text(.en)) and \(before.text(.en)): neither has \(months). "
                        + "Figures that need it are missing until it is delivered."))
        }
    }

    /// Records held out of the extracts that the month is counted from, by extract and table, with why.
    var heldOutChecks: [ReportCheck] {
        let extracts = figures.heldOut.filter { each in
            Day(each.extracted) >= Day(first: month.next)
                && figures.extracted.map { Day(each.extracted) <= $0 } ?? false
        }
        let tables = Dictionary(grouping: extracts) { HeldOutPlace(day: Day($0.extracted), table: $0.table) }
        return tables.sorted { $0.key < $1.key }.map { place, records in
            let title = figures.tables[place.table]?[language] ?? place.table
            let count = NumberForm(language).text(records.reduce(0) { $0 + $1.count })
            let why = records.map { "\($0.column) \($0.reason): \(NumberForm(language).text($0.count))" }
                .joined(separator: ", ")
            return ReportCheck(
                .look,
                said(
                    sv: "\(title): \(count) togs inte med i uttaget \(place.day.text(.sv)) (\(why)).",
                    en: "\(title): \(count) left out of the extract of \(place.day.text(.en)) (\(why))."))
        }
    }

    /// Payments that are in the sum and in no household that is counted.
    func paymentChecks(_ report: Report) -> [ReportCheck] {
        let tiles = Set(report.tiles.map(\.id) + report.diagrams.map(\.id))
        return figures.definition.indicators.filter(tiles.contains).compactMap { id in
            guard let rest = figures.unplaced[id]?[month], let line = figures.line(id) else { return nil }
            let isOne = rest.payments == 1
            let count = NumberForm(language).text(rest.payments)
            let sum = FigureForm(.kronor, language).text(Double(rest.amount) / 100)
            return ReportCheck(
                .look,
                said(
                    sv:
                        "\(line.version.title.sv): \(count) \(isOne ? "utbetalning" : "utbetalningar") för \(month.name(.sv)) "
                        + "(\(sum)) hör inte till något hushåll med öppen insats. \(isOne ? "Den" : "De") räknas i beloppet men "
                        + "inte bland hushållen.",
                    en:
                        "\(line.version.title.en): \(count) \(isOne ? "payment" : "payments") for \(month.name(.en)) (\(sum)) "
                        + "\(isOne ? "belongs" : "belong") to no household with an open service. \(isOne ? "It is" : "They are") "
                        + "in the sum and not among the households."), about: id)
        }
    }
}

/// A table of an extract.
private struct HeldOutPlace: Hashable, Comparable {
    var day: Day
    var table: String

    static func < (one: Self, other: Self) -> Bool { (one.day, one.table) < (other.day, other.table) }
}
