/// A place within the site, "/leveranser/17?visa=alla": where to go on after signing in.
public struct LocalPath: Sendable, Equatable {
    /// The path with its query.
    public let text: String

    /// A path of our own making, or one that came with a request; `nil` for an address that leads elsewhere, as
    /// "//example.com" and "/\example.com" do.
    public init?(_ text: String) {
        let isPlain = text.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\\") }
        guard text.hasPrefix("/"), !text.hasPrefix("//"), isPlain else { return nil }
        self.text = text
    }
}
