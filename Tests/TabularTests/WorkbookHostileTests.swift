import Foundation
import Tabular
import TestSupport
import Testing

@Suite("Workbooks that mean harm, or are broken")
struct WorkbookHostileTests {
    /// What comes of reading everything in the workbook, nil when nothing is wrong.
    private func problem(_ bytes: [UInt8], limits: ReadingLimits = ReadingLimits()) -> FileProblem? {
        do {
            let workbook = try WorkbookReader(FileBytes(bytes), limits: limits)
            for sheet in workbook.sheets {
                let reader = try workbook.rows(of: sheet)
                var row = SheetRow()
                while try reader.next(&row) {}
            }
            return nil
        } catch let problem {
            return problem
        }
    }

    private func limits(_ change: (inout ReadingLimits) -> Void) -> ReadingLimits {
        var limits = ReadingLimits()
        change(&limits)
        return limits
    }

    @Test("More than the limit of parts, bytes, cells or texts is refused, and just as much is not")
    func limits() throws {
        var workbook = MadeWorkbook(
            rows: #"<row><c t="s"><v>0</v></c><c><v>1</v></c></row><row><c/><c t="str"><v>abcdefgh</v></c></row>"#)
        workbook.shared = "<si><t>abcdefgh</t></si><si><t>ijklmnop</t></si>"
        let size = workbook.zip.members.reduce(0) { $0 + $1.bytes.count }
        let parts = workbook.zip.members.count
        #expect(problem(workbook.bytes, limits: limits { $0.parts = parts }) == nil)
        #expect(problem(workbook.bytes, limits: limits { $0.parts = parts - 1 }) == .expandsTooMuch)
        #expect(problem(workbook.bytes, limits: limits { $0.unpackedBytes = size }) == nil)
        #expect(problem(workbook.bytes, limits: limits { $0.unpackedBytes = size - 1 }) == .expandsTooMuch)
        #expect(problem(workbook.bytes, limits: limits { $0.cells = 4 }) == nil)
        #expect(problem(workbook.bytes, limits: limits { $0.cells = 3 }) == .expandsTooMuch)
        #expect(problem(try unusual(workbook.bytes), limits: limits { $0.cells = 3 }) == .expandsTooMuch)
        #expect(problem(workbook.bytes, limits: limits { $0.cellBytes = 8 }) == nil)
        #expect(problem(workbook.bytes, limits: limits { $0.cellBytes = 7 }) == .expandsTooMuch)
        #expect(problem(workbook.bytes, limits: limits { $0.sharedTextBytes = 24 }) == nil)
        #expect(problem(workbook.bytes, limits: limits { $0.sharedTextBytes = 15 }) == .expandsTooMuch)
    }

    @Test("A member that unpacks to more than it claims is refused")
    func lies() {
        var zip = MadeWorkbook(cells: "<c><v>1</v></c>").zip
        zip.members = zip.members.map { member in
            var member = member
            if member.name.hasSuffix("sheet1.xml") { member.claimedSize = 10 }
            return member
        }
        #expect(problem(zip.bytes) == .expandsTooMuch)
    }

    @Test(
        "A bomb of zeros is refused before it has unpacked",
        .enabled(if: Python.isPresent, Comment(rawValue: Python.absence)))
    func bomb() throws {
        let folder = try TemporaryFolder()
        let file = folder.file("bomb.xlsx")
        try Python.run(
            """
            import sys, zipfile
            with zipfile.ZipFile(sys.argv[1], "w", zipfile.ZIP_DEFLATED) as z:
                for i in range(4):
                    with z.open("xl/part%d.xml" % i, "w") as part:
                        for _ in range(20): part.write(bytes(1 << 20))
            """, file.path)
        let bytes = [UInt8](try Data(contentsOf: file))
        #expect(bytes.count < 1 << 20)
        #expect(problem(bytes, limits: limits { $0.unpackedBytes = 80 << 20 }) == .corruptWorkbook)
        #expect(problem(bytes, limits: limits { $0.unpackedBytes = 79 << 20 }) == .expandsTooMuch)
    }

    @Test(
        "Entities are refused in every part",
        arguments: [
            "_rels/.rels", "xl/workbook.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/worksheets/sheet1.xml",
        ])
    func entities(part: String) {
        var workbook = MadeWorkbook(cells: "<c><v>1</v></c>")
        workbook.shared = ""
        workbook.styles = ""
        workbook.parts[part] = Array(
            #"<!DOCTYPE a [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;"><!ENTITY c SYSTEM "file:///etc/hostname">]><a>&b;&c;</a>"#
                .utf8)
        #expect(problem(workbook.bytes) == .entityExpansion)
    }

    @Test("One shared text repeated in every cell does not fill the memory")
    func repeatedText() {
        var workbook = MadeWorkbook(
            rows: String(
                repeating: "<row>" + String(repeating: #"<c t="s"><v>0</v></c>"#, count: 1_000) + "</row>", count: 20))
        workbook.shared = "<si><t>\(String(repeating: "a", count: 1_000_000))</t></si>"
        #expect(problem(workbook.bytes) == .expandsTooMuch)
        workbook.shared = "<si><t>\(String(repeating: "a", count: 1_000))</t></si>"
        #expect(problem(workbook.bytes) == nil)
        #expect(problem(workbook.bytes, limits: limits { $0.unpackedBytes = 19_000_000 }) == .expandsTooMuch)
    }

    /// Made in the test: an argument of megabytes would stand in its log.
    enum Endless: CaseIterable {
        case names, depth, comment, tag

        var rows: String {
            switch self {
            case .names: (0..<600_000).map { "<a\($0)/>" }.joined()
            case .depth: String(repeating: "<a>", count: 600_000)
            case .comment: "<!--" + String(repeating: "-a", count: 1_500_000) + "-->"
            case .tag: "<a b=\"" + String(repeating: "a", count: 3_000_000) + "\"/>"
            }
        }
    }

    @Test("Names, depth, comments and tags without end are refused in bounded memory", arguments: Endless.allCases)
    func withoutEnd(endless: Endless) {
        #expect(problem(MadeWorkbook(rows: endless.rows).bytes) == .expandsTooMuch)
    }

    @Test("Encrypted members ask for a password")
    func encryptedMembers() {
        var zip = MadeWorkbook(cells: "").zip
        zip.members = zip.members.map { .init(name: $0.name, bytes: $0.bytes, flags: 1) }
        #expect(problem(zip.bytes) == .passwordProtected)
    }

    @Test(
        "A sheet that breaks its format is corrupt",
        arguments: [
            "<row><c><v>1</v></row>", "<row><c t=\"s\"><v>1</v></c></row>", "<row><c t=\"s\"><v>x</v></c></row>",
            "<row r=\"0\"><c><v>1</v></c></row>", "<row r=\"1048577\"><c><v>1</v></c></row>",
            "<row><c r=\"XFE1\"><v>1</v></c></row>",
            "<row><c><v>&odd;</v></c></row>", "<row><c><v>1</v></c>", "\u{1}",
        ])
    func corrupt(rows: String) throws {
        #expect(problem(MadeWorkbook(rows: rows).bytes) == .corruptWorkbook)
        #expect(problem(try unusual(MadeWorkbook(rows: rows).bytes)) == .corruptWorkbook)
    }

    @Test("Bytes that are not UTF-8 are corrupt")
    func notUTF8() {
        var workbook = MadeWorkbook(rows: "")
        workbook.parts["xl/worksheets/sheet1.xml"] =
            Array("<worksheet><sheetData><row><c t=\"str\"><v>".utf8) + [0xe5, 0x3c]
            + Array("/v></c></row></sheetData></worksheet>".utf8)
        #expect(problem(workbook.bytes) == .corruptWorkbook)
    }

    @Test(
        "A part that the workbook names and the zip lacks is corrupt",
        arguments: ["xl/worksheets/sheet1.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"])
    func missingPart(name: String) {
        var zip = MadeWorkbook(cells: "<c><v>1</v></c>").zip
        zip.members.removeAll { $0.name == name }
        #expect(problem(zip.bytes) == .corruptWorkbook)
    }

    @Test("A changed byte within a member is noticed")
    func changedByte() throws {
        let bytes = MadeWorkbook(cells: "<c><v>1234</v></c>").bytes
        let at = try #require(bytes.firstRange(of: "1234".utf8))
        var changed = bytes
        changed[at.lowerBound] = UInt8(ascii: "9")
        #expect(problem(changed) == .corruptWorkbook)
    }

    @Test("A file cut short anywhere is refused")
    func cutShort() {
        let bytes = MadeWorkbook(cells: "<c><v>1</v></c>").bytes
        for end in 0..<bytes.count {
            #expect(problem(Array(bytes[..<end])) == .corruptWorkbook, "cut at \(end)")
        }
    }

    @Test("A file with bytes changed at random ends in rows or a problem", arguments: 0..<8 as Range<UInt64>)
    func changed(seed: UInt64) {
        var random = Sequence(seed: seed)
        var workbook = MadeWorkbook(cells: #"<c r="A1" t="s"><v>0</v></c><c r="B1" s="1"><v>41334</v></c>"#)
        workbook.shared = "<si><t>a</t></si>"
        workbook.styles = #"<cellXfs><xf/><xf numFmtId="14"/></cellXfs>"#
        let bytes = workbook.bytes
        for _ in 0..<300 {
            var changed = bytes
            for _ in 0..<Int.random(in: 1...4, using: &random) {
                changed[Int.random(in: 0..<bytes.count, using: &random)] = UInt8.random(in: 0...255, using: &random)
            }
            _ = problem(changed)
        }
    }

    /// The same numbers in every run.
    private struct Sequence: RandomNumberGenerator {
        var state: UInt64
        init(seed: UInt64) { state = seed &+ 0x9e37_79b9_7f4a_7c15 }
        mutating func next() -> UInt64 {
            state = state &* 6_364_136_223_846_793_005 &+ 1_442_695_040_888_963_407
            return state ^ state >> 29
        }
    }
}
