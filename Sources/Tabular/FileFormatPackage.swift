/// Which of the formats that are zips a file is.
enum FileFormatPackage {
    /// Throws unless the zip holds a workbook we read.
    static func check(_ file: FileBytes, limits: ReadingLimits) throws(FileProblem) {
        let archive: ZipArchive
        do {
            archive = try ZipArchive(file, limits: limits)
        } catch .corruptWorkbook {
            throw file.withBytes(problem(ofBroken:))
        }
        if archive.entries.first?.name == "mimetype", file.withBytes(isOpenDocument) { throw .openDocument }
        guard archive.entry("_rels/.rels") != nil else { throw .notATable(kind: "zip") }
        let main = try WorkbookRelationships(of: "", in: archive, limits: limits).part("officeDocument") ?? ""
        switch main {
        case _ where main.hasSuffix(".bin"): throw .notATable(kind: "xlsb")
        case _ where main.hasPrefix("word/"): throw .notATable(kind: "docx")
        case _ where main.hasPrefix("ppt/"): throw .notATable(kind: "pptx")
        case "": throw .notATable(kind: "zip")
        default: return
        }
    }

    /// A zip without a directory: which format it was is told by its first member.
    private static func problem(ofBroken bytes: UnsafeRawBufferPointer) -> FileProblem {
        if isOpenDocument(bytes) { return .openDocument }
        let name = firstName(bytes)
        let folders = ["[Content_Types].xml", "_rels/", "docProps/", "xl/"]
        // The name may be cut short as well.
        let isWorkbook = folders.contains { name.hasPrefix($0) || $0.hasPrefix(name) }
        return isWorkbook ? .corruptWorkbook : .notATable(kind: "zip")
    }

    /// OpenDocument's first member is its media type, not deflated.
    private static func isOpenDocument(_ bytes: UnsafeRawBufferPointer) -> Bool {
        firstName(bytes).hasPrefix("mimetype")
            && bytes.dropFirst(38).starts(with: "application/vnd.oasis.opendocument".utf8)
    }

    private static func firstName(_ bytes: UnsafeRawBufferPointer) -> String {
        guard bytes.count >= 30 else { return "" }
        return String(decoding: bytes.dropFirst(30).prefix(bytes.half(26)), as: UTF8.self)
    }
}
