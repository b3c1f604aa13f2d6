/// What a part of a form says of itself before its bytes.
public struct MultipartPart: Sendable, Equatable {
    /// The name of the field.
    public var name: String
    /// The file's name as the user has it, without its folders; `nil` for a field that is no file. It may hold anything.
    public var filename: String?
    /// The kind of its contents, as the sender believes.
    public var contentType: String?

    /// A part from what it says.
    public init(name: String, filename: String? = nil, contentType: String? = nil) {
        self.name = name
        self.filename = filename
        self.contentType = contentType
    }
}
