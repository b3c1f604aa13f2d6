import Checking
public import Foundation
import Storage
public import Vocabulary

extension Register {
    /// Records that a municipality had no households for `tables` in a month (*inget att rapportera*).
    ///
    /// It is a delivery like others: it supersedes what was delivered before. The same word again gives the same receipt.
    public func nothingToReport(
        collection: String, definitionVersion: Int, tables: [String], municipality: Municipality, month: Month,
        sender: String, receivedAt: Date = Date()
    ) async throws(RegisterError) -> Receipt {
        try TypedText.sender.refuseIdentityNumber(sender)
        let parts = tables.map { PendingDelivery.Part(table: $0, outcome: .approved, rows: 0, segment: nil) }
        let delivery = PendingDelivery(month: month, municipality: municipality, kind: .nothing, parts: parts)
        let receipts = try await write { transaction in
            var writer = DeliveryWriter(
                transaction: transaction, collection: collection, definitionVersion: definitionVersion, sender: sender,
                receivedAt: receivedAt)
            let id = try writer.keep(delivery, confirmed: [])
            return try transaction.receipts("id = \(id)")
        }
        guard let receipt = receipts.first else { throw .storage(.failed(code: 0, message: "no receipt")) }
        return receipt
    }
}
