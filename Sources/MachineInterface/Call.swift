import Accounts
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Intake
import Vocabulary
import Web

/// A request by a system whose key is good.
struct Call: Sendable {
    let request: Request
    let context: PortalContext
    let language: Language
    let key: APIKey
    /// The municipality that the key acts for.
    let municipality: Municipality
    /// What stands after the question mark: only what the endpoint has parameters for.
    let query: Form

    /// When it came.
    var now: Date { context.now }
    /// The key as whoever puts something in.
    var sender: Sender {
        Sender(id: "nyckel \(key.id)", name: key.name, actor: Caller.key(key).actor)
    }

    /// The month asked for after the question mark.
    func month() throws(Problem) -> Month? {
        guard let text = query["month"] else { return nil }
        guard let month = Month(iso: text) else {
            throw .invalid("month", sv: "Skriv månaden som 2013-04.", en: "Write the month as 2013-04.")
        }
        return month
    }

    /// A whole number asked for after the question mark, within `range`.
    func number(_ name: String, in range: ClosedRange<Int>) throws(Problem) -> Int? {
        guard let text = query[name] else { return nil }
        guard let number = Int(text), String(number) == text, range.contains(number) else {
            throw .invalid(
                name, sv: "Ange ett tal från \(range.lowerBound) till \(range.upperBound).",
                en: "Give a number from \(range.lowerBound) to \(range.upperBound).")
        }
        return number
    }
}

extension Language {
    /// The one that `request` would rather have, Swedish where it does not say.
    init(preferredBy request: Request) {
        let wishes = (request.headers[.acceptLanguage] ?? "").split(separator: ",").compactMap { wish in
            let parts = wish.split(separator: ";").map { $0.trimmingCharacters(in: .whitespaces).lowercased() }
            guard let tag = parts.first, let language = Language(rawValue: String(tag.prefix { $0 != "-" })) else {
                return (Language, Double)?.none
            }
            let weight = parts.dropFirst().first { $0.hasPrefix("q=") }.map { Double($0.dropFirst(2)) ?? 0 } ?? 1
            return (language, weight)
        }
        self = wishes.max { $0.1 < $1.1 }.flatMap { $0.1 > 0 ? $0.0 : nil } ?? .sv
    }
}
