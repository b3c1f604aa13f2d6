import Foundation
import Markup
import TestSupport
import Testing
import Vocabulary
import Yams

@testable import Frame

@Suite("The files of Assets")
struct AssetTests {
    static let folder = Dossier.repository.appending(path: "Assets")

    @Test("are embedded in the binary, all of them and as they are")
    func areEmbedded() throws {
        // Those in documents/ are of another room.
        let names = try FileManager.default.contentsOfDirectory(atPath: Self.folder.path)
            .filter { $0 != "documents" }.sorted()
        #expect(PortalAssets.files.map(\.name).sorted() == names)
        for file in PortalAssets.files {
            #expect(Data(file.bytes) == (try Data(contentsOf: Self.folder.appending(path: file.name))), "\(file.name)")
        }
    }

    @Test("say in both languages what the accessibility statement must say")
    func statement() throws {
        let text = try #require(PortalAssets.text("accessibility.yaml"))
        let statement = try YAMLDecoder().decode(AccessibilityStatement.self, from: text)
        #expect(Day(iso: statement.assessed) != nil && Day(iso: statement.updated) != nil)
        #expect(statement.conformance == .fully || !statement.issues.isEmpty)
        for language in Language.allCases {
            let page = Page(language, now: SamplePage.now, host: Host(name: "Provmyndigheten", email: "a@example.se"))
            let html = page.accessibility(statement).html.text
            #expect(html.contains("Provmyndigheten") && html.contains("https://www.digg.se/tdosanmalan"))
            #expect(html.contains(page.say("22 november 2026", "22 November 2026")))
        }
    }

    @Test("have the words of the portal in the order of the Swedish alphabet")
    func glossary() {
        let terms = Glossary.embedded.entries.map(\.term.sv)
        let swedish = Locale(identifier: "sv_SE")
        #expect(terms.count > 15)
        #expect(terms == terms.sorted { $0.compare($1, locale: swedish) == .orderedAscending })
    }

    @Test("use no word that the portal avoids", arguments: ["validera", "ogiltig", "submit", "avvisad", "felkod"])
    func words(avoided: String) throws {
        for file in ["accessibility.yaml", "glossary.yaml"] {
            let swedish = try #require(PortalAssets.text(file)).split(separator: "\n").filter { !$0.contains("en:") }
            #expect(!swedish.contains { $0.lowercased().contains(avoided) })
        }
    }
}
