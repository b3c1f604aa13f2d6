import Definitions
import Foundation
import Testing
import Vocabulary

@testable import Indicators

@Suite("What was known when")
struct HistoryTests {
    /// September's delivery brings a payment for August that was decided late, and ends a case of July's backdated.
    let history = EventHistory([
        EventHistory.Batch(
            knownFrom: time("2023-10-05"),
            rows: rows(cases: [kase(1, "2023-06-01", "2023-07-30", key: 1)], payments: [payment(2, "2023-09-10", 500)])),
        EventHistory.Batch(
            knownFrom: time("2023-09-05"),
            rows: rows(
                cases: [kase(1, "2023-06-01", key: 1), kase(2, "2023-08-01", key: 2)],
                payments: [payment(1, "2023-08-25", 1_000)])),
    ])
    let open = indicator(.openAtEnd(CaseSelection(kinds: [1]), firstTime: false))
    let sum = indicator(.sumPaid(month: .purpose))

    @Test("has nothing to count by school from: no month has a value, and none is zero")
    func bySchool() {
        let figures = ExtractedFigures(
            history, collection([indicator(.pupils)]), inReportFor: month("2023-09"), months("2023-06", "2023-09"),
            growing: ["x"])
        #expect(figures.series["x"]?.values == Array(repeating: .missing(.notDelivered), count: 4))
        #expect(figures.extractedAt["x"]?.isEmpty == true && figures.growth.isEmpty)
        #expect(history.known().firstMonth(of: .admitted(to: 1)) == nil)
    }

    @Test("counts only rows of deliveries known at the time, and of each record the latest")
    func knownAt() {
        func count(_ time: Date?) -> [Observation<Measure>] { series(history.known(at: time), open).values }
        #expect(count(time("2023-09-04")) == counts([0, 0, 0, 0]))
        #expect(count(time("2023-09-05")) == counts([1, 1, 2, 2]))
        #expect(count(time("2023-10-05")) == counts([1, 0, 1, 1]))
        #expect(count(nil) == counts([1, 0, 1, 1]))
    }

    @Test("tells each month as first extracted and as known now")
    func asExtracted() {
        let window = months("2023-07", "2023-09")
        let figures = ExtractedFigures(
            history, collection([sum]), inReportFor: month("2023-09"), window, growing: ["x"])
        #expect(
            figures.extractedAt["x"] == [
                month("2023-08"): time("2023-09-05"), month("2023-09"): time("2023-10-05"),
            ])
        #expect(
            figures.series["x"]?.values
                == [.missing(.notDelivered), .value(.money(1_000)), .value(.money(0))])
        #expect(figures.growth["x"]?.months == [month("2023-08"), month("2023-09")])
        #expect(figures.growth["x"]?.rows == [[10, 15], [0]])
        #expect(series(history.known(), sum)[month("2023-08")] == .value(.money(1_500)))
        #expect(series(history.known(), sum)[month("2024-08")] == .missing(.notDelivered))
    }

    @Test("has all rows of a record that an extract has, and of a later extract only its")
    func periods() {
        // A case was closed and opened again by the same number: two periods of one record, in either order.
        let early = kase(1, "2022-01-10", "2022-03-15", key: 7)
        let late = kase(1, "2022-07-01", key: 7)
        let rule = IndicatorRule.openAtEnd(CaseSelection(), firstTime: false)
        for both in [[early, late], [late, early], [early, late, early]] {
            let set = EventSet([rows { $0.cases = both }])
            #expect(set.counts(rule, "2022-01", "2022-08") == [1, 1, 0, 0, 0, 0, 1, 1])
            #expect(set.cases.from.count == 2)
        }
        // The next extract closes the second period, and tells both again.
        let closed = [early, kase(1, "2022-07-01", "2022-07-20", key: 7)]
        let other = kase(2, "2022-01-10", key: 8)
        let batches = [rows { $0.cases = [late, other, early] }, rows { $0.cases = closed }]
        #expect(EventSet(batches).counts(rule, "2022-01", "2022-08") == [2, 2, 1, 1, 1, 1, 1, 1])
        let history = EventHistory(
            zip(batches, ["2022-08-05", "2022-09-05"]).map { EventHistory.Batch(knownFrom: time($1), rows: $0) })
        #expect(history.latest().cases == closed + [other])
        #expect(history.latest(at: time("2022-08-05")).cases == [late, early, other])
    }

    @Test("has a corrected date once: the closure of 30 August that was on 2 September")
    func corrected() {
        func closure(_ date: String) -> EventRows {
            rows { $0.closures = [Closures.Row(key: 4, household: 4, person: 4, date: day(date), reason: 1)] }
        }
        let set = EventSet([closure("2022-08-30"), closure("2022-09-02")])
        #expect(
            set.measures(.closureReasons, months("2022-08", "2022-09")) == [.distribution([:]), .distribution([1: 1])])
    }

    @Test("is the same however deliveries and rows are ordered")
    func order() {
        let turned = EventHistory(history.batches.reversed())
        #expect(series(turned.known(), open).values == series(history.known(), open).values)
    }

    @Test("has no value where the system changed, and none to compare with")
    func breaks() {
        let gone = Localized(sv: "borta", en: "gone")
        let other = Localized(sv: "annat", en: "other")
        let broken = indicator(
            .openAtEnd(CaseSelection(), firstTime: false),
            breaks: [
                IndicatorBreak(from: month("2023-07"), to: month("2023-07"), effect: .missing, text: gone),
                IndicatorBreak(from: month("2023-08"), to: month("2023-08"), effect: .joined, text: other),
                IndicatorBreak(from: month("2023-09"), effect: .changed, text: other),
            ])
        let found = series(history.known(), broken)
        #expect(
            found.values == [.value(.count(1)), .missing(.systemChange), .value(.count(1)), .value(.count(1))])
        #expect(found.comparability(month("2023-06"), month("2023-08")) == .comparable)
        #expect(found.comparability(month("2023-07"), month("2023-08")) == .notComparable(gone))
        #expect(found.comparability(month("2023-09"), month("2023-08")) == .notComparable(other))
        #expect(found.comparability(month("2023-09"), month("2023-10")) == .comparable)
    }

    private func series(_ events: EventSet, _ indicator: Indicator) -> IndicatorSeries {
        events.series(
            indicator, of: collection([indicator]), inReportFor: month("2023-09"), months("2023-06", "2023-09"),
            delivered: Set(months("2023-06", "2023-09").months))
    }

    private func counts(_ counts: [Int]) -> [Observation<Measure>] { counts.map { .value(.count($0)) } }
}

private func month(_ iso: String) -> Month { Month(iso: iso) ?? Month(index: 0) }

private func time(_ iso: String) -> Date { Date(timeIntervalSince1970: Double(day(iso)) * 86_400) }

private func payment(_ key: UInt64, _ date: String, _ amount: Int64) -> Payments.Row {
    Payments.Row(key: key, household: 1, date: day(date), amount: amount, purpose: day("2023-08-01"))
}

private func rows(cases: [Cases.Row], payments: [Payments.Row]) -> EventRows {
    var rows = EventRows()
    rows.cases = cases
    rows.payments = payments
    return rows
}

private func indicator(_ rule: IndicatorRule, breaks: [IndicatorBreak] = []) -> Indicator {
    let text = Localized(sv: "", en: "")
    return Indicator(
        id: "x", area: .assistance, unit: .households,
        versions: [IndicatorVersion(from: month("2023-01"), title: text, definition: text, rule: rule)], breaks: breaks)
}

private func collection(_ indicators: [Indicator]) -> IndicatorCollection {
    IndicatorCollection(id: "x", title: Localized(sv: "", en: ""), systems: [], indicators: indicators)
}
