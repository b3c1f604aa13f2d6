import Accounts
import Collecting
import Foundation
import Frame
import Intake
import Logging
import MachineInterface
import Outbox
import Review
import ServiceLifecycle
import Transfer
import Web

/// What happens by itself: mail leaves, reminders are sent on their dates, what nobody needs is removed.
///
/// Every node runs them. Each piece of work is safe to do on several nodes at once, and to be killed in the middle of.
struct Jobs: Service {
    let house: House
    let mailer: any Mailer
    let sender: MailAddress
    let logger: Logger

    func run() async throws {
        await withTaskGroup { group in
            group.addTask { await reporting { try await house.intake.resume() } }
            group.addTask { await every(.seconds(1)) { _ = try await sendMail() } }
            group.addTask { await every(calendarPause) { try await keepCalendar() } }
            group.addTask { await every(.seconds(60)) { try await finishPromised() } }
            group.addTask { await every(.seconds(3_600)) { try await tidy() } }
        }
    }

    /// Whoever tries a demonstration looks for the receipt at once.
    private var calendarPause: Duration { .seconds(house.site.isDemonstration ? 3 : 60) }

    /// Mail that waits.
    func sendMail() async throws -> Int {
        let round = try await house.outbox.deliver(with: mailer, from: sender, at: house.site.now())
        if round.failed > 0 || round.postponed > 0 {
            logger.warning("mail: \(round.sent) sent, \(round.postponed) postponed, \(round.failed) given up")
        }
        return round.sent
    }

    /// What the calendar says is due.
    func keepCalendar() async throws {
        for collection in house.collections {
            try await house.review.approveAutomatically(
                in: collection, at: house.site.now(), due: house.lastDays(of: collection))
        }
        _ = try await house.collecting.runScheduled(at: house.site.now())
    }

    /// What systems were told is delivered by itself, and was not before the machine stopped.
    func finishPromised() async throws {
        try await MachineInterface(house).finishPromised(at: house.site.now())
    }

    /// What has had its time.
    func tidy() async throws {
        let now = house.site.now()
        _ = try await house.intake.purge(before: now.addingTimeInterval(-Self.draftsKept))
        try await house.accounts.tidy(at: now)
        _ = try await house.outbox.forget(before: now.addingTimeInterval(-Self.mailKept))
        // The files' own times are the machine's, whatever the portal's clock says.
        try await house.uploads.removeAbandoned(before: Date().addingTimeInterval(-Self.uploadsKept))
    }

    private static let draftsKept: TimeInterval = 60 * 86_400
    private static let mailKept: TimeInterval = 400 * 86_400
    private static let uploadsKept: TimeInterval = 3_600

    /// Does `work` now and then with `pause` between, until the portal is stopped. A failure is logged and tried again.
    private func every(_ pause: Duration, _ work: @escaping @Sendable () async throws -> Void) async {
        await cancelWhenGracefulShutdown {
            while !Task.isCancelled {
                await reporting(work)
                try? await Task.sleep(for: pause)
            }
        }
    }

    /// Does `work`. A failure is logged: its kind, never what it carries, which may be about a person.
    private func reporting(_ work: () async throws -> Void) async {
        do {
            try await work()
        } catch is CancellationError {
            return
        } catch {
            logger.error("job failed: \(String(reflecting: type(of: error)))")
        }
    }
}
