public import HTTPTypes
public import Hummingbird
public import Logging
import NIOCore
import NIOEmbedded
import Synchronization

/// Calls a site without a network, as a browser with one tab: keeps cookies, says where its requests come from.
public final class TestClient: Sendable {
    private let respond: @Sendable (Request) async throws -> Response
    private let jar = Mutex<[String: String]>([:])
    private let host: String
    private let fields: HTTPFields

    /// A browser at the site of `responder`, which `router.buildResponder()` gives; it comes from `address` and sends
    /// `fields` each time, by default that a page of the site itself made it ask. Requests log to `logger`, if
    /// there is one.
    public init<Responder: HTTPResponder>(
        _ responder: Responder, host: String = "portal.test", address: String = "192.0.2.7", fields: HTTPFields? = nil,
        logger: Logger? = nil
    ) where Responder.Context: InitializableFromSource<ApplicationRequestContextSource> {
        self.host = host
        self.fields = fields ?? [HTTPField.Name("Sec-Fetch-Site") ?? .origin: "same-origin"]
        let logger = logger ?? Logger(label: "test") { _ in Silence() }
        respond = { request in
            let channel = EmbeddedChannel()
            channel.remoteAddress = try SocketAddress(ipAddress: address, port: 4711)
            let source = ApplicationRequestContextSource(channel: channel, logger: logger)
            return try await responder.respond(to: request, context: Responder.Context(source: source))
        }
    }

    /// The cookies it has, by name.
    public var cookies: [String: String] { jar.withLock { $0 } }

    /// Forgets its cookies, or takes others.
    public func replaceCookies(_ cookies: [String: String] = [:]) { jar.withLock { $0 = cookies } }

    /// Asks for `path`.
    public func get(_ path: String, headers: HTTPFields = [:]) async throws -> Answer {
        try await send(.get, path, headers: headers)
    }

    /// Sends a form.
    public func post(
        _ path: String, _ form: KeyValuePairs<String, String> = [:], headers: HTTPFields = [:]
    ) async throws -> Answer {
        let body = form.map { "\(Self.encoded($0))=\(Self.encoded($1))" }.joined(separator: "&")
        return try await send(
            .post, path, headers: Self.type("application/x-www-form-urlencoded").merged(with: headers),
            body: Array(body.utf8))
    }

    /// Sends a form with files.
    public func post(
        _ path: String, _ form: KeyValuePairs<String, String> = [:], files: [SentFile], headers: HTTPFields = [:]
    ) async throws -> Answer {
        let body = SentFile.body(fields: form.map { ($0, $1) }, files: files)
        return try await send(
            .post, path, headers: Self.type(SentFile.contentType).merged(with: headers), body: body)
    }

    /// Sends anything. The body comes in pieces of `piece` bytes. `headers` replace those a browser would send.
    public func send(
        _ method: HTTPRequest.Method, _ path: String, headers: HTTPFields = [:], body: [UInt8] = [], piece: Int = 65_536
    ) async throws -> Answer {
        var fields = fields
        if !cookies.isEmpty { fields[.cookie] = cookies.map { "\($0)=\($1)" }.sorted().joined(separator: "; ") }
        if !body.isEmpty { fields[.contentLength] = String(body.count) }
        let head = HTTPRequest(
            method: method, scheme: "https", authority: host, path: path, headerFields: fields.merged(with: headers))
        let pieces = stride(from: 0, to: body.count, by: piece).map {
            ByteBuffer(bytes: body[$0..<min($0 + piece, body.count)])
        }
        let stream = AsyncStream { continuation in
            for piece in pieces { continuation.yield(piece) }
            continuation.finish()
        }
        let response = try await respond(Request(head: head, body: RequestBody(asyncSequence: stream)))
        keepCookies(of: response)
        return try await Answer(response)
    }

    /// Goes where `answer` leads, as long as it leads on.
    public func follow(_ answer: Answer) async throws -> Answer {
        var answer = answer
        for _ in 0..<10 {
            guard let location = answer.location else { return answer }
            answer = try await get(location)
        }
        return answer
    }

    private func keepCookies(of response: Response) {
        for line in response.headers[values: .setCookie] {
            let parts = line.split(separator: ";").map { $0.trimmingPrefix { $0 == " " } }
            guard let pair = parts.first, let sign = pair.firstIndex(of: "=") else { continue }
            let isGone = parts.contains { $0.lowercased() == "max-age=0" }
            jar.withLock { $0[String(pair[..<sign])] = isGone ? nil : String(pair[pair.index(after: sign)...]) }
        }
    }

    private static func type(_ value: String) -> HTTPFields { [.contentType: value] }

    private static func encoded(_ text: String) -> String {
        text.utf8.map { byte in
            switch byte {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
                UInt8(ascii: "0")...UInt8(ascii: "9"):
                String(UnicodeScalar(byte))
            case UInt8(ascii: " "): "+"
            default: "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16)
            }
        }.joined()
    }
}

extension HTTPFields {
    fileprivate func merged(with others: HTTPFields) -> HTTPFields {
        var fields = self
        for field in others { fields[field.name] = nil }
        fields.append(contentsOf: others)
        return fields
    }
}

/// Keeps what belongs to a request and writes nothing.
private struct Silence: LogHandler {
    var metadata: Logger.Metadata = [:]
    var logLevel = Logger.Level.critical

    subscript(metadataKey key: String) -> Logger.Metadata.Value? {
        get { metadata[key] }
        set { metadata[key] = newValue }
    }

    func log(event: LogEvent) {}
}
