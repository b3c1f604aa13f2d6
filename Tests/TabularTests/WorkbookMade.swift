import Foundation
import Tabular

/// A zip with its members stored, every field open to lies.
struct MadeZip {
    struct Member {
        var name: String
        var bytes: [UInt8]
        var flags: UInt16 = 0
        var method: UInt16 = 0
        /// What the directory claims, when not the truth.
        var claimedSize: Int?
    }

    var members: [Member] = []
    var comment = ""

    var bytes: [UInt8] {
        var file: [UInt8] = []
        var directory: [UInt8] = []
        for member in members {
            let common =
                half(member.flags) + half(member.method) + word(0) + word(crc(member.bytes)) + word(member.bytes.count)
                + word(member.claimedSize ?? member.bytes.count) + half(member.name.utf8.count) + half(0)
            directory += word(0x0201_4b50) + half(20) + half(20) + common + half(0) + half(0) + half(0) + word(0)
            directory += word(file.count) + Array(member.name.utf8)
            file += word(0x0403_4b50) + half(20) + common + Array(member.name.utf8) + member.bytes
        }
        let count = half(members.count)
        return file + directory + word(0x0605_4b50) + half(0) + half(0) + count + count + word(directory.count)
            + word(file.count) + half(comment.utf8.count) + Array(comment.utf8)
    }

    private func half(_ value: some BinaryInteger) -> [UInt8] {
        (0..<2).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }
    private func word(_ value: some BinaryInteger) -> [UInt8] {
        (0..<4).map { UInt8(truncatingIfNeeded: value >> ($0 * 8)) }
    }

    private static let table = (0..<256 as Range<UInt32>).map { byte in
        (0..<8).reduce(byte) { value, _ in value >> 1 ^ (value & 1 == 1 ? 0xedb8_8320 : 0) }
    }

    private func crc(_ bytes: [UInt8]) -> UInt32 {
        var crc = ~0 as UInt32
        bytes.withUnsafeBufferPointer { bytes in
            Self.table.withUnsafeBufferPointer { table in
                for byte in bytes { crc = table[Int(UInt8(truncatingIfNeeded: crc) ^ byte)] ^ crc >> 8 }
            }
        }
        return ~crc
    }
}

/// A workbook put together part by part, of one sheet if nothing else is said.
struct MadeWorkbook {
    var sheet = ""
    var shared: String?
    var styles: String?
    var workbook = #"<workbook><sheets><sheet name="Blad1" sheetId="1" r:id="r1"/></sheets></workbook>"#
    var sheetTarget = "worksheets/sheet1.xml"
    /// Parts that take the place of those above, or are added to them.
    var parts: [String: [UInt8]] = [:]

    /// A sheet with these rows, as XML.
    init(rows: String) {
        sheet = #"<?xml version="1.0" encoding="UTF-8"?><worksheet><cols/><sheetData>\#(rows)</sheetData></worksheet>"#
    }

    /// A sheet with these cells, as XML, in its first row.
    init(cells: String) { self.init(rows: #"<row r="1">\#(cells)</row>"#) }

    private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

    var zip: MadeZip {
        func relationships(_ all: [(id: String, kind: String, target: String)]) -> String {
            "<Relationships>"
                + all.map {
                    #"<Relationship Id="\#($0.id)" Type="\#(Self.types)/\#($0.kind)" Target="\#($0.target)"/>"#
                }
                .joined() + "</Relationships>"
        }
        var all: [String: [UInt8]] = [
            "[Content_Types].xml": Array("<Types/>".utf8),
            "_rels/.rels": Array(relationships([("p1", "officeDocument", "xl/workbook.xml")]).utf8),
            "xl/workbook.xml": Array(workbook.utf8),
            "xl/_rels/workbook.xml.rels": Array(
                relationships(
                    [
                        ("r1", "worksheet", sheetTarget), ("r2", "sharedStrings", "sharedStrings.xml"),
                        ("r3", "styles", "styles.xml"),
                    ].filter { ($0.0 != "r2" || shared != nil) && ($0.0 != "r3" || styles != nil) }
                ).utf8),
            "xl/worksheets/sheet1.xml": Array(sheet.utf8),
        ]
        if let shared { all["xl/sharedStrings.xml"] = Array("<sst>\(shared)</sst>".utf8) }
        if let styles { all["xl/styles.xml"] = Array("<styleSheet>\(styles)</styleSheet>".utf8) }
        all.merge(parts) { $1 }
        return MadeZip(members: all.sorted { $0.key < $1.key }.map { .init(name: $0.key, bytes: $0.value) })
    }

    var bytes: [UInt8] { zip.bytes }
}

/// All that a workbook's sheet says, a cell a line: "B3 number 15".
func cells(
    _ bytes: some Collection<UInt8>, sheet: String? = nil, limits: ReadingLimits = ReadingLimits()
) throws -> [String] {
    let workbook = try WorkbookReader(FileBytes(bytes), limits: limits)
    guard let sheet = workbook.sheets.first(where: { sheet == nil || $0.name == sheet }) else { return [] }
    let reader = try workbook.rows(of: sheet)
    var row = SheetRow()
    var found: [String] = []
    while try reader.next(&row) {
        found += row.cells.map { cell in
            let letters = columnLetters(cell.column)
            return
                "\(letters)\(row.number) \(cell.kind) \(String(decoding: row.bytes[cell.start..<cell.end], as: UTF8.self))"
        }
    }
    return found
}

private func columnLetters(_ column: Int) -> String {
    (column < 26 ? "" : columnLetters(column / 26 - 1)) + String(UnicodeScalar(UInt8(65 + column % 26)))
}

/// The same workbook, its sheets written so that none of their rows can be scanned.
func unusual(_ bytes: [UInt8]) throws -> [UInt8] {
    let archive = try ZipArchive(FileBytes(bytes), limits: ReadingLimits())
    return try MadeZip(
        members: archive.entries.map { entry in
            let text = String(decoding: try archive.contents(of: entry), as: UTF8.self)
            let changed = text.replacing("<sheetData>", with: "<sheetData><!-- -->")
            return .init(name: entry.name, bytes: Array(changed.utf8))
        }
    ).bytes
}
