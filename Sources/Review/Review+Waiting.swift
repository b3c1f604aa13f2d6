import Checking
public import Definitions
public import Foundation
public import Register
import Storage
public import Vocabulary

extension Review {
    /// The deliveries of a collection that wait for review (*granskningskö*): those that count and that nobody has
    /// decided on, oldest first.
    ///
    /// - Parameters:
    ///   - months: The months they are about; `nil` = all.
    ///   - due: The last day for a delivery, where another than the calendar's holds (*anstånd*).
    public func waiting(
        in collection: Definitions.Collection, months: ClosedRange<Month>? = nil,
        due: (@Sendable (DeliveryNumber) -> Day?)? = nil
    ) async throws(ReviewError) -> [WaitingDelivery] {
        let id = collection.id
        let all = try await asked { (register) throws(RegisterError) in try await register.months(collection: id) }
        guard let all, let months = months?.overlap(all) ?? (months == nil ? all : nil) else { return [] }
        let numbers = try await read { transaction in
            let decided = try transaction.reviewStates(collection: id, months: months)
            let current = try transaction.arrivals(collection: id, months: months).filter(\.isCurrent)
            return Set(current.map(\.number)).subtracting(decided.keys)
        }
        var deliveries: [WaitingDelivery] = []
        for month in Set(numbers.map(\.month)) {
            let reasons = try await ReviewReasons(of: month, in: collection, register: register, due: due)
            deliveries += reasons.receipts.filter { numbers.contains($0.number) }
                .map { WaitingDelivery(receipt: $0, reasons: reasons.reasons(to: $0)) }
        }
        return deliveries.sorted {
            ($0.receipt.receivedAt, $0.receipt.month, $0.receipt.municipality)
                < ($1.receipt.receivedAt, $1.receipt.month, $1.receipt.municipality)
        }
    }

    /// Approves the waiting deliveries that the collection's setting lets through without anyone looking, and gives
    /// them. What comes instead of something returned is looked at by a person. To be called when something has been delivered, and now and then.
    @discardableResult
    public func approveAutomatically(
        in collection: Definitions.Collection, months: ClosedRange<Month>? = nil, at time: Date,
        due: (@Sendable (DeliveryNumber) -> Day?)? = nil
    ) async throws(ReviewError) -> [DeliveryNumber] {
        let setting = try await automaticApproval(collection: collection.id)
        guard setting.isOn else { return [] }
        let approved = try await waiting(in: collection, months: months, due: due)
            .filter { setting.approves($0.reasons) }.map(\.receipt.number)
        guard !approved.isEmpty else { return [] }
        let id = collection.id
        return try await write { transaction in
            // Somebody may have decided meanwhile.
            try approved.filter { number in
                guard try transaction.decisions(number.condition).isEmpty,
                    try !transaction.followsReturned(number, collection: id)
                else { return false }
                _ = try transaction.keep(.automatic, on: number, of: id, message: "", by: "automatiskt", at: time)
                return true
            }
        }
    }
}

extension Transaction {
    /// Whether the last delivery decided on for the same municipality and month was returned.
    fileprivate func followsReturned(_ number: DeliveryNumber, collection: String) throws -> Bool {
        try reviewStates(collection: collection, months: number.month...number.month, municipality: number.municipality)
            .max { $0.key.sequence < $1.key.sequence }?.value.isReturned ?? false
    }
}

extension ClosedRange where Bound == Month {
    /// The months of both; `nil` when there are none.
    func overlap(_ other: ClosedRange<Month>) -> ClosedRange<Month>? { overlaps(other) ? clamped(to: other) : nil }
}
