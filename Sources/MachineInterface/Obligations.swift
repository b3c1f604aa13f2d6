import Accounts
import Collecting
import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Register
import Vocabulary
import Web

// What the municipality owes, until when, and how it stands.

extension MachineInterface {
    var obligationEndpoints: [Endpoint] {
        [
            Endpoint(
                id: "listObligations", method: .get, path: "obligations",
                title: Localized(sv: "Vad kommunen ska lämna", en: "What the municipality is to deliver"),
                about: Localized(
                    sv: "Varje månad med sista dag och läge.", en: "Each month with its last day and how it stands."),
                permission: .seeDeliveries, parameters: [.collection],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Månaderna.", en: "The months."),
                        shape: .object(["obligations": .has(.list(of: .component("Obligation")))]))
                ], run: obligations),
            Endpoint(
                id: "getObligation", method: .get, path: "obligations/{month}",
                title: Localized(sv: "Läget för en månad", en: "How a month stands"),
                about: Localized(sv: "Sista dag och läge.", en: "The last day and how it stands."),
                permission: .seeDeliveries, parameters: [.monthInPath, .collection],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Månaden.", en: "The month."), shape: .component("Obligation")
                    )
                ], run: obligation),
        ]
    }

    private func obligations(_ call: Call) async throws -> Response {
        let collections = try call.query["collection"].map { [try collection($0)] } ?? house.collections
        var obligations: [Obligation] = []
        for collection in collections {
            obligations += try await house.collecting.standings(collection.id, of: call.municipality, at: call.now)
                .map(Obligation.init)
        }
        return try .json(["obligations": obligations])
    }

    private func obligation(_ call: Call) async throws -> Response {
        guard let month = Month(iso: try call.context.parameter("month")) else { throw Problem(.notFound) }
        let collections = try call.query["collection"].map { [try collection($0)] } ?? house.collections
        guard let collection = collections.first(where: { $0.calendar.period(month) != nil }) else {
            throw Problem(.notFound)
        }
        return try .json(Obligation(try await standing(collection, month, of: call.municipality, at: call.now)))
    }

    /// Lets pass what is for a month that receives figures.
    func refuseClosed(
        _ collection: Definitions.Collection, _ month: Month, of municipality: Municipality, at time: Date
    ) async throws {
        let state = try await standing(collection, month, of: municipality, at: time).state
        if !state.receives { throw Problem(.notOpen, detail: state.words(month)) }
    }

    private func standing(
        _ collection: Definitions.Collection, _ month: Month, of municipality: Municipality, at time: Date
    ) async throws -> MonthStanding {
        let standings = try await house.collecting.standings(collection.id, of: municipality, at: time)
        guard let standing = standings.first(where: { $0.period.month == month }) else {
            throw Problem.invalid(
                "month", sv: "Månaden ingår inte i insamlingen.", en: "The month is not in the collection.")
        }
        return standing
    }
}

/// How a month stands, as a system is told.
private struct Obligation: Encodable {
    let collection: String
    let month: String
    let owed: Bool
    let units: [String]
    let status: String
    let late: Bool
    let awaitsReview: Bool
    let receives: Bool
    let opens: String
    let due: String
    let closes: String?
    let delivery: String?

    init(_ standing: MonthStanding) {
        let period = standing.period
        collection = period.collection
        month = period.month.iso
        owed = standing.duty != nil
        units = standing.duty?.units ?? []
        status = standing.standing.status.rawValue
        late = standing.standing.isLate
        awaitsReview = standing.standing.awaitsReview
        receives = standing.state.receives
        opens = period.opens.iso
        due = period.due(extended: standing.dueExtension?.until).iso
        closes = period.closes?.iso
        delivery = standing.latest?.number.description
    }
}

extension PeriodState {
    /// Why the month receives nothing.
    fileprivate func words(_ month: Month) -> Localized? {
        switch self {
        case .open, .pastDue: return nil
        case .notYetOpen(let opens):
            return Localized(
                sv: "\(month.iso) öppnar \(opens.text(.sv)).", en: "\(month.iso) opens on \(opens.text(.en)).")
        case .closed(let since, let contact):
            let who = contact.map { "\($0.name), \($0.email)" }
            return Localized(
                sv: "\(month.iso) är stängd sedan \(since.text(.sv))." + (who.map { " Kontakta \($0)." } ?? ""),
                en: "\(month.iso) has been closed since \(since.text(.en))." + (who.map { " Contact \($0)." } ?? ""))
        }
    }
}
