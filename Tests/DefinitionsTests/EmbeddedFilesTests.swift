import Foundation
import TestSupport
import Testing

@testable import Definitions

@Suite("The files of Definitions")
struct EmbeddedFilesTests {
    @Test("are embedded in the binary, all of them and as they are")
    func areEmbedded() {
        let folder = DefinitionFiles.folder(Dossier.repository.appending(path: "Definitions").path)
        #expect(!folder.paths.isEmpty)
        #expect(DefinitionFiles.embedded.paths == folder.paths)
        for path in folder.paths {
            #expect(DefinitionFiles.embedded.text(path) == folder.text(path), "\(path)")
        }
    }

    @Test("hold nothing that lint has something to say about")
    func areClean() throws {
        let problems = try DefinitionLibrary.embedded().lint()
        #expect(problems == [])
    }

    @Test("are not mistaken for other names")
    func otherNames() {
        #expect(DefinitionFiles.embedded.text("testinsamling-2013") == nil)
        #expect(throws: DefinitionError.self) {
            try DefinitionLibrary.embedded().collection("../Definitions/testinsamling-2013")
        }
        #expect(throws: DefinitionError.self) { try DefinitionLibrary(folder: "no-such-folder") }
    }
}
