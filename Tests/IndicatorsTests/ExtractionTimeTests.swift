import Definitions
import Foundation
import Testing
import Vocabulary

@testable import Indicators

@Suite("When a month was first extracted")
struct ExtractionTimeTests {
    @Test("is told by the tables a figure is counted from, and a month they do not tell of is missing and not zero")
    func byTable() {
        let labour = batch("2023-09-01") {
            $0.enrolments = [Enrolments.Row(key: 1, person: 1, from: day("2023-08-10"))]
        }
        let earlier = batch("2023-08-05") { $0.payments = [paid(1, "2023-07-20")] }
        let before = figures([earlier, labour])
        #expect(before.series["enrolled"]?[month("2023-08")] == .value(.count(1)))
        #expect(before.series["paid"]?[month("2023-07")] == .value(.money(1_000)))
        #expect(before.series["paid"]?[month("2023-08")] == .missing(.notDelivered))
        #expect(before.extractedAt["paid"]?[month("2023-08")] == nil)
        let after = figures([earlier, labour, batch("2023-09-12") { $0.payments = [paid(2, "2023-08-20")] }])
        #expect(after.series["paid"]?[month("2023-08")] == .value(.money(1_000)))
        #expect(after.extractedAt["paid"]?[month("2023-08")] == time("2023-09-12"))
        #expect(after.extractedAt["enrolled"]?[month("2023-08")] == time("2023-09-01"))
    }

    @Test("waits for every table that a figure is counted from")
    func everyTable() {
        let cases = batch("2023-09-01") { $0.cases = [kase(1, "2023-08-01", "2023-08-30")] }
        let payments = batch("2023-09-12") { $0.payments = [paid(1, "2023-08-20")] }
        #expect(figures([cases]).series["households"]?[month("2023-08")] == .missing(.notDelivered))
        let both = figures([cases, payments])
        #expect(both.series["households"]?[month("2023-08")] == .value(.count(1)))
        #expect(both.extractedAt["households"]?[month("2023-08")] == time("2023-09-12"))
    }

    @Test("takes in the rest of a week, for systems are extracted on different days")
    func week() {
        let figures = figures([
            batch("2023-09-05") { $0.payments = [paid(1, "2023-08-20")] },
            batch("2023-09-08") { $0.payments = [paid(2, "2023-08-21")] },
            batch("2023-09-13") { $0.payments = [paid(3, "2023-08-22")] },
        ])
        #expect(figures.series["paid"]?[month("2023-08")] == .value(.money(2_000)))
    }

    @Test("of an archive is when it came, whatever came before; what lies between is missing")
    func archive() {
        let figures = figures([
            batch("2023-09-05") { $0.payments = [paid(1, "2023-08-20")] },
            batch("2023-09-20") {
                $0.payments = (1...12).map { paid(UInt64(100 + $0), "2022-\($0 < 10 ? "0" : "")\($0)-10") }
            },
            batch("2023-10-05") { $0.payments = [paid(2, "2023-09-20"), paid(3, "2023-09-20", for: "2023-03")] },
        ])
        #expect(figures.series["paid"]?[month("2022-08")] == .value(.money(1_000)))
        #expect(figures.extractedAt["paid"]?[month("2022-08")] == time("2023-09-20"))
        #expect(figures.extractedAt["paid"]?[month("2023-08")] == time("2023-09-05"))
        #expect(figures.extractedAt["paid"]?[month("2023-09")] == time("2023-10-05"))
        for place in 1...7 {
            #expect(figures.series["paid"]?[month("2023-0\(place)")] == .missing(.notDelivered))
        }
        // The archive is no age of August.
        #expect(figures.growth["paid"]?.rows.first?.count == 2)
    }

    @Test("looks at the month a payment is for, too")
    func purpose() {
        let figures = figures([
            batch("2023-09-05") { $0.payments = [paid(1, "2023-07-25", for: "2023-08")] }
        ])
        #expect(figures.series["paid"]?[month("2023-08")] == .value(.money(1_000)))
        #expect(figures.series["paid"]?[month("2023-07")] == .missing(.notDelivered))
    }

    @Test("is there for a month in which nothing happened, when the extract had the table")
    func nothingHappened() {
        let first = batch("2023-08-05") {
            $0.closures = [Closures.Row(key: 1, person: 1, date: day("2023-07-10"))]
            $0.payments = [paid(1, "2023-07-20")]
        }
        let payments = batch("2023-09-05") { $0.payments = [paid(2, "2023-08-20")] }
        let none = Measure.distribution([:])
        #expect(figures([first, payments]).series["closures"]?[month("2023-08")] == .missing(.notDelivered))
        let empty = EventHistory.Batch(
            knownFrom: payments.knownFrom, rows: payments.rows, empty: [.closures])
        #expect(figures([first, empty]).series["closures"]?[month("2023-08")] == .value(none))
    }

    @Test("is told by an extract of a month in which nothing happened, when it was made after it")
    func quiet() {
        // June's end, and two extracts since with nothing to tell of July and August.
        let extracts = ["2023-07-05", "2023-08-05", "2023-09-05"].enumerated().map { place, made in
            EventHistory.Batch(
                knownFrom: time(made),
                rows: rows {
                    if place == 0 { $0.cases = [kase(1, "2023-01-01"), kase(2, "2023-01-01", "2023-06-10")] }
                },
                empty: [.cases])
        }
        let open = figures(extracts).series["open"]
        #expect(months("2023-06", "2023-08").months.map { open?[$0] } == Array(repeating: .value(.count(1)), count: 3))
        #expect(open?[month("2023-09")] == .missing(.notDelivered))
        // The archive of a system is told to its last day, and not to when it came.
        for came in ["2022-11-15", "2023-09-05"] {
            let archive = figures([batch(came) { $0.cases = [kase(1, "2021-01-01", "2022-09-30")] }]).series["open"]
            #expect(archive?[month("2022-09")] == .value(.count(1)))
            #expect(archive?[month("2022-10")] == .missing(.notDelivered))
        }
    }

    @Test("is missing where an extract is, and stocks are until one tells of the month again")
    func gap() {
        // Extracts of 5 June, 5 July and 5 September; that of 5 August was never delivered. In it two households ended.
        let june = batch("2023-06-05") {
            $0.cases = (1...8).map { kase($0, "2023-01-01", $0 == 8 ? "2023-04-30" : nil, key: $0) }
            $0.payments = [paid(105, "2023-05-20")]
        }
        // The first of July are in it.
        let july = batch("2023-07-05") {
            $0.payments = (1...8).map { paid(200 + $0, "2023-06-20") } + [paid(106, "2023-07-03")]
        }
        let august = batch("2023-08-05") {
            $0.cases = [kase(6, "2023-01-01", "2023-07-10", key: 6), kase(7, "2023-01-01", "2023-07-12", key: 7)]
            $0.payments = (1...8).map { paid(300 + $0, "2023-07-20") }
        }
        let september = batch("2023-09-05") {
            $0.cases = [kase(5, "2023-01-01", "2023-08-10", key: 5)]
            // A few payments decided late for July are not July.
            $0.payments = [paid(108, "2023-08-20"), paid(109, "2023-08-20", for: "2023-07"), paid(110, "2023-08-21")]
        }
        let october = batch("2023-10-05") {
            $0.cases = [kase(9, "2023-09-01", key: 9)]
            $0.payments = [paid(111, "2023-09-20")]
        }
        func told(_ figures: ExtractedFigures, _ id: String) -> [Double?] {
            months("2023-05", "2023-09").months.map { figures.series[id]?[$0].value?.number }
        }
        func withCases(_ batch: EventHistory.Batch) -> EventHistory.Batch {
            EventHistory.Batch(knownFrom: batch.knownFrom, rows: batch.rows, empty: [.cases])
        }
        let delivered = [june, july, september, october].map(withCases)
        let without = figures(delivered)
        #expect(told(without, "open") == [7, 7, nil, nil, nil])
        #expect(told(without, "paid") == [10, 80, nil, nil, 10])
        #expect(
            without.gaps == [
                ExtractGap(after: time("2023-07-05"), before: time("2023-09-05"), months: [month("2023-07")])
            ])
        // Delivered late, it is known from when it was made.
        let with = figures(delivered + [august])
        #expect(told(with, "open") == [7, 7, 5, 4, 5])
        #expect(told(with, "paid") == [10, 80, 90, 20, 10])
        #expect(with.gaps.isEmpty)
        // Extracts may be made more often than payments.
        let weekly = (0..<10).map { week in
            let made = Day(number: Int(day("2023-06-05")) + 7 * week)
            return EventHistory.Batch(
                knownFrom: time(made.iso),
                rows: rows { if week % 4 == 3 { $0.payments = [paid(UInt64(week), made.advanced(by: -1).iso)] } },
                empty: [.cases, .payments])
        }
        #expect(figures(weekly).gaps.isEmpty)
        #expect(figures(weekly).series["paid"]?[month("2023-06")] == .value(.money(1_000)))
        #expect(figures(weekly).extractedAt["paid"]?[month("2023-06")] == time("2023-07-03"))
        // So it is by an extract of everything.
        let full = batch("2023-10-06") {
            $0.cases = june.rows.cases + august.rows.cases + september.rows.cases + october.rows.cases
            $0.payments = [june, july, august, september, october].flatMap(\.rows.payments)
        }
        #expect(told(figures([june, july, september].map(withCases) + [full]), "open").prefix(2) == [7, 7])
        #expect(figures([june, july, september].map(withCases) + [full]).gaps.isEmpty)
    }

    @Test("begins where all payments for a month are there")
    func firstWhole() {
        let rule = IndicatorRule.sumPaid(month: .purpose)
        // Paid ahead: what was paid for July in June was not extracted.
        let ahead = events(payments: [
            paid(1, "2023-07-03", for: "2023-07"), paid(2, "2023-07-25", for: "2023-08"),
            paid(3, "2023-07-04", for: "2023-05"),
        ])
        #expect(ahead.firstMonth(of: rule) == month("2023-08"))
        #expect(ahead.firstMonth(of: .sumPaid(month: .paid)) == month("2023-07"))
        // Paid in the month or later: July's are all there, and May's are not.
        let behind = events(payments: [paid(1, "2023-07-03", for: "2023-07"), paid(3, "2023-07-04", for: "2023-05")])
        #expect(behind.firstMonth(of: rule) == month("2023-07"))
    }

    @Test("is not the last time a month is seen: the last extract says how it stands now")
    func now() {
        let late = batch("2023-12-20") { $0.payments = [paid(99, "2023-12-10", 200_000_000, for: "2023-08")] }
        let monthly = (7...11).map { place in
            batch("2023-\(place < 9 ? "0" : "")\(place + 1)-05") {
                $0.payments = [paid(UInt64(place), "2023-\(place < 10 ? "0" : "")\(place)-20")]
            }
        }
        let growth = figures(monthly + [late]).growth["paid"]
        #expect(growth?.months == months("2023-07", "2023-11").months)
        #expect(growth?.rows.map(\.count) == [5, 4, 3, 2, 1])
        #expect(growth?.rows[1] == [10, 10, 10, 10])
        #expect(growth?.now == [10, 2_000_010, 10, 10, 10])
        // A month after the others it is an age of its own.
        let later = batch("2024-01-04") { $0.payments = late.rows.payments }
        #expect(figures(monthly + [later]).growth["paid"]?.rows[1] == [10, 10, 10, 10, 2_000_010])
    }

    private func figures(_ batches: [EventHistory.Batch]) -> ExtractedFigures {
        let rules: KeyValuePairs<String, IndicatorRule> = [
            "paid": .sumPaid(month: .purpose), "enrolled": .enrolled, "closures": .closureReasons,
            "households": .paidHouseholds(CaseSelection(), month: .purpose),
            "open": .openAtEnd(CaseSelection(), firstTime: false),
        ]
        let text = Localized(sv: "", en: "")
        let indicators = rules.map { id, rule in
            Indicator(
                id: id, area: .assistance, unit: .kronor,
                versions: [
                    IndicatorVersion(from: month("2023-01"), title: text, definition: text, rule: rule)
                ])
        }
        return ExtractedFigures(
            EventHistory(batches), IndicatorCollection(id: "x", title: text, systems: [], indicators: indicators),
            inReportFor: month("2023-11"), months("2022-01", "2023-11"), growing: ["paid"])
    }
}

private func month(_ iso: String) -> Month { Month(iso: iso) ?? Month(index: 0) }

private func time(_ iso: String) -> Date { Date(timeIntervalSince1970: Double(day(iso)) * 86_400 + 43_200) }

private func batch(_ iso: String, _ fill: (inout EventRows) -> Void) -> EventHistory.Batch {
    var rows = EventRows()
    fill(&rows)
    return EventHistory.Batch(knownFrom: time(iso), rows: rows)
}

private func paid(_ key: UInt64, _ date: String, _ amount: Int64 = 1_000, for purpose: String? = nil) -> Payments.Row {
    Payments.Row(key: key, household: 1, date: day(date), amount: amount, purpose: purpose.map { day("\($0)-01") })
}
