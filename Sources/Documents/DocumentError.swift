/// Why a document was not made. It holds nothing of the report.
public enum DocumentError: Error, Sendable, Equatable {
    /// The program that makes this form is not installed.
    case engineMissing(DocumentEngine)
    /// The program did not finish in time and was ended.
    case tooSlow(DocumentEngine)
    /// The program ended without a document, with this exit status; with 0 also when it could not be started.
    case engineFailed(DocumentEngine, code: Int32)
    /// Whoever asked for it no longer wants it.
    case cancelled
    /// The workbook could not be written.
    case workbook
    /// A file on the way to the document could not be written or read.
    case file
}

/// The programs that some forms are made with.
public enum DocumentEngine: String, Sendable, CaseIterable {
    /// PDF.
    case weasyprint
    /// DOCX and PPTX.
    case pandoc
    /// The pictures of a PPTX.
    case rsvgConvert = "rsvg-convert"
}
