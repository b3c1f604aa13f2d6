import Collecting
import Definitions
import Foundation
import Frame
import Outbox
import Register
import Testing
import TestSupport
import Vocabulary
import WebTestSupport

@Suite("The pages of collecting in a browser", .enabled(if: Browser.isPresent, "\(Browser.absence)"))
struct AuthorityPagesBrowserTests {
    @Test("Every page and state reads well for everybody, wide and narrow", .timeLimit(.minutes(40)))
    func everyState() async throws {
        let site = try await ReviewPagesSite(origin: "http://127.0.0.1")
        try await site.fill()
        let boras = try #require(Municipality(code: "1490"))
        try await site.house.register.decline(
            Decline(
                collection: site.collection.id, municipality: boras, reason: "Vi byter system.", sender: "Ola",
                receivedAt: site.now - 86_400))
        let question = try await site.ask("Räknas SFI som en arbetsfrämjande insats?").id
        let known = try await ["lisa", "per", "agnes"].asyncMap { "\($0)=\(try await site.token($0))" }
        try await withRunningSite(site.router) { base in
            try await Browser.run(
                "PortalTests/Browser/collecting.py", at: base, (known + ["fraga=\(question)"]).joined(separator: " "))
        }
    }
}

extension Sequence where Element: Sendable {
    fileprivate func asyncMap<T>(_ transform: (Element) async throws -> T) async rethrows -> [T] {
        var values: [T] = []
        for element in self { values.append(try await transform(element)) }
        return values
    }
}
