import Checking
import Definitions
import Foundation
import Intake
import Register
import Storage
public import Vocabulary

extension Review {
    /// What delivering has cost the municipalities, from their attempts about `months`. Tests of a file are no part of it.
    public func burden(
        collection: String, months: ClosedRange<Month>
    ) async throws(ReviewError) -> ResponseBurden {
        try await read { transaction in
            let attempts = try transaction.attempts(
                AttemptFilter(collection: collection, months: months, purpose: .delivery))
            let deliveries = Dictionary(
                grouping: try transaction.arrivals(collection: collection, months: months)
            ) { BurdenPlace(month: $0.number.month, municipality: $0.number.municipality) }
            let states = try transaction.reviewStates(collection: collection, months: months)
            let places = Dictionary(grouping: attempts) { attempt in
                attempt.month.map { BurdenPlace(month: $0, municipality: attempt.municipality) }
            }
            let cases = places.compactMap { place, attempts -> ResponseBurden.Case? in
                guard let place, let first = attempts.map(\.at).min() else { return nil }
                let delivered = deliveries[place] ?? []
                let current = delivered.filter(\.isCurrent).map { states[$0.number] ?? .waiting }
                let isApproved = !current.isEmpty && current.allSatisfy(\.isApproved)
                return ResponseBurden.Case(
                    municipality: place.municipality, month: place.month, attempts: attempts.count,
                    errors: attempts.reduce(0) { $0 + $1.errors }, firstAt: first,
                    submittedAt: delivered.map(\.receivedAt).filter { $0 >= first }.min(),
                    approvedAt: isApproved ? current.compactMap(\.decidedAt).max() : nil)
            }
            return ResponseBurden(
                collection: collection, months: months,
                cases: cases.sorted { ($0.month, $0.municipality) < ($1.month, $1.municipality) },
                said: attempts.said)
        }
    }
}

private struct BurdenPlace: Hashable {
    var month: Month
    var municipality: Municipality
}

private struct SaidKey: Hashable {
    var municipality: Municipality
    var table: String
    var rule: String
    var severity: Severity
}

extension [Attempt] {
    /// What each rule said to each municipality.
    fileprivate var said: [ResponseBurden.Said] {
        var places: [SaidKey: Int] = [:]
        var said: [ResponseBurden.Said] = []
        for attempt in self {
            for count in attempt.rules {
                let key = SaidKey(
                    municipality: attempt.municipality, table: count.table, rule: count.rule, severity: count.severity)
                let place = places[key] ?? said.count
                if place == said.count {
                    places[key] = place
                    said.append(
                        ResponseBurden.Said(
                            municipality: attempt.municipality,
                            rule: ResponseBurden.Rule(
                                table: count.table, rule: count.rule, severity: count.severity, findings: 0,
                                attempts: 0, municipalities: 1)))
                }
                said[place].rule.findings += count.count
                said[place].rule.attempts += 1
            }
        }
        return said
    }
}
