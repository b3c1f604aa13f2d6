import Foundation
import TestSupport
import Testing

@Suite(
    "What people come to do, in a real browser", .serialized, .enabled(if: Browser.isPresent, "\(Browser.absence)"),
    .demonstration, .timeLimit(.minutes(40)))
struct JourneyTests {
    @Test("A file with twelve errors is mended on the page in at most two rounds, and delivered")
    func mend() async throws {
        try await browse("deliver.py")
    }

    @Test("Nothing to report takes two clicks") func nothing() async throws {
        try await browse("nothing.py")
    }

    @Test("All that are missing are reminded in four clicks, and get mail") func remind() async throws {
        try await browse("remind.py")
    }

    @Test("A changed definition shows whose rows would be judged otherwise") func preview() async throws {
        try await browse("preview.py")
    }

    @Test("A delivery is returned with a message, delivered anew, and approved") func review() async throws {
        try await browse("returned.py")
    }

    @Test("Delivering and reminding take nothing but a keyboard") func keyboard() async throws {
        try await browse("keyboard.py")
    }

    @Test("A month's report is fetched three clicks from the start page") func report() async throws {
        try await browse("report.py")
    }

    @Test("Delivering works without JavaScript") func withoutScript() async throws {
        try await browse("withoutscript.py")
    }

    @Test(
        "Every page that anybody can reach reads well, wide and narrow",
        arguments: ["anna", "bo", "lisa", "karin", "maria"])
    func everyPage(_ person: String) async throws {
        try await browse("everypage.py", person)
    }

    private func browse(_ script: String, _ arguments: String...) async throws {
        let running = try #require(JourneyDemonstration.current)
        try await Browser.run(
            "PortalTests/Browser/\(script)", at: running.base, running.folder.path, arguments.first ?? "")
    }
}
