/// How much a form may hold of what takes memory. The bytes of its parts take none, and are for the caller to limit.
public struct MultipartLimits: Sendable {
    /// The most parts.
    public var parts: Int
    /// The most bytes of headers in a part.
    public var headerBytes: Int
    /// The longest boundary; the standard says 70.
    public var boundaryLength: Int

    /// The usual limits, or others.
    public init(parts: Int = 100, headerBytes: Int = 8_192, boundaryLength: Int = 70) {
        self.parts = parts
        self.headerBytes = headerBytes
        self.boundaryLength = boundaryLength
    }
}
