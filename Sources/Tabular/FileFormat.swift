/// What a file is, told by its contents and never by its name.
public enum FileFormat: Sendable, Equatable {
    /// A workbook of 2007 or later (.xlsx, .xlsm).
    case workbook
    /// Text: columns with a separator between them.
    case delimited

    /// Recognises the file; throws the `FileProblem` that says what it is instead.
    public static func recognise(_ file: FileBytes, limits: ReadingLimits) throws(FileProblem) -> FileFormat {
        let contents = try file.withBytes { (bytes) throws(FileProblem) in
            guard bytes.count <= limits.fileBytes else {
                throw .tooLarge(bytes: bytes.count, limit: limits.fileBytes)
            }
            return FileFormatContents(bytes)
        }
        switch contents {
        case .blank: throw .empty
        case .text: return .delimited
        case .compound(let problem): throw problem
        case .other(let kind): throw .notATable(kind: kind)
        case .zip:
            try FileFormatPackage.check(file, limits: limits)
            return .workbook
        }
    }
}
