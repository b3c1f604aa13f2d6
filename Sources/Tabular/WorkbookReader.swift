/// A workbook (.xlsx, .xlsm) whose sheets are read as a stream.
public struct WorkbookReader: Sendable {
    /// The package's members, packed and unpacked.
    public let archive: ZipArchive
    /// The sheets that hold cells, in the workbook's order, hidden ones included.
    public let sheets: [Sheet]
    let limits: ReadingLimits
    let texts: SharedTexts
    let styles: WorkbookStyles
    let beginsIn1904: Bool

    /// Reads everything but the sheets: their list, the shared texts and the formats that show dates.
    ///
    /// Throws the `FileProblem` that says why the file cannot be read as a workbook.
    public init(_ file: FileBytes, limits: ReadingLimits) throws(FileProblem) {
        self.limits = limits
        archive = try ZipArchive(file, limits: limits)
        let package = try WorkbookRelationships(of: "", in: archive, limits: limits)
        guard let main = package.part("officeDocument") else { throw .corruptWorkbook }
        let parts = try WorkbookRelationships(of: main, in: archive, limits: limits)
        let workbook = try WorkbookSheets(main, of: archive, relationships: parts, limits: limits)
        sheets = workbook.sheets
        beginsIn1904 = workbook.beginsIn1904
        styles = try WorkbookStyles(parts.part("styles"), of: archive)
        texts = try SharedTexts(parts.part("sharedStrings"), of: archive, limits: limits)
    }

    /// A reader of the sheet's rows, from the top.
    public func rows(of sheet: Sheet) throws(FileProblem) -> SheetReader {
        try SheetReader(sheet, of: self)
    }

    /// The bytes of a part, nil when there is none with this name.
    public func part(_ name: String) throws(FileProblem) -> [UInt8]? {
        guard let entry = archive.entry(name) else { return nil }
        return try archive.contents(of: entry)
    }
}
