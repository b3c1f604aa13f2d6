import Checking
public import Storage

extension Register {
    /// Stores a submission: one delivery for each municipality and month, all in one transaction or none.
    ///
    /// A delivery of the same bytes and corrections as the current one, judged by the same definition, gives that one's
    /// receipt and is not stored again, unless it has been asked for anew. Every warning must have been answered, now or before. The receipts come by month
    /// and municipality. What is to be kept with the deliveries or not at all is done `alongside`; what that throws
    /// comes out as `RegisterError.alongside`.
    public func submit(
        _ submission: Submission,
        alongside: @escaping @Sendable (any Transaction, [Receipt]) throws -> Void = { _, _ in }
    ) async throws(RegisterError) -> [Receipt] {
        try submission.refuseIdentityNumbers()
        let deliveries = try submission.deliveries()
        return try await write { transaction in
            var writer = DeliveryWriter(
                transaction: transaction, collection: submission.collection, isIncrement: submission.isIncrement,
                definitionVersion: submission.definitionVersion, sender: submission.sender,
                actor: submission.actor ?? submission.sender, receivedAt: submission.receivedAt,
                extractedAt: submission.extractedAt)
            var unanswered: [WarningQuestion] = []
            var ids: [Int] = []
            for delivery in deliveries {
                let questions = try transaction.answered(
                    delivery.questions, municipality: delivery.municipality, collection: submission.collection,
                    confirmations: submission.confirmations)
                unanswered += questions.filter { $0.answer == nil }
                ids.append(try writer.keep(delivery, confirmed: questions.compactMap(ConfirmedWarning.init)))
            }
            // Thrown last, with all of them: nothing of what was written then stays.
            guard unanswered.isEmpty else { throw RegisterError.unconfirmed(unanswered) }
            let receipts = try transaction.receipts("id IN (\(SQL.joined(ids.map { "\($0)" }, by: ", ")))")
            try alongside(transaction, receipts)
            return receipts
        }
    }
}

extension Submission {
    /// Refuses what the sender has typed when it has what looks like an identity number.
    fileprivate func refuseIdentityNumbers() throws(RegisterError) {
        try TypedText.sender.refuseIdentityNumber(sender)
        for file in files {
            try TypedText.fileName.refuseIdentityNumber(file.name)
            for correction in file.corrections {
                try TypedText.correction.refuseIdentityNumber(correction.cell.text)
                try TypedText.correction.refuseIdentityNumber(correction.before)
            }
        }
        for confirmation in confirmations { try TypedText.reason.refuseIdentityNumber(confirmation.reason) }
    }
}

extension ConfirmedWarning {
    /// The warnings of a question that has an answer.
    fileprivate init?(_ question: WarningQuestion) {
        guard let reason = question.answer?.reason else { return nil }
        let key = question.key
        self.init(
            table: key.table, rule: key.rule, ruleVersion: key.ruleVersion, subject: key.subject, reason: reason)
    }
}
