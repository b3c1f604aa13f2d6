public import HTTPTypes
import Hummingbird
import NIOCore

/// What a site answered, whole.
public struct Answer: Sendable {
    /// The status.
    public let status: HTTPResponse.Status
    /// The number of the status.
    public var code: Int { status.code }
    /// The fields.
    public let headers: HTTPFields
    /// The body.
    public let bytes: [UInt8]

    /// The body as text.
    public var text: String { String(decoding: bytes, as: UTF8.self) }
    /// Where it leads; `nil` where it leads nowhere.
    public var location: String? { status.kind == .redirection ? headers[.location] : nil }

    /// The value of the field called `name`.
    public subscript(name: String) -> String? { HTTPField.Name(name).flatMap { headers[$0] } }

    init(_ response: Response) async throws {
        let collected = Collected()
        try await response.body.write(Collector(collected: collected))
        status = response.status
        headers = response.headers
        bytes = Array(collected.buffer.readableBytesView)
    }
}

private final class Collected {
    var buffer = ByteBuffer()
}

private struct Collector: ResponseBodyWriter {
    let collected: Collected
    func write(_ buffer: ByteBuffer) { collected.buffer.writeImmutableBuffer(buffer) }
    consuming func finish(_ trailingHeaders: HTTPFields?) {}
}
