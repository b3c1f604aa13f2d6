public import Hummingbird
public import NIOCore

/// A request's body read no further than a limit.
public enum BoundedBody {
    /// The whole body in memory, at most `limit` bytes.
    public static func collect(_ request: Request, limit: Int) async throws(WebError) -> ByteBuffer {
        var whole = ByteBuffer()
        try await forEach(request, limit: limit, excess: .formTooLarge(limit: limit)) { whole.writeImmutableBuffer($0) }
        return whole
    }

    /// The size the client says its body has; `nil` for a body sent in chunks.
    static func declaredSize(_ request: Request) -> Int? { request.headers[.contentLength].flatMap { Int($0) } }

    /// Gives each piece of the body to `take`; the next is asked for when `take` is done, which is the back-pressure.
    /// A body of more than `limit` bytes throws `excess`, at once where the client has told its size.
    ///
    /// What is left unread by throwing, the server reads and forgets after its answer is sent, so that a browser that is
    /// still sending gets to see the answer. A client that wants the connection closed gets no such care from the
    /// server: it is given here, as far as `patience`.
    static func forEach(
        _ request: Request, limit: Int, excess: WebError, patience: Int = 64 << 20,
        _ take: (ByteBuffer) async throws(WebError) -> Void
    ) async throws(WebError) {
        let declared = declaredSize(request) ?? 0
        var pieces = request.body.makeAsyncIterator()
        var taken = 0
        do throws(WebError) {
            guard declared <= limit else { throw excess }
            // Bytes that are packed by the sender would be kept, counted and read as what they are not.
            guard (request.headers[.contentEncoding] ?? "identity") == "identity" else { throw .unsupportedContentType }
            while let piece = try await next(&pieces) {
                taken += piece.readableBytes
                guard taken <= limit else { throw excess }
                try await take(piece)
            }
            // The server gives a cut connection and a finished body the same end.
            guard taken >= declared else { throw WebError.interrupted }
        } catch {
            if request.headers[.connection]?.lowercased() == "close" {
                while taken < patience, let piece = try? await next(&pieces) { taken += piece.readableBytes }
            }
            throw error
        }
    }

    private static func next(_ pieces: inout RequestBody.AsyncIterator) async throws(WebError) -> ByteBuffer? {
        do { return try await pieces.next() } catch { throw .interrupted }
    }
}
