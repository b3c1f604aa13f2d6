/// Why bytes are no form.
public enum MultipartError: Error, Sendable, Equatable {
    /// The content type is another than multipart/form-data.
    case notAForm
    /// The content type names no boundary, or one that the standard does not allow.
    case badBoundary
    /// The form has more parts than were allowed.
    case tooManyParts
    /// The headers of a part are longer than was allowed.
    case headersTooLong
    /// A part's headers cannot be read.
    case badHeader
    /// A part does not say which field it is.
    case noName
    /// A part is encoded in a way that forms do not use.
    case encoded
    /// A boundary is followed by something else than the end of its line.
    case badDelimiter
    /// The bytes ended before the form did.
    case truncated
}
