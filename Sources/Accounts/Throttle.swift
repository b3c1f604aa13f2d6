import Foundation
import Secrets
import Storage
import Vocabulary

/// How tries are slowed down after failures (*spärr*): nobody is locked out for good, and nobody can try fast.
///
/// A try counts as a failure until it has turned out well, so that tries made at the same time count too. Failures wear
/// off by one every ten minutes.
struct Throttle: Sendable {
    /// A digest of whom or what is counted.
    let subject: String
    /// Failures that cost nothing.
    let free: Int

    private static let wearsOff: TimeInterval = 600
    private static let longestWait: TimeInterval = 900
    /// Seconds after which nobody's failures are of interest.
    static let forgottenAfter: TimeInterval = 86_400

    /// Tries to be somebody: six from a network, then 2, 4, 8 … seconds, 15 minutes at most; fifty from all networks
    /// together. Whoever guesses keeps himself out, not the one whose address it is. It need not be anyone's.
    static func account(_ email: String, from client: Client) -> [Throttle] {
        let all = Throttle(subject: Digest.hexadecimal("account \(email)"), free: 50)
        return [all, Throttle(subject: "\(all.subject) \(Digest.hexadecimal(client.network))", free: 6)]
    }

    /// Tries at the password by whoever is signed in with the account.
    static func proof(_ email: String) -> Throttle {
        Throttle(subject: Digest.hexadecimal("proof \(email)"), free: 6)
    }

    /// Tries at the code by whoever knows the password.
    static func code(_ email: String) -> Throttle {
        Throttle(subject: Digest.hexadecimal("code \(email)"), free: 6)
    }

    /// Codes mailed to whoever knows the password.
    static func mailedCode(_ email: String) -> Throttle {
        Throttle(subject: Digest.hexadecimal("mailed-code \(email)"), free: 6)
    }

    /// Tries from a network, behind which a whole municipality may sit.
    static func network(_ client: Client) -> Throttle {
        Throttle(subject: Digest.hexadecimal("network \(client.network)"), free: 30)
    }

    /// Lines in the log about tries from a network that are told to wait.
    static func waitLine(_ client: Client) -> Throttle {
        Throttle(subject: Digest.hexadecimal("wait-line \(client.network)"), free: 6)
    }

    /// Mails that anybody can have sent to an address.
    static func newPassword(_ email: String) -> Throttle {
        Throttle(subject: Digest.hexadecimal("new-password \(email)"), free: 3)
    }

    /// The failures left of `failures` at `time`.
    static func left(_ failures: Int, since last: Date, at time: Date) -> Int {
        max(0, failures - Int(max(0, time.timeIntervalSince(last)) / wearsOff))
    }

    /// When the next may be tried after `failures`, the last at `last`.
    func nextTry(after failures: Int, last: Date) -> Date {
        guard failures >= free else { return last }
        return last + min(Self.longestWait, pow(2, Double(min(failures - free + 1, 20))))
    }
}

extension Transaction {
    /// Counts a try against each of `throttles`, or gives the time to wait for and counts nothing.
    func admit(_ throttles: [Throttle], at time: Date) throws -> Date? {
        var waits: Date?
        var counts: [(Throttle, Int)] = []
        for throttle in throttles {
            let stored = try first("SELECT failures, last_at FROM failure WHERE subject = \(throttle.subject)") {
                (failures: $0.integer(0), last: $0.time(1))
            }
            guard let stored else {
                counts.append((throttle, 1))
                continue
            }
            let next = throttle.nextTry(after: stored.failures, last: stored.last)
            if next > time { waits = max(waits ?? next, next) }
            counts.append((throttle, Throttle.left(stored.failures, since: stored.last, at: time) + 1))
        }
        if let waits { return waits }
        for (throttle, count) in counts {
            try execute(
                """
                INSERT INTO failure (subject, failures, last_at) VALUES (\(throttle.subject), \(count), \(time))
                ON CONFLICT (subject) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at
                """)
        }
        return nil
    }

    /// Takes one counted try back: it was right.
    func forgive(_ throttle: Throttle) throws {
        try execute("UPDATE failure SET failures = failures - 1 WHERE subject = \(throttle.subject) AND failures > 0")
    }

    /// Forgets the failures of somebody who has proved to be the owner of the account.
    func clearFailures(of email: String) throws {
        for kind in ["account", "proof", "code", "mailed-code"] {
            // With what is counted for each network.
            let subjects = Digest.hexadecimal("\(kind) \(email)") + "%"
            try execute("DELETE FROM failure WHERE subject LIKE \(subjects)")
        }
    }
}
