import Foundation
import HTTPTypes
import Hummingbird
import Markup
import NIOCore
import Synchronization
import Testing
@testable import Web
import WebTestSupport

struct RateLimitTests {
    let start = Date(timeIntervalSince1970: 1_364_800_000)

    @Test("So many at once, then one for each interval, and never more than so many saved up")
    func bucket() {
        var usage = Usage()
        let allowance = Allowance(3, in: 30)
        let taken = { (usage: inout Usage, seconds: TimeInterval) in
            usage.take(of: allowance, at: start.addingTimeInterval(seconds))
        }
        for _ in 0..<3 { #expect(taken(&usage, 0) == nil) }
        #expect(taken(&usage, 0) == 10)
        #expect(taken(&usage, 4) == 6)
        #expect(taken(&usage, 10) == nil)
        #expect(taken(&usage, 10) == 10)
        for _ in 0..<3 { #expect(taken(&usage, 1000) == nil) }
        #expect(taken(&usage, 1000) == 10)
    }

    @Test("Memory is bounded, and a key that is tried again and again is not forgotten among others")
    func bounded() {
        let memory = UsageMemory(capacity: 100)
        let allowance = Allowance(2, in: 1_000_000)
        #expect(memory.take("tried", of: allowance, at: start) == nil)
        #expect(memory.take("tried", of: allowance, at: start) == nil)
        for number in 0..<10_000 {
            _ = memory.take("\(number)", of: allowance, at: start)
            if number % 20 == 0 { #expect(memory.take("tried", of: allowance, at: start) != nil) }
        }
        #expect(memory.count <= 100)
        memory.forget("tried")
        #expect(memory.take("tried", of: allowance, at: start) == nil)
    }

    @Test("Too many requests from one address get 429 and when to come back; another address is let in")
    func middleware() async throws {
        let clock = Clock(start)
        let router = Router(context: SiteContext.self)
        router.add(middleware: RequestNumbers())
        router.add(middleware: Failures { failure, _, _ in .page("\(failure.status.code)") })
        router.add(
            middleware: RateLimit(Allowance(2, in: 60), in: UsageMemory(), now: { clock.now }) { request, context in
                request.method == .post ? ClientAddress(of: request, from: context.peer, proxies: []).counted : nil
            })
        router.post("/") { _, _ in Response.text("in") }
        router.get("/") { _, _ in Response.text("in") }
        let one = TestClient(router.buildResponder(), address: "192.0.2.1")
        let other = TestClient(router.buildResponder(), address: "192.0.2.2")
        for _ in 0..<2 { #expect(try await one.post("/").status == .ok) }
        let refused = try await one.post("/")
        #expect(refused.status == .tooManyRequests)
        #expect(refused["Retry-After"] == "30")
        #expect(try await other.post("/").status == .ok)
        #expect(try await one.get("/").status == .ok)
        clock.go(30)
        #expect(try await one.post("/").status == .ok)
    }
}

private final class Clock: Sendable {
    private let time: Mutex<Date>
    var now: Date { time.withLock { $0 } }
    init(_ start: Date) { time = Mutex(start) }
    func go(_ seconds: TimeInterval) { time.withLock { $0 += seconds } }
}
