import Foundation
import Vocabulary

/// Times as clocks in Sweden show them, whatever the computer's own zone.
struct SwedishTime {
    private let month: Month?
    private let day: Int
    private let hour: Int
    private let minute: Int

    /// The time in Sweden at `date`.
    init(_ date: Date) {
        let parts = Self.calendar.dateComponents([.year, .month, .day, .hour, .minute], from: date)
        month = Month(year: parts.year ?? 0, month: parts.month ?? 0)
        (day, hour, minute) = (parts.day ?? 0, parts.hour ?? 0, parts.minute ?? 0)
    }

    /// "4 april 2013 kl. 9.31", "4 April 2013 at 9.31".
    func text(_ language: Language) -> String {
        "\(day) \(month?.fullName(language) ?? "–") \(language == .sv ? "kl." : "at") \(hour).\(padded(minute))"
    }

    /// Where space is short: "2013-04-04 9.31".
    var short: String { "\(month?.iso ?? "–")-\(padded(day)) \(hour).\(padded(minute))" }

    private func padded(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = TimeZone(identifier: "Europe/Stockholm") ?? .gmt
        return calendar
    }()
}
