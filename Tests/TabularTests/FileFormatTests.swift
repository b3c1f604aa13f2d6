import Foundation
import Tabular
import TestSupport
import Testing

@Suite("What a file is")
struct FileFormatTests {
    private func problem(_ bytes: some Collection<UInt8>) -> FileProblem? {
        do {
            _ = try FileFormat.recognise(FileBytes(bytes), limits: ReadingLimits())
            return nil
        } catch let problem {
            return problem
        }
    }

    private func utf16(_ text: String) -> [UInt8] { text.utf16.flatMap { [UInt8($0 & 0xff), UInt8($0 >> 8)] } }

    @Test("Nothing, or only blanks, is empty", arguments: ["", "\n", " \t\r\n\r\n", "\u{feff}", "\u{feff} \r\n"])
    func empty(text: String) {
        #expect(problem(text.utf8) == .empty)
        #expect(problem([0xff, 0xfe] + utf16(text.filter { $0 != "\u{feff}" })) == .empty)
    }

    @Test(
        "Text is text, in any encoding",
        arguments: [
            "lopnr;reg_1\n1;X\n", "manad\tkommun", "\"a\";\"b\"", "<5;>6", "[a];[b]", "{a};1", "{1};2", "PK;a", "a",
        ])
    func text(text: String) throws {
        for bytes in [Array(text.utf8), [0xef, 0xbb, 0xbf] + text.utf8, [0xff, 0xfe] + utf16(text), utf16(text)] {
            #expect(try FileFormat.recognise(FileBytes(bytes), limits: ReadingLimits()) == .delimited)
        }
        #expect(problem(text.utf8 + [0xe5, 0xe4, 0xf6]) == nil)
    }

    @Test(
        "What is no table is told by its name",
        arguments: [
            ("%PDF-1.7\n", "pdf"), ("{\\rtf1\\ansi", "rtf"), ("GIF89a", "gif"), ("SQLite format 3\0", "sqlite"),
            ("PAR1", "parquet"),
            ("\r\n<!DOCTYPE html><html>", "html"), ("<HTML><body>", "html"), ("<table><tr>", "html"),
            ("<?xml version=\"1.0\"?><Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\">", "xml"),
            ("<root/>", "xml"),
            ("{\"rows\": [1]}", "json"), ("[{\"a\": 1}]", "json"), ("[[1]]", "json"),
        ])
    func others(text: String, kind: String) { #expect(problem(text.utf8) == .notATable(kind: kind)) }

    @Test(
        "Binary files are told by their first bytes",
        arguments: [
            ([0x89, 0x50, 0x4e, 0x47, 0x0d], "png"), ([0xff, 0xd8, 0xff, 0xe0], "jpeg"), ([0x1f, 0x8b, 8], "gzip"),
            ([0x7f, 0x45, 0x4c, 0x46], "elf"), ([0x00, 0x01, 0x02], nil), ([0x61, 0x00, 0x00, 0x61], nil),
            ([0, 0, 0, 0], nil),
        ] as [([UInt8], String?)])
    func binary(bytes: [UInt8], kind: String?) { #expect(problem(bytes) == .notATable(kind: kind)) }

    @Test("A compound file is an old workbook, a protected one or a document, by its streams")
    func compound() {
        let header = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1] + [UInt8](repeating: 0, count: 504)
        func file(_ streams: String...) -> [UInt8] {
            header
                + (["Root Entry"] + streams).flatMap {
                    utf16($0) + [UInt8](repeating: 0, count: 128 - 2 * $0.utf16.count)
                }
        }
        #expect(problem(file("Workbook")) == .oldExcel)
        #expect(problem(file("EncryptionInfo", "EncryptedPackage")) == .passwordProtected)
        #expect(problem(file("WordDocument")) == .notATable(kind: "doc"))
        #expect(problem(Array(header.prefix(100))) == .oldExcel)
    }

    @Test("A zip is a workbook by its parts, whatever they are called")
    func zips() throws {
        let workbook = MadeWorkbook(cells: "<c><v>1</v></c>")
        #expect(try FileFormat.recognise(FileBytes(workbook.bytes), limits: ReadingLimits()) == .workbook)
        for (main, kind) in [
            ("xl/workbook.bin", "xlsb"), ("word/document.xml", "docx"), ("ppt/presentation.xml", "pptx"),
        ] {
            var other = workbook
            other.parts["_rels/.rels"] = Array(
                #"<Relationships><Relationship Id="r" Type="x/officeDocument" Target="\#(main)"/></Relationships>"#.utf8
            )
            #expect(problem(other.bytes) == .notATable(kind: kind))
        }
        #expect(problem(MadeZip(members: [.init(name: "a.csv", bytes: [0x61])]).bytes) == .notATable(kind: "zip"))
        #expect(problem(MadeZip().bytes) == .notATable(kind: "zip"))
    }

    @Test("A workbook cut short is a corrupt workbook, another zip cut short a zip")
    func cutShort() {
        let workbook = MadeWorkbook(cells: "<c><v>1</v></c>").bytes
        for end in stride(from: 8, to: workbook.count, by: 7) {
            #expect(problem(workbook[..<end]) == .corruptWorkbook, "cut at \(end)")
        }
        #expect(
            problem(MadeZip(members: [.init(name: "a.csv", bytes: [0x61])]).bytes.dropLast(30))
                == .notATable(kind: "zip"))
    }

    @Test("A file over the limit is told with its size")
    func tooLarge() {
        var limits = ReadingLimits()
        limits.fileBytes = 3
        #expect(throws: FileProblem.tooLarge(bytes: 4, limit: 3)) {
            try FileFormat.recognise(FileBytes(Array("a;b\n".utf8)), limits: limits)
        }
    }

    @Test(
        "LibreOffice's xls and ods are told apart",
        .enabled(if: LibreOffice.isPresent, Comment(rawValue: LibreOffice.absence)))
    func libreOffice() throws {
        let folder = try TemporaryFolder()
        let csv = folder.file("a.csv")
        try Data("a;b\n1;2\n".utf8).write(to: csv)
        #expect(problem(try Data(contentsOf: LibreOffice.convert(csv, to: "xls"))) == .oldExcel)
        #expect(problem(try Data(contentsOf: LibreOffice.convert(csv, to: "ods"))) == .openDocument)
        #expect(problem(try Data(contentsOf: LibreOffice.convert(csv, to: "pdf"))) == .notATable(kind: "pdf"))
    }
}
