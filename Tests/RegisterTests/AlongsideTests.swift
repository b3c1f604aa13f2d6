import Register
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Testing

@Suite("What is kept in the same transaction", .fewAtATime)
struct AlongsideTests {
    struct Refused: Error {}
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
        try await fixture.database.write { try $0.execute("CREATE TABLE note (text TEXT NOT NULL)") }
    }

    private func notes() async throws -> [String] {
        try await fixture.database.read { try $0.all("SELECT text FROM note") { $0.text(0) } }
    }

    @Test("Delivery and note are kept together, or neither is")
    func together() async throws {
        let submission = try fixture.submission("fil", [fixture.verdict()])
        let error = await #expect(throws: RegisterError.self) {
            try await fixture.register.submit(submission) { transaction, receipts in
                try transaction.execute("INSERT INTO note (text) VALUES (\(receipts[0].number.description))")
                throw Refused()
            }
        }
        guard case .alongside(let inner) = error, inner is Refused else {
            Issue.record("\(String(describing: error))")
            return
        }
        #expect(try await notes().isEmpty)
        #expect(try await fixture.register.deliveries().isEmpty)
        _ = try await fixture.register.submit(submission) { transaction, receipts in
            try transaction.execute("INSERT INTO note (text) VALUES (\(receipts[0].number.description))")
        }
        #expect(try await notes() == ["2013-03-0380-1"])
    }

    @Test("Content is kept once, and goes only when no delivery has it")
    func content() async throws {
        let content = Content(FileBytes(Array("fil".utf8)))
        let id = try await fixture.database.write { try $0.keep(content) }
        #expect(try await fixture.database.write { try $0.keep(content) } == id)
        _ = try await fixture.submit("fil", [fixture.verdict()])
        try await fixture.database.write { try $0.dropContent(id) }
        #expect(try await fixture.register.originalBytes(sha256: content.sha256) != nil)
        let other = Content(FileBytes(Array("annan".utf8)))
        try await fixture.database.write { try $0.dropContent(try $0.keep(other)) }
        #expect(try await fixture.register.originalBytes(sha256: other.sha256) == nil)
    }

    @Test("The state of a municipality's deliveries changes with each delivery and withdrawal, and with no others'")
    func state() async throws {
        func state() async throws -> DeliveryState {
            try await fixture.database.read { [uppsala = fixture.uppsala] in
                try $0.deliveryState(collection: "test", municipality: uppsala)
            }
        }
        let empty = try await state()
        _ = try await fixture.submit("knivsta", [fixture.verdict("insatser", fixture.knivsta)])
        #expect(try await state() == empty)
        let receipts = try await fixture.submit("fil", [fixture.verdict()])
        let delivered = try await state()
        #expect(delivered != empty)
        _ = try await fixture.submit("fil", [fixture.verdict()])
        #expect(try await state() == delivered)
        _ = try await fixture.register.withdraw(receipts[0].number, reason: "fel månad", sender: "Anna Ek")
        #expect(try await state() != delivered)
    }
}
