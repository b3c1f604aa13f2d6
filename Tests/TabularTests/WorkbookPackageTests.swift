import Tabular
import Testing

@Suite("Where a workbook's sheets are")
struct WorkbookPackageTests {
    @Test(
        "A sheet is found by an absolute or a relative target",
        arguments: [
            "worksheets/sheet1.xml", "/xl/worksheets/sheet1.xml", "./worksheets/../worksheets/sheet1.xml",
            "Worksheets/Sheet1.xml",
        ])
    func targets(target: String) throws {
        var workbook = MadeWorkbook(cells: "<c><v>1</v></c>")
        workbook.sheetTarget = target
        #expect(try cells(workbook.bytes) == ["A1 number 1"])
    }

    @Test("Hidden sheets are told, charts left out, and the order is the workbook's")
    func sheets() throws {
        var workbook = MadeWorkbook(rows: "")
        workbook.workbook = """
            <workbook><sheets><sheet name="Dold" sheetId="3" state="veryHidden" r:id="r7"/><sheet name="Diagram" sheetId="2" r:id="r8"/>\
            <sheet name="Å &amp; Ö" sheetId="1" r:id="r9"/><sheet name="Gömd" sheetId="4" state="hidden" r:id="r10"/></sheets></workbook>
            """
        let type = "http://purl.oclc.org/ooxml/officeDocument/relationships"
        workbook.parts["xl/_rels/workbook.xml.rels"] = Array(
            """
            <Relationships><Relationship Id="r8" Type="\(type)/chartsheet" Target="chartsheets/sheet1.xml"/>\
            <Relationship Id="r9" Type="\(type)/worksheet" Target="a.xml"/><Relationship Id="r7" Type="\(type)/worksheet" Target="/b.xml"/>\
            <Relationship Id="r10" Type="\(type)/worksheet" Target="../c.xml"/></Relationships>
            """.utf8)
        let sheets = try WorkbookReader(FileBytes(workbook.bytes), limits: ReadingLimits()).sheets
        #expect(
            sheets == [
                Sheet(name: "Dold", isHidden: true, part: "b.xml"),
                Sheet(name: "Å & Ö", isHidden: false, part: "xl/a.xml"),
                Sheet(name: "Gömd", isHidden: true, part: "c.xml"),
            ])
    }

    @Test("The members can be copied as they are, and parts read by name")
    func members() throws {
        let made = MadeWorkbook(cells: "<c><v>1</v></c>")
        let file = FileBytes(made.bytes)
        let archive = try ZipArchive(file, limits: ReadingLimits())
        #expect(archive.entries.map(\.name) == made.zip.members.map(\.name))
        for (entry, member) in zip(archive.entries, made.zip.members) {
            let range = try archive.packedRange(of: entry)
            #expect(file.withBytes { Array($0[range]) } == member.bytes)
        }
        let workbook = try WorkbookReader(file, limits: ReadingLimits())
        #expect(try workbook.part("XL/Workbook.xml") == Array(made.workbook.utf8))
        #expect(try workbook.part("xl/none.xml") == nil)
    }

    @Test("A comment at the end of the zip is no hindrance, even one that looks like the end")
    func comment() throws {
        var zip = MadeWorkbook(cells: "<c><v>1</v></c>").zip
        zip.comment = "Sparad av löneprogrammet"
        #expect(try cells(zip.bytes) == ["A1 number 1"])
    }
}
