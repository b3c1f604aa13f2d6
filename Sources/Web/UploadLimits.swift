/// How much may be sent in a form with files.
public struct UploadLimits: Sendable {
    /// Bytes of one file.
    public var bytesPerFile: Int
    /// Files.
    public var files: Int
    /// Bytes of one field that is not a file.
    public var bytesPerField: Int
    /// Fields that are not files.
    public var fields: Int

    /// One file of 20 MB as Windows counts them, and 100 fields of 64 KB, unless told otherwise.
    public init(
        bytesPerFile: Int = 20 << 20, files: Int = 1, bytesPerField: Int = 64 << 10, fields: Int = 100
    ) {
        self.bytesPerFile = bytesPerFile
        self.files = files
        self.bytesPerField = bytesPerField
        self.fields = fields
    }

    /// Bytes of what a part says of itself.
    static let headerBytes = 8 << 10

    /// Parts in all: a field for a file that was left empty is a part, too.
    var parts: Int { fields + 2 * files + 1 }

    /// The most bytes that a body within these limits has.
    public var bytes: Int { files * bytesPerFile + fields * bytesPerField + parts * Self.headerBytes }
}
