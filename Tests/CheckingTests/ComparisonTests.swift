import Checking
import Definitions
import Testing
import Vocabulary

@Suite("Compared with the month before")
struct ComparisonTests {
    private func findings(
        _ table: String, _ current: Columns, before: Columns, month: String = "2013-03", _ language: Language = .sv
    ) throws -> [Finding] {
        let collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        let table = try collection.knownTable(table)
        let month = try #require(Month(iso: month))
        return Comparison(table, of: collection, month: month, language: language).findings(current, before: before)
    }

    /// Households without anything but their number.
    private func households(_ count: Int) -> Columns { Columns(count: count, columns: []) }

    /// Closure reasons of applicants: `unknown` of code 12 among `filled`, and `blank` without any.
    private func reasons(_ unknown: Int, of filled: Int, blank: Int = 0) -> Columns {
        let values =
            Array(repeating: UInt8(12), count: unknown) + Array(repeating: 1, count: filled - unknown)
            + Array(repeating: 0, count: blank)
        return Columns(count: values.count, columns: [Column(name: "avslut_reg", values: .bytes(values))])
    }

    @Test("V02 is said in the words of the message bank")
    func countWording() throws {
        for table in ["insatser", "avslutsorsaker"] {
            let found = try findings(table, households(140), before: households(212))
            #expect(found.map(\.rule) == ["V02"])
            #expect(
                found.map { "\($0.message) \($0.remedy)" }
                    == ["Antalet hushåll är 140. Förra månaden var det 212 (−34 procent). Stämmer det?"])
            #expect(found.map(\.severity) == [.warning])
            #expect(found.map(\.subject) == ["140"])
            #expect(found.map(\.row) == [nil])
        }
        let more = try findings("insatser", households(212), before: households(140))
        #expect(more.map(\.message) == ["Antalet hushåll är 212. Förra månaden var det 140 (+51 procent)."])
    }

    @Test("V01 is said in the words of the message bank")
    func shareWording() throws {
        let found = try findings("avslutsorsaker", reasons(62, of: 100), before: reasons(35, of: 100))
        #expect(found.map(\.rule) == ["V01"])
        #expect(
            found.map { "\($0.message) \($0.remedy)" }
                == ["Orsak okänd (kod 12) är 62 procent i mars. I februari var den 35 procent. Stämmer det?"])
        #expect(found.map(\.severity) == [.warning])
        #expect(found.map(\.subject) == ["62"])
    }

    @Test("In English the figures are the same")
    func english() throws {
        let count = try findings("insatser", households(140), before: households(212), .en)
        #expect(count.count == 1 && count[0].message.contains("140") && count[0].message.contains("212"))
        #expect(count[0].message.contains("−34"))
        let share = try findings("avslutsorsaker", reasons(62, of: 100), before: reasons(35, of: 100), .en)
        #expect(share.count == 1 && share[0].message.contains("March") && share[0].message.contains("February"))
    }

    @Test(
        "30 percent more or less pass without a question, one household further does not",
        arguments: [
            (70, 100, false), (69, 100, true), (130, 100, false), (131, 100, true), (7, 10, false), (6, 10, true),
            (14, 10, true), (13, 10, false), (0, 10, true), (0, 9, false), (90, 9, false), (5, 0, false),
        ])
    func countEdge(now: Int, before: Int, asks: Bool) throws {
        #expect(try findings("insatser", households(now), before: households(before)).isEmpty == !asks)
    }

    @Test(
        "15 percentage points pass, more does not, and a few filled cells say nothing",
        arguments: [
            ((50, 100), (35, 100), false), ((51, 100), (35, 100), true),
            ((20, 100), (35, 100), false), ((19, 100), (35, 100), true), ((301, 2000), (0, 100), true),
            ((300, 2000), (0, 100), false), ((19, 19), (0, 100), false), ((20, 20), (0, 100), true),
            ((20, 20), (0, 19), false), ((20, 20), (0, 20), true),
        ])
    func shareEdge(now: (Int, Int), before: (Int, Int), asks: Bool) throws {
        let found = try findings(
            "avslutsorsaker", reasons(now.0, of: now.1, blank: 5), before: reasons(before.0, of: before.1))
        #expect(found.contains { $0.rule == "V01" } == asks)
    }

    @Test("Shares are of those who have a reason, not of all households")
    func blanks() throws {
        let found = try findings("avslutsorsaker", reasons(50, of: 100, blank: 20), before: reasons(30, of: 100))
        #expect(found.map(\.message) == ["Orsak okänd (kod 12) är 50 procent i mars. I februari var den 30 procent."])
    }
}
