public import Foundation

/// What to ask of a web server.
public struct HTTPRequest: Sendable {
    /// What goes with a request.
    public enum Body: Sendable {
        /// These bytes, maybe none.
        case bytes([UInt8])
        /// A file, read as it is sent.
        case file(URL)
    }

    /// GET, POST, PUT, DELETE.
    public var method: String
    /// Where: https, or http to this machine itself.
    public var url: URL
    /// Names and values, each once.
    public var headers: [String: String]
    /// What goes with it; `nil` for nothing.
    public var body: Body?

    /// A request from its parts.
    public init(_ method: String, _ url: URL, headers: [String: String] = [:], body: Body? = nil) {
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
    }
}
