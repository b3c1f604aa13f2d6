import Checking
public import Foundation
public import Storage
public import Vocabulary

extension Register {
    /// Records that a municipality had no households for `tables` in a month (*inget att rapportera*).
    ///
    /// It is a delivery like others: it supersedes what was delivered before. The same word again gives the same receipt,
    /// unless it has been asked for anew. What is to be kept with it or not at all is done `alongside`.
    public func nothingToReport(
        collection: String, definitionVersion: Int, tables: [String], municipality: Municipality, month: Month,
        sender: String, actor: String? = nil, receivedAt: Date = Date(),
        alongside: @escaping @Sendable (any Transaction, Receipt) throws -> Void = { _, _ in }
    ) async throws(RegisterError) -> Receipt {
        try TypedText.sender.refuseIdentityNumber(sender)
        let parts = tables.map { PendingDelivery.Part(table: $0, outcome: .approved, rows: 0, segment: nil) }
        let delivery = PendingDelivery(month: month, municipality: municipality, kind: .nothing, parts: parts)
        let receipts = try await write { transaction in
            var writer = DeliveryWriter(
                transaction: transaction, collection: collection, definitionVersion: definitionVersion, sender: sender,
                actor: actor ?? sender, receivedAt: receivedAt)
            let id = try writer.keep(delivery, confirmed: [])
            let receipts = try transaction.receipts("id = \(id)")
            for receipt in receipts { try alongside(transaction, receipt) }
            return receipts
        }
        guard let receipt = receipts.first else { throw .storage(.failed(code: 0, message: "no receipt")) }
        return receipt
    }
}
