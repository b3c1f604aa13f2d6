import Testing
import Vocabulary

@Suite("Months")
struct MonthTests {
    @Test("read and write the ISO form")
    func roundTrip() throws {
        for year in 1900...2199 {
            for number in 1...12 {
                let month = try #require(Month(year: year, month: number))
                #expect(Month(iso: month.iso) == month)
                #expect(month.year == year && month.month == number)
                #expect(month.next.previous == month)
            }
        }
    }

    @Test(
        "do not read other forms",
        arguments: [
            "2013-13", "2013-00", "2013-3", "201303", "2013/03", "13-03", "2013-03-01", "", "1899-01", "2O13-03",
        ])
    func refuse(text: String) {
        #expect(Month(iso: text) == nil)
    }

    @Test(
        "know their length, leap years too",
        arguments: [
            ("2013-02", 28), ("2012-02", 29), ("1900-02", 28), ("2000-02", 29), ("2013-03", 31), ("2013-04", 30),
        ])
    func days(iso: String, days: Int) {
        #expect(Month(iso: iso)?.days == days)
    }

    @Test("are named in both languages")
    func names() {
        #expect(Month(iso: "2013-03")?.fullName(.sv) == "mars 2013")
        #expect(Month(iso: "2013-12")?.fullName(.en) == "December 2013")
    }
}
