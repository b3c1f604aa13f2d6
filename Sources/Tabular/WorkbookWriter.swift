internal import CXlsxWriter

#if canImport(Glibc)
    internal import Glibc
#elseif canImport(Musl)
    internal import Musl
#elseif canImport(Darwin)
    internal import Darwin
#endif

/// Writes a new workbook (XLSX), sheet by sheet, and gives it as bytes; the same calls give the same bytes.
///
/// Rows are numbered from 1 as the user sees them, columns from 0 for A, as when reading. Text is always written as
/// text, so that a value like `=1+1` cannot become a formula.
///
///     let workbook = try WorkbookWriter()
///     let sheet = try workbook.addSheet("Insatser")
///     try sheet.write("Löpnr", row: 1, column: 0, style: CellStyle(bold: true))
///     let bytes = try workbook.finish()
public struct WorkbookWriter: ~Copyable {
    private let book: WorkbookBook

    /// Begins a workbook.
    ///
    /// - Parameters:
    ///   - properties: What the program shows under *Egenskaper*.
    ///   - rowByRow: Keeps only the current row in memory; rows of a sheet must then be written in order.
    public init(properties: WorkbookProperties = WorkbookProperties(), rowByRow: Bool = false) throws(WorkbookError) {
        book = try WorkbookBook(properties: properties, rowByRow: rowByRow)
    }

    /// Adds a sheet after the others, to be written until the workbook is finished.
    ///
    /// - Throws: `WorkbookError.sheetName` when the name cannot be used.
    public borrowing func addSheet(_ name: String) throws(WorkbookError) -> WorkbookSheetWriter {
        guard !name.isEmpty, workbook_validate_sheet_name(book.pointer, name) == LXW_NO_ERROR,
            let sheet = workbook_add_worksheet(book.pointer, name)
        else { throw .sheetName(name) }
        return WorkbookSheetWriter(sheet: sheet, book: book)
    }

    /// Closes the workbook and gives its bytes.
    public consuming func finish() throws(WorkbookError) -> [UInt8] {
        try book.close()
    }
}

/// What a program shows about a workbook.
public struct WorkbookProperties: Sendable {
    /// *Rubrik*.
    public var title: String
    /// *Författare*.
    public var author: String
    /// *Kommentarer*.
    public var comments: String
    /// Seconds since 1970 (UTC). Fixed unless given, so that the same content gives the same bytes.
    public var created: Int

    /// Properties; every one may be left out.
    public init(title: String = "", author: String = "", comments: String = "", created: Int = 946_684_800) {
        self.title = title
        self.author = author
        self.comments = comments
        self.created = created
    }
}

/// The library's workbook, its temporary file and the styles made so far; freed whether or not it was closed.
final class WorkbookBook {
    private(set) var pointer: UnsafeMutablePointer<lxw_workbook>?
    private let path: String
    private var styles: [CellStyle: UnsafeMutablePointer<lxw_format>] = [:]

    init(properties: WorkbookProperties, rowByRow: Bool) throws(WorkbookError) {
        let folder = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(folder)/underlag-XXXXXX".utf8CString)
        let descriptor = mkstemp(&template)
        guard descriptor >= 0 else { throw .temporaryFile(code: errno) }
        fclose(fdopen(descriptor, "w"))
        path = template.withUnsafeBufferPointer { buffer in
            buffer.baseAddress.map { String(cString: $0) } ?? ""
        }
        var options = lxw_workbook_options()
        options.constant_memory = rowByRow ? 1 : 0
        guard let made = workbook_new_opt(path, &options) else {
            unlink(path)
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        pointer = made
        let texts = CStrings([properties.title, properties.author, properties.comments])
        var described = lxw_doc_properties()
        described.title = texts[0]
        described.author = texts[1]
        described.comments = texts[2]
        described.created = properties.created
        try check(withExtendedLifetime(texts) { workbook_set_properties(made, &described) }, properties.title)
    }

    deinit {
        if let pointer { lxw_workbook_free(pointer) }
        unlink(path)
    }

    func close() throws(WorkbookError) -> [UInt8] {
        let open = pointer
        pointer = nil  // The library frees it even when closing fails.
        try check(workbook_close(open), path)
        do {
            return try FileBytes(path: path, limit: .max).withBytes { Array($0) }
        } catch {
            throw .temporaryFile(code: errno)
        }
    }

    /// The library's format for `style`; `nil` for the plain one.
    func format(_ style: CellStyle) throws(WorkbookError) -> UnsafeMutablePointer<lxw_format>? {
        if style == CellStyle() { return nil }
        if let made = styles[style] { return made }
        guard let format = workbook_add_format(pointer) else {
            throw .library(code: LXW_ERROR_MEMORY_MALLOC_FAILED.rawValue)
        }
        style.apply(to: format)
        styles[style] = format
        return format
    }
}

/// Turns the library's code for an action on `text` into our error.
func check(_ code: lxw_error, _ text: @autoclosure () -> String, row: Int = 0, column: Int = 0) throws(WorkbookError) {
    switch code {
    case LXW_NO_ERROR: return
    case LXW_ERROR_WORKSHEET_INDEX_OUT_OF_RANGE: throw .outsideSheet(row: row, column: column)
    case LXW_ERROR_32_STRING_LENGTH_EXCEEDED, LXW_ERROR_128_STRING_LENGTH_EXCEEDED,
        LXW_ERROR_255_STRING_LENGTH_EXCEEDED, LXW_ERROR_MAX_STRING_LENGTH_EXCEEDED:
        throw .tooLong(text())
    case LXW_ERROR_PARAMETER_VALIDATION, LXW_ERROR_NULL_PARAMETER_IGNORED: throw .notAllowed(text())
    default: throw .library(code: code.rawValue)
    }
}

/// C copies of texts for the library's option structs, freed together.
final class CStrings {
    private let pointers: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>
    private let count: Int

    /// Copies `texts`; an empty one becomes null.
    init(_ texts: [String]) {
        count = texts.count
        pointers = .allocate(capacity: count + 1)
        for (place, text) in texts.enumerated() {
            (pointers + place).initialize(to: text.isEmpty ? nil : strdup(text))
        }
        (pointers + count).initialize(to: nil)
    }

    deinit {
        for place in 0..<count { free(pointers[place]) }
        pointers.deallocate()
    }

    subscript(place: Int) -> UnsafeMutablePointer<CChar>? { pointers[place] }

    /// The texts from `first` on, ended by a null.
    func list(from first: Int) -> UnsafeMutablePointer<UnsafeMutablePointer<CChar>?> { pointers + first }
}
