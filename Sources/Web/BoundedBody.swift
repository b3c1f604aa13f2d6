public import Hummingbird
public import NIOCore

/// A request's body read no further than a limit.
public enum BoundedBody {
    /// The whole body in memory, at most `limit` bytes.
    public static func collect(_ request: Request, limit: Int) async throws(WebError) -> ByteBuffer {
        var whole = ByteBuffer()
        try await forEach(request) { chunk throws(WebError) in
            guard whole.readableBytes + chunk.readableBytes <= limit else { throw .formTooLarge(limit: limit) }
            whole.writeImmutableBuffer(chunk)
        }
        return whole
    }

    /// The size the client says its body has; `nil` for a body sent in chunks.
    static func declaredSize(_ request: Request) -> Int? { request.headers[.contentLength].flatMap { Int($0) } }

    /// Gives each piece of the body to `take`; the next is asked for when `take` is done, which is the back-pressure.
    ///
    /// What `take` leaves unread when it throws, the server reads and forgets after its answer is sent, so that a
    /// browser that is still sending gets to see the answer. A client that wants the connection closed gets no such
    /// care from the server: it is given here, as far as `patience`.
    static func forEach(
        _ request: Request, patience: Int = 64 << 20, _ take: (ByteBuffer) async throws(WebError) -> Void
    ) async throws(WebError) {
        var pieces = request.body.makeAsyncIterator()
        var taken = 0
        do {
            while let piece = try await next(&pieces) {
                taken += piece.readableBytes
                try await take(piece)
            }
        } catch {
            if request.headers[.connection]?.lowercased() == "close", error != .interrupted {
                var forgotten = 0
                while forgotten < patience, let piece = try? await next(&pieces) { forgotten += piece.readableBytes }
            }
            throw error
        }
        // The server gives a cut connection and a finished body the same end.
        if let declared = declaredSize(request), taken < declared { throw .interrupted }
    }

    private static func next(_ pieces: inout RequestBody.AsyncIterator) async throws(WebError) -> ByteBuffer? {
        do { return try await pieces.next() } catch { throw .interrupted }
    }
}
