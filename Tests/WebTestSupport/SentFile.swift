/// A file in a form, as a browser sends it.
public struct SentFile: Sendable {
    let field: String
    let name: String
    let type: String
    let bytes: [UInt8]

    /// A file called `name` in the field `field`. A browser sends "" and nothing for a field left empty.
    public init(_ field: String, name: String, type: String = "application/octet-stream", bytes: [UInt8]) {
        self.field = field
        self.name = name
        self.type = type
        self.bytes = bytes
    }

    private static let boundary = "----WebKitFormBoundary7MA4YWxkTrZu0gW"

    /// The kind of such a body.
    public static let contentType = "multipart/form-data; boundary=\(boundary)"

    /// The body of a form with files (RFC 7578).
    public static func body(fields: [(String, String)], files: [SentFile]) -> [UInt8] {
        var body: [UInt8] = []
        for (name, value) in fields {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(name)\"\r\n\r\n\(value)\r\n".utf8
        }
        for file in files {
            body += "--\(boundary)\r\nContent-Disposition: form-data; name=\"\(file.field)\"; ".utf8
            body += "filename=\"\(file.name)\"\r\nContent-Type: \(file.type)\r\n\r\n".utf8
            body += file.bytes
            body += "\r\n".utf8
        }
        return body + Array("--\(boundary)--\r\n".utf8)
    }
}
