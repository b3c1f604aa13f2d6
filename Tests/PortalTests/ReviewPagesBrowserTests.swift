import Definitions
import Foundation
import Frame
import Register
import TestSupport
import Testing
import Vocabulary
import WebTestSupport

@Suite("The pages of review in a browser", .enabled(if: Browser.isPresent, "\(Browser.absence)"))
struct ReviewPagesBrowserTests {
    @Test("Every page and state reads well for everybody, wide and narrow", .timeLimit(.minutes(40)))
    func everyState() async throws {
        let site = try await ReviewPagesSite(origin: "http://127.0.0.1")
        let numbers = try await site.fill()
        let newer = try await site.deliver(site.quiet(13), site.knivsta, site.april, at: "2013-05-16T07:00:00Z")
        #expect(newer.sequence == 2)
        try await site.comment()
        try site.writeDefinitions()
        let known = try await [
            "lisa=\(site.token("lisa"))", "per=\(site.token("per"))", "nummer=\(numbers[2])", "ersatt=\(numbers[3])",
            "godkand=\(numbers[0])", "folder=\(site.folder.url.path)",
        ].joined(separator: " ")
        try await withRunningSite(site.router) { base in
            try await Browser.run("PortalTests/Browser/review.py", at: base, known)
        }
    }
}

extension ReviewPagesSite {
    /// What a municipality thinks of the collection.
    fileprivate func comment() async throws {
        let form = try #require(collection.form)
        try await house.register.comment(
            Comments(
                collection: collection.id, municipality: uppsala,
                texts: ["insatser": "Kod 8 är otydlig.\nVi vill ha fler exempel."], sender: "Anna Ek", receivedAt: now),
            form: form)
    }

    /// A definition that cannot be meant in the folder "fel", and one that can in "ratt".
    fileprivate func writeDefinitions() throws {
        let measures = try #require(house.library.text("testinsamling-2013/insatser.yaml"))
        let texts = [
            "fel": measures.replacing("kind: countChange", with: "kind: raknaUpp"),
            "ratt": measures.replacing(
                "  - id: V03\n    severity: warning", with: "  - id: V03\n    severity: error"),
        ]
        for (name, text) in texts {
            let place = folder.file(name)
            try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
            try text.write(to: place.appending(path: "insatser.yaml"), atomically: true, encoding: .utf8)
        }
    }
}
