import Foundation
import SQLiteStorage
import Storage
import TestSupport
import Testing
import Transfer

@testable import Outbox

@Suite("Mail on its way out", .fewAtATime)
struct OutboxTests {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let outbox: Outbox
    let from: MailAddress
    let noon = Date(timeIntervalSince1970: 1_365_076_800)

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        outbox = try await Outbox(database)
        from = try #require(MailAddress("underlag@myndighet.example"))
    }

    /// A mailer that does what it is told, and remembers.
    private actor Script: Mailer {
        private(set) var sent: [MailMessage] = []
        private(set) var tried: [MailMessage] = []
        private let failure: TransferError?

        init(failing failure: TransferError? = nil) { self.failure = failure }

        func send(_ message: MailMessage) async throws(TransferError) {
            tried.append(message)
            if let failure { throw failure }
            sent.append(message)
        }
    }

    private func queue(_ to: String = "anna@kommun.example", subject: String = "Hej", usefulUntil: Date? = nil)
        async throws
    {
        let mail = Mail(
            to: to, subject: subject, text: "hemlig länk", reason: "invitation", usefulUntil: usefulUntil)
        let noon = noon
        try await database.write { _ = try $0.queue(mail, at: noon) }
    }

    private func round(_ mailer: any Mailer, at time: Date, limit: Int = 100) async throws -> [Int] {
        let round = try await outbox.deliver(with: mailer, from: from, at: time, limit: limit)
        return [round.sent, round.postponed, round.failed]
    }

    private func minutes(_ minutes: Double) -> Date { noon.addingTimeInterval(minutes * 60) }

    private func keptTexts() async throws -> Int {
        try await database.read { try $0.first("SELECT count(body) FROM outgoing_mail") { $0.integer(0) } } ?? -1
    }

    @Test("A mail queued in a transaction that is not kept is not sent")
    func rolledBack() async throws {
        struct Fault: Error {}
        let noon = noon
        await #expect(throws: Fault.self) {
            try await database.write { transaction in
                try transaction.queue(Mail(to: "a@b.se", subject: "x", text: "y", reason: "z"), at: noon)
                throw Fault()
            }
        }
        #expect(try await round(Script(), at: noon) == [0, 0, 0])
    }

    @Test("A mail is sent once, and its text is kept no longer")
    func sends() async throws {
        try await queue(subject: "Påminnelse")
        let mailer = try FolderMailer(folder: folder.file("post"))
        #expect(try await round(mailer, at: minutes(1)) == [1, 0, 0])
        #expect(try await round(mailer, at: minutes(2)) == [0, 0, 0])
        let file = try #require(FileManager.default.contentsOfDirectory(atPath: folder.file("post").path).first)
        let mail = try String(contentsOf: folder.file("post/\(file)"), encoding: .utf8)
        #expect(mail.contains("To: anna@kommun.example\n") && mail.hasSuffix("\n\nhemlig länk\n"))
        #expect(try await keptTexts() == 0)
        #expect(try await outbox.counts() == [.sent: 1])
        let record = try #require(try await outbox.records(.sent).first)
        #expect(record.to == "anna@kommun.example" && record.subject == "Påminnelse" && record.reason == "invitation")
        #expect(record.queuedAt == noon && record.finishedAt == minutes(1) && record.tries == 1)
    }

    @Test("What may not pass now is tried again, ever more seldom, and given up after four days")
    func retries() async throws {
        try await queue()
        let mailer = Script(failing: .refused(reply: "451 4.3.0"))
        var time = noon
        for wait in [1.0, 4, 16, 64, 240, 240] {
            #expect(try await round(mailer, at: time) == [0, 1, 0])
            #expect(try await round(mailer, at: time.addingTimeInterval(wait * 60 - 1)) == [0, 0, 0])
            time += wait * 60
        }
        #expect(try await outbox.records(.waiting).first?.problem == "451 4.3.0")
        #expect(try await round(mailer, at: minutes(4 * 1_440 - 1)) == [0, 1, 0])
        #expect(try await keptTexts() == 1)
        #expect(try await round(mailer, at: minutes(5 * 1_440)) == [0, 0, 1])
        #expect(try await outbox.counts() == [.failed: 1])
        #expect(try await keptTexts() == 0)
        // The same mail each time, to whoever gets it twice.
        #expect(Set(await mailer.tried.map(\.id)).count == 1)
    }

    @Test("What is refused for good, has no address or has lost its use is given up at once")
    func givesUp() async throws {
        try await queue()
        #expect(try await round(Script(failing: .refused(reply: "550 5.1.1")), at: noon) == [0, 0, 1])
        try await queue("ingen adress")
        try await queue(usefulUntil: minutes(10))
        let mailer = Script()
        #expect(try await round(mailer, at: minutes(11)) == [0, 0, 2])
        #expect(await mailer.tried.isEmpty)
        #expect(try await outbox.records(.failed).map(\.problem) == ["expired", "badAddress", "550 5.1.1"])
        #expect(try await keptTexts() == 0)
    }

    @Test(
        "When the server itself fails, the others wait without having been tried",
        arguments: [
            TransferError.cannotConnect, .loginRefused(reply: "535 5.7.8"), .turnedAway(reply: "554"), .notTrusted,
        ])
    func serverFails(failure: TransferError) async throws {
        for _ in 0..<3 { try await queue() }
        let mailer = Script(failing: failure)
        #expect(try await round(mailer, at: noon) == [0, 1, 0])
        #expect(await mailer.tried.count == 1)
        #expect(try await outbox.counts() == [.waiting: 3])
        #expect(try await round(Script(), at: minutes(2)) == [3, 0, 0])
    }

    @Test("Several processes send each mail once between them")
    func severalProcesses() async throws {
        for number in 0..<30 { try await queue("p\(number)@kommun.example") }
        let mailer = Script()
        let (path, from, noon) = (folder.url.path, from, noon)
        try await withThrowingTaskGroup { group in
            for _ in 0..<4 {
                group.addTask {
                    let outbox = try await Outbox(SQLiteDatabase(folder: path))
                    _ = try await outbox.deliver(with: mailer, from: from, at: noon)
                }
            }
            try await group.waitForAll()
        }
        #expect(await mailer.sent.map(\.to.text).sorted() == (0..<30).map { "p\($0)@kommun.example" }.sorted())
    }

    @Test("A mail whose sender was killed is sent by another a quarter of an hour later")
    func abandoned() async throws {
        try await queue()
        let noon = noon
        let claimed = try #require(try await database.write { try $0.claimMail(at: noon) })
        #expect(try await round(Script(), at: minutes(14)) == [0, 0, 0])
        #expect(try await round(Script(), at: minutes(16)) == [1, 0, 0])
        // Had it only slept, what it says now is of no account.
        let later = minutes(20)
        try await database.write { try $0.note(.failed("x"), of: claimed, at: later) }
        #expect(try await outbox.counts() == [.sent: 1])
    }

    /// Is cancelled as soon as it has sent.
    private struct Stopped: Mailer {
        func send(_ message: MailMessage) async throws(TransferError) {
            withUnsafeCurrentTask { $0?.cancel() }
        }
    }

    @Test("A mail that was sent as the program was stopped is not sent again")
    func stopped() async throws {
        for _ in 0..<2 { try await queue() }
        let (outbox, from, noon) = (outbox, from, noon)
        let round = try await Task { try await outbox.deliver(with: Stopped(), from: from, at: noon) }.value
        #expect(round.sent == 1)
        #expect(try await outbox.counts() == [.sent: 1, .waiting: 1])
    }

    @Test("A round sends no more than asked, the oldest first, and what is done can be forgotten")
    func limits() async throws {
        for subject in ["1", "2", "3"] { try await queue(subject: subject) }
        #expect(try await round(Script(), at: noon, limit: 2) == [2, 0, 0])
        #expect(try await outbox.records(.waiting).map(\.subject) == ["3"])
        #expect(try await outbox.forget(before: noon) == 0)
        #expect(try await outbox.forget(before: minutes(1)) == 2)
        #expect(try await outbox.counts() == [.waiting: 1])
    }
}
