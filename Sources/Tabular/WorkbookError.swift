/// What can go wrong when we write or mark a workbook. What is wrong in the user's file when we *read* it is a
/// `FileProblem`.
public enum WorkbookError: Error, Sendable, Equatable {
    /// A sheet name that is empty, taken, longer than 31 characters, or has one of `[ ] : * ? / \`.
    case sheetName(String)
    /// Outside the 1,048,576 rows and 16,384 columns of a sheet, or an earlier row when written row by row.
    case outsideSheet(row: Int, column: Int)
    /// Longer than the format allows: 32,767 characters in a cell or comment, 255 in a prompt, 32 in its title.
    case tooLong(String)
    /// A range, list or formula that the format does not allow.
    case notAllowed(String)
    /// A temporary file could not be made, written or read; the system's error code.
    case temporaryFile(code: Int32)
    /// A sheet is written after its workbook is finished.
    case finished
    /// The library's error code.
    case library(code: UInt32)
    /// The workbook to mark cannot be read.
    case unreadable(FileProblem)
    /// The workbook to mark has no sheet of that name.
    case noSuchSheet(String)
    /// A part of the workbook to mark is not as the format says.
    case malformed(part: String)
}
