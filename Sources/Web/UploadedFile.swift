public import Foundation
public import Hummingbird
import Synchronization

/// A file that came in, on disk. It is removed when nobody holds it any longer, unless it has been kept.
public struct UploadedFile: Sendable {
    /// The field of the form it came in; "" for a body that is nothing but a file.
    public let field: String
    /// What the sender calls it. Any text at all, and perhaps a person's name: never for a path, a log or an address.
    public let name: String
    /// Its size in bytes.
    public let size: Int
    private let place: Place

    init(field: String, name: String, size: Int, place: Place) {
        self.field = field
        self.name = name
        self.size = size
        self.place = place
    }

    /// Lends where it is to `work`. Only lent, since the file goes with the last use of this value, which may be before
    /// the last use of its address.
    public func use<Value>(_ work: (URL) throws -> Value) rethrows -> Value {
        defer { withExtendedLifetime(place) {} }
        return try work(place.url)
    }

    /// Lends where it is to `work`.
    public func use<Value>(_ work: (URL) async throws -> Value) async rethrows -> Value {
        defer { withExtendedLifetime(place) {} }
        return try await work(place.url)
    }

    /// Leaves it on disk when nobody holds it, and returns where. Throws `WebError.disk`.
    ///
    /// A power cut may still lose it: what somebody gets a receipt for belongs in the database.
    @discardableResult
    public func keep() throws(WebError) -> URL { try place.keep() }

    /// The whole body of `request`, written to `folder` as it comes: at most `limit` bytes.
    public static func read(
        _ request: Request, into folder: UploadFolder, limit: Int = UploadLimits().bytesPerFile
    ) async throws(WebError) -> UploadedFile {
        let sent = BoundedBody.declaredSize(request)
        var sink = try await FileSink(in: folder, limit: limit, sent: sent)
        try await BoundedBody.forEach(request, limit: limit, excess: .fileTooLarge(limit: limit, sent: sent)) {
            piece throws(WebError) in try await sink.append(piece.readableBytesView)
        }
        return try await sink.finish()
    }

    /// A file on disk and whether it stays there.
    final class Place: Sendable {
        private let state: Mutex<(url: URL, isKept: Bool)>

        init(_ url: URL) { state = Mutex((url, false)) }

        var url: URL { state.withLock { $0.url } }

        func keep() throws(WebError) -> URL {
            try state.withLock { state throws(WebError) in
                if state.isKept { return state.url }
                let lasting = state.url.deletingPathExtension()
                guard rename(state.url.path, lasting.path) == 0 else { throw .disk(code: errno) }
                state = (lasting, true)
                return lasting
            }
        }

        deinit { state.withLock { if !$0.isKept { unlink($0.url.path) } } }
    }
}
