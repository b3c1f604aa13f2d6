import Storage

extension Register {
    /// Stores a submission: one delivery for each municipality and month, all in one transaction or none.
    ///
    /// A delivery of the same bytes as the current one, judged by the same definition, gives that one's receipt and is
    /// not stored again. Every warning must have been answered, now or before. The receipts come by month and
    /// municipality.
    public func submit(_ submission: Submission) async throws(RegisterError) -> [Receipt] {
        try submission.refuseIdentityNumbers()
        let deliveries = try submission.deliveries()
        return try await write { transaction in
            var writer = DeliveryWriter(
                transaction: transaction, collection: submission.collection,
                definitionVersion: submission.definitionVersion, sender: submission.sender,
                receivedAt: submission.receivedAt)
            var unanswered: [UnconfirmedWarning] = []
            var ids: [Int] = []
            for delivery in deliveries {
                let warnings = try transaction.answered(
                    delivery.verdicts, municipality: delivery.municipality, collection: submission.collection,
                    confirmations: submission.confirmations)
                unanswered += warnings.unanswered
                ids.append(try writer.keep(delivery, confirmed: warnings.confirmed))
            }
            // Thrown last, with all of them: nothing of what was written then stays.
            guard unanswered.isEmpty else { throw RegisterError.unconfirmed(unanswered) }
            return try transaction.receipts("id IN (\(SQL.joined(ids.map { "\($0)" }, by: ", ")))")
        }
    }
}

extension Submission {
    /// Refuses what the sender has typed when it has what looks like an identity number.
    fileprivate func refuseIdentityNumbers() throws(RegisterError) {
        try TypedText.sender.refuseIdentityNumber(sender)
        for file in files { try TypedText.fileName.refuseIdentityNumber(file.name) }
        for confirmation in confirmations { try TypedText.reason.refuseIdentityNumber(confirmation.reason) }
    }
}
