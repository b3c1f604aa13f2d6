public import Checking
import Definitions
import Storage
import Vocabulary

extension Register {
    /// What the municipalities are asked about `verdicts`, with the answers in `confirmations` or given before.
    ///
    /// An answer given before counts as long as the rule's version and the value it was about are the same.
    public func questions(
        _ verdicts: [Verdict], collection: String, confirmations: [Submission.Confirmation] = []
    ) async throws(RegisterError) -> [WarningQuestion] {
        let questions = Dictionary(grouping: WarningQuestion.all(verdicts), by: \.verdict.municipality).sorted {
            ($0.key?.number ?? 0) < ($1.key?.number ?? 0)
        }
        guard !questions.isEmpty else { return [] }
        return try await read { transaction in
            try questions.flatMap { municipality, questions in
                try transaction.answered(
                    questions, municipality: municipality, collection: collection, confirmations: confirmations)
            }
        }
    }
}

extension Transaction {
    /// A municipality's questions with their answers, as far as there are any.
    func answered(
        _ questions: [WarningQuestion], municipality: Municipality?, collection: String,
        confirmations: [Submission.Confirmation]
    ) throws -> [WarningQuestion] {
        guard !questions.isEmpty else { return [] }
        let remembered = try remembered(municipality, collection)
        return questions.map { question in
            var question = question
            let key = question.key
            let given = confirmations.last { $0.answers(key) }?.reason
            // An answer without a reason does not take away the one given before.
            if let given, !given.isBlank || remembered[key] == nil {
                question.answer = WarningQuestion.Answer(reason: given, isRemembered: false)
            } else if let reason = remembered[key] {
                question.answer = WarningQuestion.Answer(reason: reason, isRemembered: given == nil)
            }
            return question
        }
    }

    /// The municipality's answers so far, the newest where there are several.
    private func remembered(_ municipality: Municipality?, _ collection: String) throws -> [WarningKey: String] {
        var reasons: [WarningKey: String] = [:]
        guard let municipality else { return reasons }
        try forEach(
            """
            SELECT c.table_name, c.rule, c.rule_version, c.subject, c.reason
            FROM delivery d JOIN confirmation c ON c.delivery = d.id
            WHERE d.collection = \(collection) AND d.municipality = \(Int(municipality.number))
            ORDER BY d.id
            """
        ) { row in
            let key = WarningKey(
                table: row.text(0), rule: row.text(1), ruleVersion: row.integer(2), subject: row.text(3))
            reasons[key] = row.text(4)
        }
        return reasons
    }
}
