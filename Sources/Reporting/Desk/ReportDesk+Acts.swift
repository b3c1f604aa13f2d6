import AccessLog
public import Foundation
import Storage

/// One step in the life of a report, as it stands in its history.
public struct ReportHistoryStep: Sendable, Equatable {
    /// What was done: "begin", "write", "lock", "unlock", "send", "approve", "give-back", "publish", "withdraw", "revise".
    public let act: String
    /// In which edition.
    public let edition: Int
    /// Why, where that is asked.
    public let reason: String
    /// Who, and when.
    public let step: ReportStep
    /// What was chosen and written.
    public internal(set) var changes: [ReportChange]
}

extension ReportDesk {
    /// Does something with a report, as `ReportAct` says where that is possible.
    ///
    /// - Parameter revision: That of the report as it was read, as in `save`.
    @discardableResult
    public func take(
        _ act: ReportAct, with identity: ReportIdentity, revision: Int, by person: ReportPerson, at time: Date
    ) async throws(ReportingError) -> ReportWork {
        try await write { [tell] transaction in
            let before = try transaction.reportWork(identity, revision: revision)
            var work = before
            guard act.isPossible(in: work.state) else { throw DeskRefusal.wrongState(work.state) }
            let step = ReportStep(by: person.name, at: time)
            var reason = ""
            switch act {
            case .lock(let knownUntil): work.knownUntil = knownUntil
            case .unlock: work.knownUntil = nil
            case .send(let places):
                for place in places { work.choices.keep(place, in: identity.month) }
                work.sent = ReportWork.Sent(sender: person.id, step: step)
                work.givenBack = nil
            case .approve:
                guard work.sent?.sender != person.id else { throw DeskRefusal.ownReport }
                work.approved = step
            case .giveBack(let why):
                reason = try ReportText.reason.filled(why)
                work.givenBack = ReportWork.GivenBack(reason: reason, step: step)
                (work.sent, work.approved) = (nil, nil)
            case .publish(let title, let forms):
                try transaction.publish(forms, of: work, called: title, step)
            case .withdraw(let why):
                reason = try ReportText.reason.filled(why)
                try transaction.withdrawPublished(identity, reason: reason, step)
            case .revise:
                work.edition += 1
                work.knownUntil = nil
                (work.sent, work.approved) = (nil, nil)
            }
            work.state = act.state(after: step, in: work.state)
            work.change(by: person, at: time)
            try transaction.put(work)
            try transaction.keep(act.name, of: work, since: before, reason: reason, by: person, at: time)
            try transaction.logReport(work, act.logged, by: person, at: time)
            try tell(TakenAct(act: act, work: before, person: person), transaction)
            return work
        }
    }

    /// What has been done with a report, oldest first.
    public func history(of identity: ReportIdentity) async throws(ReportingError) -> [ReportHistoryStep] {
        try await read { transaction in
            var changes: [Int: [ReportChange]] = [:]
            try transaction.forEach(
                """
                SELECT step, subject, text_before, text_after FROM report_change
                WHERE step IN (SELECT id FROM report_step WHERE \(identity.condition)) ORDER BY id
                """
            ) { row in
                guard let subject = ReportChange.Subject(word: row.text(1)) else { return }
                changes[row.integer(0), default: []].append(
                    ReportChange(subject, before: row.text(2), after: row.text(3)))
            }
            return try transaction.all(
                """
                SELECT id, act, edition, reason, taken_by, taken_at FROM report_step
                WHERE \(identity.condition) ORDER BY id
                """
            ) { row in
                ReportHistoryStep(
                    act: row.text(1), edition: row.integer(2), reason: row.text(3),
                    step: ReportStep(by: row.text(4), at: row.time(5)), changes: changes[row.integer(0)] ?? [])
            }
        }
    }
}

extension ReportAct {
    /// Its word in the access log.
    fileprivate var logged: Act {
        switch self {
        case .lock: .lockedReport
        case .unlock: .unlockedReport
        case .send: .sentReport
        case .approve: .approved
        case .giveBack: .returned
        case .publish: .publishedReport
        case .withdraw: .withdrewReport
        case .revise: .wroteReport
        }
    }
}
