/// Why a file cannot be read as a table. Not an error of ours: Checking makes a finding of it.
public enum FileProblem: Error, Sendable, Equatable {
    /// No bytes, or only blanks.
    case empty
    /// Larger than the limit, both in bytes.
    case tooLarge(bytes: Int, limit: Int)
    /// Excel's format from before 2007 (.xls).
    case oldExcel
    /// OpenDocument (.ods).
    case openDocument
    /// Encrypted with a password.
    case passwordProtected
    /// A zip that is broken or cut short.
    case corruptWorkbook
    /// Unpacks to more than the limit (a zip bomb), has too many parts, cells or shared texts.
    case expandsTooMuch
    /// Declares XML entities, which no spreadsheet program does.
    case entityExpansion
    /// Not text and not a workbook (PDF, image, program …); what it is, when known.
    case notATable(kind: String?)
}

/// How much a file may demand of us.
public struct ReadingLimits: Sendable {
    /// Greatest file, in bytes.
    public var fileBytes: Int = 20 << 20
    /// Greatest sum of unpacked parts of a workbook, in bytes.
    public var unpackedBytes: Int = 1 << 30
    /// Greatest number of parts in a workbook.
    public var parts: Int = 2_000
    /// Greatest number of cells in a sheet.
    public var cells: Int = 50_000_000
    /// Greatest number of bytes of shared texts.
    public var sharedTextBytes: Int = 256 << 20
    /// Greatest length of one cell, in bytes.
    public var cellBytes: Int = 1 << 20

    /// The limits for one municipality's file.
    public init() {}

    /// The limits for the authority's own files, which hold the nation.
    public static var national: ReadingLimits {
        var limits = ReadingLimits()
        limits.fileBytes = 2 << 30
        limits.unpackedBytes = 4 << 30
        return limits
    }
}
