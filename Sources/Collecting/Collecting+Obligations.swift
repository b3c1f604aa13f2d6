import AccessLog
import Definitions
public import Foundation
import Storage
public import Vocabulary

extension Collecting {
    /// Who owes figures for a collection.
    public func obligations(_ collection: String) async throws(CollectingError) -> Obligations {
        let collection = try self.collection(collection)
        return try await read { try $0.obligations(collection.id) }
    }

    /// Decides who owes figures from one month to another; `nil` = without end. A later decision counts over an earlier.
    ///
    /// - Parameter units: The parts (*stadsdelar*) that each owe figures; none = the municipality as one.
    public func decide(
        _ collection: String, _ municipalities: [Municipality], owes: Bool, units: [String] = [], from: Month? = nil,
        to: Month? = nil, reason: String, by: String, at time: Date
    ) async throws(CollectingError) {
        let collection = try self.collection(collection)
        let reason = try CollectingText.reason.filled(reason)
        var names: [String] = []
        for unit in units { names.append(try CollectingText.unit.filled(unit)) }
        if let from, let to, from > to { throw .monthsOutOfOrder }
        let decisions = municipalities.map { [names] in
            ObligationDecision(
                municipality: $0, from: from, to: to, owes: owes, units: owes ? names : [], reason: reason, by: by,
                at: time)
        }
        try await write { transaction in
            for decision in decisions { try transaction.keep(decision, collection.id) }
        }
    }
}

extension Transaction {
    func obligations(_ collection: String, _ municipality: Municipality? = nil) throws -> Obligations {
        let place: SQL = municipality.map { "o.municipality = \(Int($0.number))" } ?? "1 = 1"
        var decisions: [ObligationDecision] = []
        var last = 0
        try forEach(
            """
            SELECT o.id, o.municipality, o.first_month, o.last_month, o.owes, o.reason, o.decided_by, o.decided_at,
                u.name
            FROM obligation o LEFT JOIN obligation_unit u ON u.obligation = o.id
            WHERE o.collection = \(collection) AND \(place) ORDER BY o.id, u.position
            """
        ) { row in
            guard let municipality = Municipality(number: row.integer(1)) else { return }
            let month = { (column: Int) in
                row.optionalInteger(column).map { Month(index: Int32(truncatingIfNeeded: $0)) }
            }
            if row.integer(0) != last {
                last = row.integer(0)
                decisions.append(
                    ObligationDecision(
                        municipality: municipality, from: month(2), to: month(3), owes: row.integer(4) == 1,
                        reason: row.text(5), by: row.text(6), at: row.time(7)))
            }
            if let unit = row.optionalText(8) { decisions[decisions.count - 1].units.append(unit) }
        }
        return Obligations(decisions)
    }

    fileprivate func keep(_ decision: ObligationDecision, _ collection: String) throws {
        let id = try identity(
            of: """
                INSERT INTO obligation (
                    collection, municipality, first_month, last_month, owes, reason, decided_by, decided_at
                )
                VALUES (
                    \(collection), \(Int(decision.municipality.number)), \(decision.from.map { Int($0.index) }),
                    \(decision.to.map { Int($0.index) }), \(decision.owes ? 1 : 0), \(decision.reason), \(decision.by),
                    \(decision.at)
                )
                RETURNING id
                """)
        for (position, unit) in decision.units.enumerated() {
            try execute(
                "INSERT INTO obligation_unit (obligation, position, name) VALUES (\(id), \(position), \(unit))")
        }
        try log(
            Event(
                at: decision.at, actor: decision.by, organisation: .municipality(decision.municipality),
                act: .changedObligation, subject: collection))
    }
}
