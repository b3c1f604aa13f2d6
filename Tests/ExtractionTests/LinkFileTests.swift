import Foundation
import TestSupport
import Testing

@testable import Extraction

/// What extracts say of case and customer numbers, kept beside the key.
struct LinkFileTests {
    @Test func severalAtOnceLoseNothing() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("kopplingar")
        DispatchQueue.concurrentPerform(iterations: 64) { number in
            var links = LinkTable()
            links[UInt64(number)] = 1
            // What fails is missed below.
            try? links.add(to: file)
        }
        #expect(try LinkTable(file: file).count == 64)
        for name in ["kopplingar", "kopplingar.lock"] {
            let mode = try FileManager.default.attributesOfItem(atPath: folder.file(name).path)[.posixPermissions]
            #expect((mode as? NSNumber)?.intValue == 0o600)
        }
    }

    @Test func nothingIsReplacedByWhatIsNotALinkFile() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("kopplingar")
        try Data("något annat".utf8).write(to: file)
        var links = LinkTable()
        links[1] = 1
        #expect(throws: ExtractionError.self) { try links.add(to: file) }
        #expect(try Data(contentsOf: file) == Data("något annat".utf8))
    }
}
