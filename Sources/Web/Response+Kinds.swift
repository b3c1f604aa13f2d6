import HTTPTypes
public import Hummingbird
public import Markup
import NIOCore

extension Response {
    /// A page.
    public static func page(_ html: HTML, status: HTTPResponse.Status = .ok) -> Response {
        bytes(ByteBuffer(string: html.text), as: .html, status: status)
    }

    /// Text.
    public static func text(
        _ text: String, as type: ContentType = .text, status: HTTPResponse.Status = .ok
    ) -> Response {
        bytes(ByteBuffer(string: text), as: type, status: status)
    }

    /// Bytes.
    public static func bytes(
        _ bytes: ByteBuffer, as type: ContentType, status: HTTPResponse.Status = .ok
    ) -> Response {
        Response(status: status, headers: [.contentType: type.value], body: ResponseBody(byteBuffer: bytes))
    }

    /// A file to save or to show.
    public static func file(_ bytes: ByteBuffer, as type: ContentType, _ disposition: ContentDisposition) -> Response {
        var response = Response.bytes(bytes, as: type)
        response.headers[.contentDisposition] = disposition.value
        return response
    }

    /// A file of which `write` gives one piece after another, for one too large to hold. `size` in bytes, if known.
    public static func file(
        as type: ContentType, _ disposition: ContentDisposition, size: Int? = nil,
        _ write: @escaping @Sendable (inout any ResponseBodyWriter) async throws -> Void
    ) -> Response {
        Response(
            status: .ok, headers: [.contentType: type.value, .contentDisposition: disposition.value],
            body: ResponseBody(contentLength: size) { writer in
                try await write(&writer)
                try await writer.finish(nil)
            })
    }

    /// Go there (303): the answer to a form that has been taken care of.
    public static func see(_ path: String) -> Response {
        // A path that leads elsewhere is a mistake of ours; the front page is a safe place to land.
        Response(status: .seeOther, headers: [.location: LocalPath(path)?.text ?? "/"])
    }
}
