import Checking
import Collecting
import Definitions
import Foundation
import Register
import Review
import Testing
import Vocabulary

@Suite("How a municipality stands")
struct StandingTests {
    /// What is known, as a line of words, and what follows of it; the last day is 22 April and today is 22 or 23 April.
    struct Case: Sendable, CustomTestStringConvertible {
        var known: String
        var today = "2013-04-23"
        var expected: String
        var testDescription: String { "\(known) on \(today)" }
    }

    static let cases = [
        // Nothing has come.
        Case(known: "", today: "2013-04-22", expected: "not-delivered"),
        Case(known: "", expected: "not-delivered late"),
        Case(known: "checking", expected: "checking late"),
        Case(known: "faulty", today: "2013-04-22", expected: "not-approved"),
        Case(known: "ready", expected: "not-delivered late"),
        Case(known: "declined", expected: "declined"),
        Case(known: "declined faulty", expected: "declined"),
        // What is delivered outweighs the rest.
        Case(known: "approved@04", expected: "approved review"),
        Case(known: "approved@04 approval1", expected: "approved"),
        Case(known: "warned@04 automatic1", expected: "approved-with-warnings"),
        Case(known: "nothing@04", expected: "nothing-to-report review"),
        Case(known: "approved@04 faulty declined", expected: "approved review"),
        Case(known: "approved@23", expected: "approved late review"),
        Case(known: "approved@22", expected: "approved review"),
        // Returned, and delivered anew: the first delivery says whether it was in time.
        Case(known: "approved@04 returned1", expected: "returned"),
        Case(known: "approved@04 returned1 approved@23", expected: "approved review"),
        Case(known: "approved@23 returned1", expected: "returned late"),
        // Taken back.
        Case(known: "withdrawn@04", expected: "not-delivered late"),
        Case(known: "withdrawn@04 approved@23", expected: "approved late review"),
        Case(known: "withdrawn@04 declined", expected: "not-delivered late"),
        Case(known: "withdrawn@02 declined", expected: "declined"),
        // Two tables delivered apart: the worse of them counts.
        Case(known: "approved@04 other@05 approval1", expected: "approved review"),
        Case(known: "approved@04 other@05 approval1 returned2", expected: "returned"),
        Case(known: "nothing@04 other@05 approval1 approval2", expected: "approved"),
        Case(known: "warned@04 approved@05 approval2", expected: "approved"),
    ]

    @Test("follows from deliveries, decisions, files and declines", arguments: cases)
    func standing(_ each: Case) throws {
        let (municipality, month) = (
            try #require(Municipality(code: "0380")), try #require(Month(year: 2013, month: 3))
        )
        var evidence = Evidence(due: try #require(Day(iso: "2013-04-22")))
        let time = try CollectingFixture.time("2013-04-03 12:00")
        var current: [String: Int] = [:]
        for word in each.known.split(separator: " ").map(String.init) {
            let parts = word.split(separator: "@")
            let number = { DeliveryNumber(month: month, municipality: municipality, sequence: $0) }
            let decided = word.last?.wholeNumberValue.map(number)
            switch parts[0] {
            case "checking": evidence.pending = PendingFile(at: time, state: .checking)
            case "faulty": evidence.pending = PendingFile(at: time, state: .faulty(errors: 3))
            case "ready": evidence.pending = PendingFile(at: time, state: .ready)
            case "declined":
                evidence.decline = Decline(
                    collection: "x", municipality: municipality, reason: "Tid", sender: "Bo", receivedAt: time)
            case "approval1", "approval2": evidence.reviews[try #require(decided)] = .approved(by: "Eva", at: time)
            case "automatic1": evidence.reviews[try #require(decided)] = .approvedAutomatically(at: time)
            case "returned1", "returned2":
                evidence.reviews[try #require(decided)] = .returned(message: "Fel månad", by: "Eva", at: time)
            default:
                let place = evidence.arrivals.count
                let table = parts[0] == "other" ? "avslutsorsaker" : "insatser"
                let isWithdrawn = parts[0] == "withdrawn"
                if !isWithdrawn, let before = current[table] {
                    evidence.arrivals[before].parts[0].isCurrent = false
                }
                if !isWithdrawn { current[table] = place }
                evidence.arrivals.append(
                    Arrival(
                        number: number(place + 1), kind: parts[0] == "nothing" ? .nothing : .data,
                        receivedAt: try CollectingFixture.time("2013-04-\(parts[1]) 12:00"), isWithdrawn: isWithdrawn,
                        parts: [
                            Arrival.Part(
                                table: table, rows: 2,
                                outcome: parts[0] == "warned" ? .approvedWithWarnings : .approved,
                                isCurrent: !isWithdrawn)
                        ]))
            }
        }
        let standing = Standing(evidence, today: try #require(Day(iso: each.today)))
        let words = [standing.status.rawValue, standing.isLate ? "late" : "", standing.awaitsReview ? "review" : ""]
        #expect(words.filter { !$0.isEmpty }.joined(separator: " ") == each.expected)
    }

    @Test("is said in the words of the design, each its own")
    func words() {
        #expect(
            MonthStatus.allCases.map(\.title.sv) == [
                "Ej lämnad", "Kontrolleras", "Utkast med fel", "Återlämnad", "Avstår", "Godkänd med varningar",
                "Godkänd",
                "Inget att rapportera",
            ])
        #expect(Set(MonthStatus.allCases.map(\.title.en)).count == MonthStatus.allCases.count)
    }
}
