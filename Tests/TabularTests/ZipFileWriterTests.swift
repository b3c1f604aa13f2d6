import Foundation
import Tabular
import TestSupport
import Testing

@Suite("A zip written straight to a file")
struct ZipFileWriterTests {
    @Test(
        "Python opens it, and finds the members whole",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func python() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("paket.zip").path
        var zip = try ZipFileWriter(path: path)
        try zip.begin("a/tom.txt")
        try zip.begin("b/räksmörgås.csv")
        for piece in ["ett", "två", "tre"] { try zip.write(Array(piece.utf8)) }
        #expect(!FileManager.default.fileExists(atPath: path))
        let length = try zip.finish()
        let found = try Python.run(
            """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1]) as z:
                print(z.testzip(), [(i.filename, i.file_size, z.read(i).decode()) for i in z.infolist()])
            """, path)
        #expect(found == "None [('a/tom.txt', 0, ''), ('b/räksmörgås.csv', 10, 'etttvåtre')]\n")
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.size] as? Int == length)
        #expect(try FileManager.default.attributesOfItem(atPath: path)[.posixPermissions] as? Int == 0o600)
    }

    @Test("What has been written can be read where it lies, and our own reader finds the members there")
    func ranges() throws {
        let folder = try TemporaryFolder()
        var zip = try ZipFileWriter(path: folder.file("paket.zip").path)
        try zip.begin("x")
        try zip.write(Array("abc".utf8))
        try zip.begin("y")
        try zip.write(Array("de".utf8))
        try zip.end()
        let members = zip.members
        let texts = try zip.written().withBytes { bytes in
            members.map { String(decoding: bytes[$0.range], as: UTF8.self) }
        }
        #expect(texts == ["abc", "de"])
        try zip.finish()
        let archive = try ZipArchive(
            FileBytes(path: folder.file("paket.zip").path, limit: .max), limits: ReadingLimits())
        #expect(archive.entries.map(\.name) == ["x", "y"] && archive.entries.allSatisfy { $0.method == 0 })
        #expect(try archive.entries.map { try archive.packedRange(of: $0) } == members.map(\.range))
    }

    @Test("The same content gives the same bytes, and one that is never finished leaves nothing behind")
    func sameBytes() throws {
        let folder = try TemporaryFolder()
        for name in ["1", "2"] {
            var zip = try ZipFileWriter(path: folder.file(name).path)
            try zip.begin("x")
            try zip.write(Array("abc".utf8))
            try zip.finish()
        }
        #expect(try Data(contentsOf: folder.file("1")) == Data(contentsOf: folder.file("2")))
        func abandon() throws {
            var zip = try ZipFileWriter(path: folder.file("3").path)
            try zip.begin("x")
        }
        try abandon()
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.url.path).sorted() == ["1", "2"])
    }

    @Test(
        "More members than the old format counts are all there",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func many() throws {
        let folder = try TemporaryFolder()
        let path = folder.file("paket.zip").path
        var zip = try ZipFileWriter(path: path)
        for number in 0..<65_540 { try zip.begin(String(number)) }
        try zip.finish()
        let found = try Python.run(
            "import sys, zipfile; n = zipfile.ZipFile(sys.argv[1]).namelist(); print(len(n), n[-1])", path)
        #expect(found == "65540 65539\n")
    }
}
