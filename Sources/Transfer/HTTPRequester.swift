import CCurl
public import Foundation

/// Asks web servers, one request at a time on a thread of its own. Servers must have a certificate that we trust, and are
/// not followed when they point elsewhere.
public struct HTTPRequester: Sendable {
    private let certificates: URL?
    private let patience: Duration
    private let replyLimit: Int
    private let queue = CurlQueue()

    /// A requester that trusts `certificates`, in PEM, or those of the system; that gives up when nothing at all has been
    /// sent or received for `patience`; and that takes at most `replyLimit` bytes of headers and contents.
    public init(certificates: URL? = nil, patience: Duration = .seconds(120), replyLimit: Int = 16 << 20) {
        self.certificates = certificates
        self.patience = patience
        self.replyLimit = replyLimit
    }

    /// Sends a request and gives the answer, whatever its status.
    ///
    /// Throws `TransferError`: `.notPrivate` for http to another machine, `.badAddress` for an address or a header that is
    /// none, `.cannotUseFile`, `.tooLarge`, and what networks do.
    public func send(_ request: HTTPRequest) async throws(TransferError) -> HTTPResponse {
        guard let host = request.url.host(percentEncoded: false), let scheme = request.url.scheme?.lowercased(),
            ["http", "https"].contains(scheme), ServerName.isOne(host), request.url.user == nil
        else { throw .badAddress }
        guard scheme == "https" || ServerName.isLoopback(host) else { throw .notPrivate }
        let isSafe = ([request.method] + request.headers.flatMap { [$0, $1] }).allSatisfy { text in
            text.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        }
        guard isSafe else { throw .badAddress }
        return try await queue.run { session throws(TransferError) in try self.send(request, session) }
    }

    private func send(_ request: HTTPRequest, _ session: CurlSession) throws(TransferError) -> HTTPResponse {
        session.set(CURLOPT_URL, request.url.absoluteString)
        session.set(CURLOPT_PROTOCOLS_STR, "http,https")
        session.set(CURLOPT_SUPPRESS_CONNECT_HEADERS, 1)
        if let certificates { session.set(CURLOPT_CAINFO, certificates.path) }
        session.set(CURLOPT_CONNECTTIMEOUT_MS, .seconds(30))
        session.set(CURLOPT_LOW_SPEED_LIMIT, 1)
        session.set(CURLOPT_LOW_SPEED_TIME, max(1, Int(patience / .seconds(1))))
        let source: CurlSource? =
            switch request.body {
            case .bytes(let bytes): CurlSource(bytes)
            case .file(let url): try CurlSource(file: url)
            case nil: ["POST", "PUT", "PATCH"].contains(request.method) ? CurlSource([]) : nil
            }
        if let source {
            session.set(CURLOPT_UPLOAD, 1)
            session.set(CURLOPT_INFILESIZE_LARGE, size: source.count)
        }
        if request.method == "HEAD" { session.set(CURLOPT_NOBODY, 1) }
        session.set(CURLOPT_CUSTOMREQUEST, request.method)
        // Without waiting for a server to say that it wants the body.
        session.set(CURLOPT_HTTPHEADER, ["Expect:"] + request.headers.map { "\($0): \($1)" })
        let exchange = CurlExchange(sending: source ?? CurlSource([]), replyLimit: replyLimit)
        try session.perform(exchange)
        return HTTPResponse(exchange)
    }
}
