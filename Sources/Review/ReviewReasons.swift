import Checking
import Definitions
import Foundation
import Register
import Vocabulary

/// What there is to look at in the deliveries of one month.
struct ReviewReasons {
    /// The month's deliveries, current or not.
    let receipts: [Receipt]
    private let collection: Definitions.Collection
    private let due: (@Sendable (DeliveryNumber) -> Day?)?
    /// Households with a free text, by delivery.
    private var texts: [DeliveryNumber: Int] = [:]
    /// Rows of what counts for the month before.
    private var before: [Place: Int] = [:]

    private struct Place: Hashable {
        var municipality: Municipality
        var table: String
    }

    init(
        of month: Month, in collection: Definitions.Collection, register: Register,
        due: (@Sendable (DeliveryNumber) -> Day?)?
    ) async throws(ReviewError) {
        self.collection = collection
        self.due = due
        do {
            receipts = try await register.deliveries(DeliveryFilter(collection: collection.id, month: month))
            let previous = try await register.deliveries(
                DeliveryFilter(collection: collection.id, month: month.previous))
            for receipt in previous {
                for part in receipt.parts where part.isCurrent {
                    before[Place(municipality: receipt.municipality, table: part.table)] = part.rows
                }
            }
            for table in collection.tables {
                guard let field = table.textField else { continue }
                let selection = PartSelection(collection: collection.id, table: table.id, months: month...month)
                texts = try await register.reduceParts(selection, into: texts) { texts, part, bytes in
                    var segment = Segment()
                    try segment.open(bytes)
                    guard let place = segment.place(of: field.name) else { return }
                    var households = 0
                    try segment.forEachFilled(place, in: bytes) { _, _ in households += 1 }
                    if households > 0 { texts[part.number, default: 0] += households }
                }
            }
        } catch {
            throw ReviewError(error)
        }
    }

    /// Why to look at a delivery.
    func reasons(to receipt: Receipt) -> [ReviewReason] {
        var reasons: [ReviewReason] = []
        if !receipt.confirmed.isEmpty { reasons.append(.confirmedWarnings(receipt.confirmed)) }
        if let households = texts[receipt.number] { reasons.append(.freeTexts(households: households)) }
        for part in receipt.parts where part.isCurrent { reasons += changes(part, of: receipt) }
        if let day = lastDay(receipt.number), Day(receipt.receivedAt) > day { reasons.append(.late(due: day)) }
        if !receipt.corrections.isEmpty { reasons.append(.corrected(cells: receipt.corrections.count)) }
        return reasons
    }

    private func changes(_ part: Receipt.Part, of receipt: Receipt) -> [ReviewReason] {
        guard let percent = collection.table(part.table)?.largestChange else { return [] }
        let compared: [(ReviewReason.Comparison, Int?)] = [
            (.monthBefore, before[Place(municipality: receipt.municipality, table: part.table)]),
            (.supersededDelivery, rows(of: part.table, before: receipt)),
        ]
        return compared.compactMap { comparison, rows in
            guard let rows, Comparison.isLarge(from: rows, to: part.rows, percent: percent) else { return nil }
            return .largeChange(table: part.table, from: rows, to: part.rows, since: comparison)
        }
    }

    /// Rows of a table in the newest delivery before that stands and has it: a delivery may take over several.
    private func rows(of table: String, before receipt: Receipt) -> Int? {
        let earlier = receipts.filter {
            $0.municipality == receipt.municipality && $0.number.sequence < receipt.number.sequence
                && $0.withdrawal == nil && $0.parts.contains { $0.table == table }
        }
        let newest = earlier.max { $0.number.sequence < $1.number.sequence }
        return newest?.parts.first { $0.table == table }?.rows
    }

    private func lastDay(_ number: DeliveryNumber) -> Day? {
        if let due { return due(number) }
        return collection.calendar.period(number.month).flatMap { Day(iso: $0.due) }
    }
}

extension Table {
    /// The field of free text, if there is one (*klartext till kod 8*).
    var textField: Field? { fields.first { if case .text = $0.type { true } else { false } } }

    /// How much the number of rows may move, in per cent, without a question; `nil` = as much as it likes.
    fileprivate var largestChange: Double? {
        rules.lazy.compactMap { if case .countChange(let percent) = $0.kind { percent } else { nil } }.min()
    }
}
