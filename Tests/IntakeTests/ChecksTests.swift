import Checking
import Definitions
import Register
import SQLiteStorage
import Storage
import Synchronization
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Intake

@Suite("Checks under way, and judgements in memory", .fewAtATime)
struct ChecksTests {
    /// Counts what is made, and how much of it at once.
    private final class Making: Sendable {
        private let state = Mutex((made: 0, now: 0, most: 0))

        var made: Int { state.withLock { $0.made } }
        var most: Int { state.withLock { $0.most } }

        func make(bytes: Int) async -> Judgement {
            state.withLock {
                $0.made += 1
                $0.now += 1
                $0.most = max($0.most, $0.now)
            }
            try? await Task.sleep(for: .milliseconds(20))
            state.withLock { $0.now -= 1 }
            let file = CheckedFile(
                name: "a.csv", bytes: FileBytes([UInt8](repeating: 32, count: bytes)), verdicts: [], isWorkbook: false)
            return Judgement(files: [file], questions: [], comparisons: [])
        }
    }

    private func key(_ number: Int) async throws -> Checks.Key {
        let fixture = try await IntakeFixture()
        let state = try await fixture.database.read { [uppsala = fixture.uppsala] in
            try $0.deliveryState(collection: "test", municipality: uppsala)
        }
        return Checks.Key(draft: Draft.ID("\(number)"), revision: 1, corrections: [], language: .sv, deliveries: state)
    }

    @Test("Who has the time is told what came of a check, where others are told that it goes on")
    func outcome() async throws {
        let fixture = try await IntakeFixture(IntakeFixture.impatient)
        let id = try await fixture.receive(IntakeFixture.right()).id
        #expect(try await fixture.intake.outcome(of: id)?.isApproved == true)
    }

    @Test("The same check asked for by many is made once, and not again while it is in memory")
    func once() async throws {
        let (checks, making, key) = (Checks(memory: 1 << 20, atOnce: 4), Making(), try await key(1))
        await withTaskGroup(of: Void.self) { group in
            for _ in 0..<20 {
                group.addTask {
                    let result = await checks.judgement(key, within: nil) { await making.make(bytes: 10) }
                    #expect((try? result?.get()) != nil)
                }
            }
        }
        _ = await checks.judgement(key, within: nil) { await making.make(bytes: 10) }
        #expect(making.made == 1)
        await checks.forget(key.draft)
        _ = await checks.judgement(key, within: nil) { await making.make(bytes: 10) }
        #expect(making.made == 2)
    }

    @Test("No more checks are made at once than there are places")
    func bounded() async throws {
        let (checks, making, first) = (Checks(memory: 1 << 20, atOnce: 3), Making(), try await key(0))
        await withTaskGroup(of: Void.self) { group in
            for number in 0..<12 {
                var key = first
                key.revision = number
                group.addTask { [key] in
                    _ = await checks.judgement(key, within: nil) { await making.make(bytes: 10) }
                }
            }
        }
        #expect(making.made == 12 && making.most == 3)
    }

    @Test("Who does not want to wait gets no answer, and the check is made all the same")
    func patience() async throws {
        let (checks, making, key) = (Checks(memory: 1 << 20, atOnce: 1), Making(), try await key(1))
        let (gate, opening) = AsyncStream.makeStream(of: Void.self)
        let early = await checks.judgement(key, within: .milliseconds(1)) {
            for await _ in gate {}
            return await making.make(bytes: 10)
        }
        #expect(early == nil && making.made == 0)
        opening.finish()
        let result = await checks.judgement(key, within: nil) { await making.make(bytes: 10) }
        #expect((try? result?.get()) != nil && making.made == 1)
    }

    @Test("What has not been used for longest leaves memory first, and the newest always fits")
    func memory() async throws {
        let (checks, making, first) = (Checks(memory: 3 << 20, atOnce: 2), Making(), try await key(0))
        func ask(_ number: Int, bytes: Int = 1 << 20) async {
            var key = first
            key.revision = number
            _ = await checks.judgement(key, within: nil) { await making.make(bytes: bytes) }
        }
        await ask(1)
        await ask(2)
        await ask(1)
        await ask(3)
        #expect(making.made == 3)
        await ask(1)
        #expect(making.made == 3)
        await ask(2)
        #expect(making.made == 4)
        await ask(9, bytes: 8 << 20)
        await ask(9)
        #expect(making.made == 5)
    }

    @Test("A failure is told to everyone who waits, and not remembered")
    func failure() async throws {
        let (checks, key) = (Checks(memory: 1 << 20, atOnce: 1), try await key(1))
        let failed = await checks.judgement(key, within: nil) { () throws(IntakeError) in throw .notKept }
        #expect(throws: IntakeError.self) { try failed?.get() }
        let result = await checks.judgement(key, within: nil) { await Making().make(bytes: 10) }
        #expect((try? result?.get()) != nil)
    }
}
