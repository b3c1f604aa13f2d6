import Foundation
import Testing
import Vocabulary

@Suite("Days and times in Sweden")
struct SwedishTimeTests {
    static let stockholm: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
        return calendar
    }()

    @Test("agree with the time-zone database, an hour at a time around every change of clocks")
    func agreesWithTimeZoneDatabase() {
        for year in 1996...2037 {
            for (month, day) in [(3, 24), (10, 24), (1, 1), (2, 28), (7, 1), (12, 31)] {
                guard let start = Month(year: year, month: month).flatMap({ Day($0, day) }) else { continue }
                for hour in 0..<200 {
                    let seconds = start.number * 86_400 + hour * 3_600 + 61
                    let parts = Self.stockholm.dateComponents(
                        [.year, .month, .day, .hour, .minute, .weekday],
                        from: Date(timeIntervalSince1970: Double(seconds)))
                    let time = SwedishTime(secondsSince1970: seconds)
                    let got = [time.day.month.year, time.day.month.month, time.day.dayOfMonth, time.hour, time.minute]
                    #expect(got == [parts.year, parts.month, parts.day, parts.hour, parts.minute])
                    #expect(time.day.weekday % 7 + 1 == parts.weekday)
                }
            }
        }
    }

    @Test(
        "know when a day begins, also when it has 23 or 25 hours",
        arguments: ["2013-03-31", "2013-10-27", "2013-04-01"])
    func beginnings(iso: String) throws {
        let day = try #require(Day(iso: iso))
        let start = SwedishTime.secondsSince1970(startOf: day)
        #expect(SwedishTime(secondsSince1970: start).short == "\(iso) 0.00")
        #expect(SwedishTime(secondsSince1970: start - 1).day == day.advanced(by: -1))
    }

    @Test("read what they write, and nothing else")
    func reads() throws {
        for number in stride(from: -20_000, to: 60_000, by: 37) {
            #expect(Day(iso: Day(number: number).iso)?.number == number)
        }
        for other in ["2013-02-29", "2013-2-01", "2013-04-31", "20130401", "2013-04-0x", ""] {
            #expect(Day(iso: other) == nil)
        }
    }

    @Test("are written as Swedish readers expect")
    func words() throws {
        let due = try #require(Day(iso: "2013-04-15"))
        #expect(due.textWithWeekday(.sv) == "måndag 15 april 2013")
        #expect(due.textWithWeekday(.en) == "Monday 15 April 2013")
        let time = SwedishTime(secondsSince1970: due.number * 86_400 + 7 * 3_600 + 720)
        #expect(time.text(.sv) == "15 april 2013 kl. 9.12")
        #expect(time.short == "2013-04-15 9.12")
    }

    @Test(
        "and numbers with one decimal keep their sign",
        arguments: [(406, "40,6"), (-30, "\u{2212}3,0"), (-3, "\u{2212}0,3"), (0, "0,0")])
    func tenths(tenths: Int, text: String) {
        #expect(NumberForm(.sv).text(tenths: tenths) == text)
    }
}
