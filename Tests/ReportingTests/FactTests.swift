import Definitions
import Testing
import Vocabulary

@testable import Reporting

@Suite("What is so by the figures")
struct FactTests {
    /// Two years of 100 … 77, falling by one a month.
    private let falling = line((0..<24).map { 100 - $0 })

    @Test("is level and change, extreme, run, trend and the month before")
    func falls() {
        let facts = falling.facts(of: month("2022-12"))
        #expect(
            facts == [
                .level(77, month("2022-12"), since: Change(before: 89, now: 77)),
                .extremeOf(.down, month("2021-01")...month("2022-12")), .run(.down, 23),
                .rollingYear(Change(before: 94.5, now: 82.5)),
                .sinceMonthBefore(Change(before: 78, now: 77), month("2022-11")),
                .peak(month("2022-01"), 88, whole: true),
            ])
    }

    @Test("of the first month there is, is its level alone")
    func first() {
        #expect(line([5]).facts(of: month("2021-01")) == [.level(5, month("2021-01"), since: nil)])
        let second = line([5, 0]).facts(of: month("2021-02"))
        #expect(
            second == [
                .level(0, month("2021-02"), since: nil),
                .sinceMonthBefore(Change(before: 5, now: 0), month("2021-01")),
            ])
    }

    @Test("of a month without figure is that, and why")
    func missing() {
        #expect(line([5, nil]).facts(of: month("2021-02")) == [.missing(month("2021-02"), .notDelivered)])
        #expect(
            line([5, 5], breaks: [gap("2021-02")]).facts(of: month("2021-02"))
                == [.missing(month("2021-02"), .systemChange)])
    }

    @Test("does not reach over months that are missing or count something else")
    func breaks() {
        let values = (0..<24).map { 100 - $0 }
        let withGap = line(values, breaks: [gap("2021-12", "2022-01")])
        let facts = withGap.facts(of: month("2022-12"))
        // December a year ago was lost; before, there were figures.
        #expect(facts.contains(.nothingBefore(month("2021-12"), .systemChange)))
        #expect(facts.contains(.extremeOf(.down, month("2022-02")...month("2022-12"))))
        #expect(facts.contains(.run(.down, 10)))
        #expect(!facts.contains { if case .rollingYear = $0 { true } else { false } })
        // What an earlier system did not have was never counted.
        let begun = line(values, breaks: [gap("1990-01", "2022-03")]).facts(of: month("2022-12"))
        #expect(begun.contains(.incomparable(month("2021-12"))))
        let changed = line(values, breaks: [gap("2022-07", nil, .changed)]).facts(of: month("2022-12"))
        #expect(changed.contains(.incomparable(month("2021-12"))))
        #expect(changed.contains(.extremeOf(.down, month("2022-07")...month("2022-12"))))
        let joined = line(values, breaks: [gap("2022-07", "2022-09", .joined)])
        #expect(joined.facts(of: month("2022-12")) == falling.facts(of: month("2022-12")))
    }

    @Test("counts what is shown: whole numbers, and a tie is not the highest")
    func ties() {
        let flat = line([5, 5, 5, 5, 5, 5, 5]).facts(of: month("2021-07"))
        #expect(
            flat == [
                .level(5, month("2021-07"), since: nil), .sinceMonthBefore(Change(before: 5, now: 5), month("2021-06")),
            ])
        let since = line([3, 9, 9, 8, 9, 9, 9, 4]).facts(of: month("2021-08"))
        #expect(since.contains(.extreme(.down, since: month("2021-01"))))
        #expect(
            !line([9, 9, 3, 9, 9, 9, 9, 4]).facts(of: month("2021-08")).contains {
                if case .extreme = $0 { true } else { false }
            })
    }

    @Test("holds three months against the same three where two years cannot be compared")
    func quarter() {
        let some = line((0..<20).map { 100 - $0 }).facts(of: month("2022-08"))
        #expect(some.contains(.quarter(Change(before: 94, now: 82))))
        #expect(some.contains(.run(.down, 19)))
    }

    @Test(
        "is said first by its strongest",
        arguments: [
            ((0..<24).map { 100 - $0 }, "2022-12", "Antalet ligger på den lägsta nivån på minst 24 månader"),
            (
                [20, 30, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 10, 29, 10, 12], "2022-04",
                "Antalet ligger under 2021 års nivå"
            ),
            (
                [20, 30, 20, 20, 20, 20, 20, 20, 20, 10, 20, 20, 30, 29, 21, 17], "2022-04",
                "Antalet ligger 15,0 procent under nivån i april 2021"
            ),
            (
                [20, 30, 20, 20, 20, 20, 20, 20, 20, 20, 20, 20, 30, 29, 21, 20], "2022-04",
                "Antalet ligger på samma nivå som i april 2021"
            ),
            ([4, 3, 2, 1], "2021-04", "Antalet har minskat tre månader i rad"),
            ([4, 3, 2, 2, 5], "2021-05", "Antalet har ökat sedan april"),
            ([2, 2], "2021-02", "Antalet i februari 2021: 2"),
        ] as [([Int], String, String)])
    func headlines(values: [Int], of iso: String, text: String) {
        let line = line(values)
        let series = DiagramDefinition.Series(
            indicator: "x", subject: Localized(sv: "antalet", en: "the number"))
        let headline = Headline(line: line, series: series, month: month(iso), language: .sv)
        #expect(headline.text(line.facts(of: month(iso))) == text)
    }
}
