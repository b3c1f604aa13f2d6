import HTTPTypes
public import Hummingbird

/// What a body is: the value of `Content-Type`.
public struct ContentType: Sendable, Equatable {
    /// The value, with its charset where there is one.
    public let value: String

    /// A kind by its value.
    public init(_ value: String) { self.value = value }

    /// A page.
    public static let html = ContentType("text/html; charset=utf-8")
    /// Plain text.
    public static let text = ContentType("text/plain; charset=utf-8")
    /// CSV.
    public static let csv = ContentType("text/csv; charset=utf-8")
    /// JSON.
    public static let json = ContentType("application/json")
    /// What went wrong, by RFC 9457.
    public static let problem = ContentType("application/problem+json")
    /// An Excel workbook.
    public static let workbook = ContentType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet")
    /// A zip archive.
    public static let zip = ContentType("application/zip")
    /// PDF.
    public static let pdf = ContentType("application/pdf")
    /// Bytes that nothing is said about.
    public static let bytes = ContentType("application/octet-stream")

    /// By the ending of a file's name, for files of our own.
    public static func ofFile(_ name: String) -> ContentType {
        switch name.split(separator: ".").last {
        case "html": .html
        case "css": ContentType("text/css; charset=utf-8")
        case "js": ContentType("text/javascript; charset=utf-8")
        case "txt": .text
        case "csv": .csv
        case "json": .json
        case "yaml": ContentType("application/yaml")
        case "svg": ContentType("image/svg+xml")
        case "png": ContentType("image/png")
        case "ico": ContentType("image/x-icon")
        case "woff2": ContentType("font/woff2")
        case "xlsx": .workbook
        case "pdf": .pdf
        case "zip": .zip
        default: .bytes
        }
    }

    /// Whether it grows much smaller by compression.
    var isText: Bool { value.hasPrefix("text/") || value.contains("json") || value.contains("svg") }

    /// What `request` says its body is, in lower case and without parameters; `nil` where it says nothing.
    public static func essence(of request: Request) -> String? {
        request.headers[.contentType].map { value in
            value.prefix { $0 != ";" }.lowercased().trimmingPrefix { $0 == " " }.prefix { $0 != " " }.description
        }
    }
}
