import Accounts
import Definitions
import Foundation
import Register
import Review
import Storage
import Vocabulary

extension Collecting {
    /// Writes to municipalities about the authority's decisions of the last week, each once; how many.
    func sendDecisionLetters(at time: Date) async throws(CollectingError) -> Int {
        let post = post(at: time)
        var sent = 0
        for collection in collections {
            let decisions = try await read { transaction in
                try transaction.decisions(collection: collection.id, after: transaction.lastDecision() - Self.margin)
                    .filter { decision in
                        guard let at = decision.state.decidedAt, at > time.addingTimeInterval(-7 * 86_400) else {
                            return false
                        }
                        return try !transaction.hasLetter("decision \(decision.id)")
                    }
            }
            guard !decisions.isEmpty else { continue }
            sent += try await write { transaction in
                try decisions.count { decision in
                    try post.once("decision \(decision.id)", decision: decision.id, transaction) {
                        try post.tell(decision, collection, transaction)
                    }
                }
            }
        }
        return sent
    }

    /// Sends the receipts of deliveries of the last day that nothing has been written about; how many.
    ///
    /// A delivery is given two minutes to be approved automatically, which is then all that is said.
    func sendReceiptLetters(at time: Date) async throws(CollectingError) -> Int {
        let post = post(at: time)
        var sent = 0
        for collection in collections {
            guard let first = collection.calendar.periods.first?.month,
                let last = collection.calendar.periods.last?.month
            else { continue }
            let arrivals = try await read { transaction in
                try transaction.arrivals(
                    collection: collection.id, months: first...last, since: time.addingTimeInterval(-86_400)
                ).filter { arrival in
                    guard arrival.isCurrent, arrival.receivedAt <= time.addingTimeInterval(-120) else { return false }
                    return try !transaction.hasLetter("delivery \(arrival.number)")
                }
            }
            guard !arrivals.isEmpty else { continue }
            sent += try await write { transaction in
                try arrivals.count { arrival in
                    try post.once("delivery \(arrival.number)", transaction) {
                        let reviewed = try transaction.period(collection, arrival.number.month).reviewed
                        let letter = Letter.received(
                            collection, arrival.number, reviewed: reviewed, today: Day(time),
                            link: post.address(.delivery(arrival.number)))
                        try post.sendToPeople(letter, of: arrival.number.municipality, transaction)
                    }
                }
            }
        }
        return sent
    }

    /// Numbers may be given before they are kept: so far back decisions are looked at again.
    private static let margin = 100
}

extension Post {
    fileprivate func tell(_ decision: Decision, _ collection: Collection, _ transaction: any Transaction) throws {
        let number = decision.number
        let link = address(.delivery(number))
        switch decision.state {
        case .waiting: break
        case .approved, .approvedAutomatically:
            _ = try once("delivery \(number)", transaction) {}
            try sendToPeople(.approved(collection, number, link: link), of: number.municipality, transaction)
        case .returned:
            let extended = try transaction.extensions(collection.id, number.month)[number.municipality]?.until
            let due = try transaction.period(collection, number.month).due(extended: extended)
            try send(
                .returned(collection, number, due: due, today: Day(at), link: link),
                to: transaction.contacts(of: .municipality(number.municipality)), transaction)
        }
    }

    /// To the contacts only: what asks for nothing is not sent to a registrar.
    fileprivate func sendToPeople(
        _ letter: Letter, of municipality: Municipality, _ transaction: any Transaction
    ) throws {
        for contact in try transaction.contacts(of: .municipality(municipality)).people {
            try send(letter, to: contact.email, contact.language, transaction)
        }
    }
}

extension Transaction {
    /// Whether something has been written about.
    func hasLetter(_ name: String) throws -> Bool {
        try first("SELECT 1 FROM letter WHERE name = \(name)") { _ in true } ?? false
    }

    /// The highest number of a decision written about.
    fileprivate func lastDecision() throws -> Int {
        try first("SELECT MAX(decision) FROM letter") { $0.integer(0) } ?? 0
    }
}
