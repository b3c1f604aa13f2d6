public import Checking
import Definitions
import Storage
import Vocabulary

extension Register {
    /// The warnings among `verdicts` that are answered neither by `confirmations` nor by the municipality before.
    ///
    /// An answer given before counts as long as the rule's version and the value it was about are the same.
    public func unconfirmedWarnings(
        _ verdicts: [Verdict], collection: String, confirmations: [Submission.Confirmation] = []
    ) async throws(RegisterError) -> [UnconfirmedWarning] {
        try await read { transaction in
            try Dictionary(grouping: verdicts, by: \.municipality).sorted {
                ($0.key?.number ?? 0) < ($1.key?.number ?? 0)
            }
            .flatMap { municipality, verdicts in
                try transaction.answered(
                    verdicts, municipality: municipality, collection: collection, confirmations: confirmations
                ).unanswered
            }
        }
    }
}

extension Transaction {
    /// The warnings of one municipality's verdicts with their answers, and those without.
    func answered(
        _ verdicts: [Verdict], municipality: Municipality?, collection: String, confirmations: [Submission.Confirmation]
    ) throws -> (confirmed: [ConfirmedWarning], unanswered: [UnconfirmedWarning]) {
        var confirmed: [ConfirmedWarning] = []
        var unanswered: [UnconfirmedWarning] = []
        var seen: Set<WarningKey> = []
        var remembered: [WarningKey: String]?
        for verdict in verdicts where verdict.outcome == .approvedWithWarnings {
            for finding in verdict.findings.of(.warning) {
                let key = WarningKey(rule: finding.rule, ruleVersion: finding.ruleVersion, subject: finding.subject)
                guard seen.insert(key).inserted else { continue }
                if remembered == nil { remembered = try self.remembered(municipality, collection) }
                let given = confirmations.last { $0.rule == finding.rule }?.reason
                // An answer without a reason does not take away the one given before.
                guard let reason = given.flatMap({ $0.isBlank ? nil : $0 }) ?? remembered?[key] ?? given else {
                    unanswered.append(UnconfirmedWarning(verdict: verdict, finding: finding))
                    continue
                }
                confirmed.append(
                    ConfirmedWarning(
                        rule: key.rule, ruleVersion: key.ruleVersion, subject: key.subject, reason: reason))
            }
        }
        return (confirmed, unanswered)
    }

    /// The municipality's answers so far, the newest where there are several.
    private func remembered(_ municipality: Municipality?, _ collection: String) throws -> [WarningKey: String] {
        var reasons: [WarningKey: String] = [:]
        guard let municipality else { return reasons }
        try forEach(
            """
            SELECT c.rule, c.rule_version, c.subject, c.reason
            FROM delivery d JOIN confirmation c ON c.delivery = d.id
            WHERE d.collection = \(collection) AND d.municipality = \(Int(municipality.number))
            ORDER BY d.id
            """
        ) { row in
            reasons[WarningKey(rule: row.text(0), ruleVersion: row.integer(1), subject: row.text(2))] = row.text(3)
        }
        return reasons
    }
}

/// What an answer is remembered by.
private struct WarningKey: Hashable {
    var rule: String
    var ruleVersion: Int
    var subject: String
}
