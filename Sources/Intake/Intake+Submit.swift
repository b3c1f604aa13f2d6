import Checking
import Definitions
public import Foundation
public import Register
public import Storage
public import Vocabulary

extension Intake {
    /// Keeps answers to a draft's warnings: "yes, the figures are right", with a reason or none. Each answers the
    /// questions that it is about now; answers about nothing are passed over.
    public func answer(
        _ id: Draft.ID, _ answers: [Submission.Confirmation], language: Language = .sv
    ) async throws(IntakeError) -> CheckedDraft {
        let draft = try await keptDraft(id)
        let checked = try await checked(draft, try await work(draft, language))
        let given = try answered(checked, answers)
        let kept = try await write { transaction in
            _ = try transaction.openDraft(id, revision: draft.revision)
            for answer in given { try transaction.keep(answer, of: id) }
            return try transaction.draft(id)
        }
        return CheckedDraft(kept, checked.judgement, correctable: limits.correctable)
    }

    /// Delivers a draft that has no errors and whose warnings are all answered, now or before. The receipt is on disk when
    /// this returns. Once more gives the same receipt.
    ///
    /// What is to be kept with the delivery or not at all, such as mail about it, is done `alongside`.
    public func submit(
        _ id: Draft.ID, answers: [Submission.Confirmation] = [], by sender: Sender, at time: Date,
        language: Language = .sv,
        alongside: @escaping @Sendable (any Transaction, [Receipt]) throws -> Void = { _, _ in }
    ) async throws(IntakeError) -> [Receipt] {
        let draft = try await draft(id)
        if let receipts = try await receipts(of: draft) { return receipts }
        guard draft.isOpen else { throw .notOpen(draft) }
        guard draft.purpose == .delivery else { throw .isTest }
        guard draft.isKept else { throw .notApproved(errors: draft.attempt?.errors ?? 0) }
        let work = try await work(draft, language)
        let checked = try await checked(draft, work)
        guard checked.isApproved else { throw .notApproved(errors: checked.errors) }
        let given = try answered(checked, answers)
        let submission = Submission(
            collection: work.collection.id, definitionVersion: work.collection.version,
            files: checked.files.enumerated().map { place, file in
                Submission.File(
                    name: file.name, bytes: file.bytes, verdicts: file.verdicts,
                    corrections: draft.corrections.filter { $0.file == place }.map(\.correction))
            }, sender: sender.name, actor: sender.actor,
            confirmations: checked.confirmations(draft.answers + given), receivedAt: time)
        do throws(RegisterError) {
            let receipts = try await register.submit(submission) { transaction, receipts in
                let draft = try transaction.openDraft(id, revision: draft.revision)
                for answer in given { try transaction.keep(answer, of: id) }
                try transaction.submitted(draft, receipts, at: time)
                try alongside(transaction, receipts)
            }
            await checks.forget(id)
            return receipts
        } catch {
            // The same act twice: the other was first.
            let error = IntakeError(error)
            if case .notOpen(let draft) = error, let receipts = try await receipts(of: draft) { return receipts }
            throw error
        }
    }

    /// The receipts of a draft that has been submitted.
    private func receipts(of draft: Draft) async throws(IntakeError) -> [Receipt]? {
        guard case .submitted(let numbers) = draft.state else { return nil }
        var receipts: [Receipt] = []
        for number in numbers {
            do throws(RegisterError) {
                receipts.append(try await register.receipt(number))
            } catch {
                throw IntakeError(error)
            }
        }
        return receipts
    }

    /// The answers as each is to one question.
    private func answered(
        _ checked: CheckedDraft, _ answers: [Submission.Confirmation]
    ) throws(IntakeError) -> [Draft.Answer] {
        for answer in answers {
            guard answer.reason.count <= limits.text else { throw .textTooLong(.reason, limit: limits.text) }
            guard !IdentityNumber.looksLikeOne(in: answer.reason) else { throw .identityNumber(in: .reason) }
        }
        return checked.questions.compactMap { question in
            guard let answer = answers.last(where: { $0.answers(question) }) else { return nil }
            return Draft.Answer(
                table: question.verdict.table, rule: question.finding.rule,
                ruleVersion: question.finding.ruleVersion, subject: question.finding.subject, reason: answer.reason)
        }
    }
}

extension CheckedDraft {
    /// The answers as the register takes them, without those to questions that are no longer asked.
    fileprivate func confirmations(_ answers: [Draft.Answer]) -> [Submission.Confirmation] {
        questions.compactMap { question in
            answers.last { $0.answers(question) }.map {
                Submission.Confirmation(rule: $0.rule, table: $0.table, subject: $0.subject, reason: $0.reason)
            }
        }
    }
}

extension Transaction {
    fileprivate func keep(_ answer: Draft.Answer, of id: Draft.ID) throws {
        try execute(
            """
            INSERT INTO draft_answer (draft, table_name, rule, rule_version, subject, reason)
            SELECT id, \(answer.table), \(answer.rule), \(answer.ruleVersion), \(answer.subject), \(answer.reason)
            FROM draft WHERE token = \(id.text)
            ON CONFLICT (draft, table_name, rule, rule_version, subject) DO UPDATE SET reason = excluded.reason
            """)
    }

    fileprivate func submitted(_ draft: Draft, _ receipts: [Receipt], at time: Date) throws {
        let numbers = receipts.map(\.number.description).joined(separator: " ")
        try execute(
            """
            UPDATE draft SET state = 'submitted', closed_at = \(time), deliveries = \(numbers)
            WHERE token = \(draft.id.text)
            """)
        for receipt in receipts { try end(draft.collection, in: receipt.number) }
        try end(errandsOf: draft.id, in: receipts.map(\.number))
    }
}
