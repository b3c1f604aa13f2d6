import Foundation
import TestSupport
import Testing

@testable import Definitions

@Suite("The keys of a definition")
struct DefinitionKeysTests {
    /// A definition with a key of no meaning in every mapping there can be.
    private static let collection = """
        zzz: 1
        tables: [t]
        codeLists: [{zzz: 1, codes: [{zzz: 1}]}]
        calendar: [{zzz: 1}]
        contact: {zzz: 1}
        form: {zzz: 1, texts: [{zzz: 1}], respondent: [{zzz: 1}]}
        """
    private static let table = """
        zzz: 1
        groups: [{zzz: 1}]
        fields: [{name: a, zzz: 1, type: text, maxLength: 1}]
        rules: [{zzz: 1, kind: freeText, field: a, known: [{zzz: 1}], text: {zzz: 1}}]
        """

    @Test("are all described in docs/definitions.md")
    func areDescribed() throws {
        let folder = try TemporaryFolder()
        try FileManager.default.createDirectory(at: folder.file("c"), withIntermediateDirectories: true)
        try Self.collection.write(to: folder.file("c/collection.yaml"), atomically: true, encoding: .utf8)
        try Self.table.write(to: folder.file("c/t.yaml"), atomically: true, encoding: .utf8)
        let problems = try DefinitionLibrary(folder: folder.url.path).lint()
        let known = problems.compactMap { if case .unknownKey("zzz", let known) = $0.kind { known } else { nil } }
        #expect(known.count == 14)
        let text = try String(contentsOf: Dossier.repository.appending(path: "docs/definitions.md"), encoding: .utf8)
        for key in Set(known.joined()) { #expect(text.contains("`\(key)`") || text.contains("`\(key):"), "\(key)") }
    }
}
