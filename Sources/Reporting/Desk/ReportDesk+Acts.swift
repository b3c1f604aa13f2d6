import AccessLog
public import Foundation
import Storage

/// One step in the life of a report, as it stands in its history.
public struct ReportHistoryStep: Sendable, Equatable {
    /// What was done: "begin", "lock", "unlock", "send", "approve", "give-back", "publish", "withdraw", "revise".
    public let act: String
    /// In which edition.
    public let edition: Int
    /// Why, where that is asked.
    public let reason: String
    /// Who, and when.
    public let step: ReportStep
}

extension ReportDesk {
    /// Does something with a report, as `ReportAct` says where that is possible.
    ///
    /// - Parameter revision: That of the report as it was read, as in `save`.
    @discardableResult
    public func take(
        _ act: ReportAct, with identity: ReportIdentity, revision: Int, by person: ReportPerson, at time: Date
    ) async throws(ReportingError) -> ReportWork {
        try await write { transaction in
            var work = try transaction.reportWork(identity, revision: revision)
            guard act.isPossible(in: work.state) else { throw DeskRefusal.wrongState(work.state) }
            let step = ReportStep(by: person.name, at: time)
            var reason = ""
            switch act {
            case .lock(let knownUntil): work.knownUntil = knownUntil
            case .unlock: work.knownUntil = nil
            case .send:
                work.sent = ReportWork.Sent(sender: person.id, step: step)
                work.givenBack = nil
            case .approve:
                guard work.sent?.sender != person.id else { throw DeskRefusal.ownReport }
            case .giveBack(let why):
                reason = try ReportText.reason.filled(why)
                work.givenBack = ReportWork.GivenBack(reason: reason, step: step)
                work.sent = nil
            case .publish(let title, let forms):
                try transaction.publish(forms, of: work, called: title, step)
            case .withdraw(let why):
                reason = try ReportText.reason.filled(why)
                try transaction.withdrawPublished(identity, reason: reason, step)
            case .revise:
                work.edition += 1
                work.knownUntil = nil
                work.sent = nil
            }
            work.state = act.state(after: step, in: work.state)
            work.change(by: person, at: time)
            try transaction.put(work)
            try transaction.keep(act.name, of: work, act.logged, reason: reason, by: person, at: time)
            return work
        }
    }

    /// What has been done with a report, oldest first.
    public func history(of identity: ReportIdentity) async throws(ReportingError) -> [ReportHistoryStep] {
        try await read { transaction in
            try transaction.all(
                """
                SELECT act, edition, reason, taken_by, taken_at FROM report_step WHERE \(identity.condition) ORDER BY id
                """
            ) { row in
                ReportHistoryStep(
                    act: row.text(0), edition: row.integer(1), reason: row.text(2),
                    step: ReportStep(by: row.text(3), at: row.time(4)))
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
