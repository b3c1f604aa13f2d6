import AccessLog
public import Foundation
import Storage
import Vocabulary

extension Register {
    /// Takes a delivery back: it is kept and marked, and what it had superseded counts again. `actor` is the access log's
    /// word for whoever does it, when that says more than `sender`.
    public func withdraw(
        _ number: DeliveryNumber, reason: String, sender: String, actor: String? = nil, at time: Date = Date()
    ) async throws(RegisterError) -> Receipt {
        try TypedText.reason.refuseBlank(reason)
        try TypedText.reason.refuseIdentityNumber(reason)
        try TypedText.sender.refuseIdentityNumber(sender)
        return try await write { transaction in
            guard try transaction.receipt(number).withdrawal == nil else {
                throw RegisterError.alreadyWithdrawn(number)
            }
            try transaction.execute(
                """
                INSERT INTO withdrawal (delivery, withdrawn_at, sender, reason)
                SELECT id, \(time), \(sender), \(reason) FROM delivery WHERE \(number.condition)
                """)
            try transaction.log(
                Event(
                    at: time, actor: actor ?? sender, organisation: .municipality(number.municipality), act: .withdrew,
                    subject: number.description))
            return try transaction.receipt(number)
        }
    }
}
