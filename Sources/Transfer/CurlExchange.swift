import CCurl

/// What one transfer sends and receives; the library calls it on the transfer's own thread.
final class CurlExchange {
    /// What is sent.
    private let source: CurlSource
    /// The most bytes of a reply that are kept; more end the transfer.
    private let replyLimit: Int
    private var received = 0
    /// Told of each command sent, as a protocol of lines has them. It may hold a password.
    private let willSend: (UnsafeBufferPointer<CChar>) -> Void

    /// The lines of the server's reply, without their ends.
    private(set) var lines: [String] = []
    /// What followed them.
    private(set) var body: [UInt8] = []
    /// The status of the last reply, 0 without one.
    var status = 0
    /// Why we ended the transfer ourselves.
    private(set) var failure: TransferError?
    /// Whether the transfer is still wanted.
    var signal: CancelSignal?

    init(
        sending source: CurlSource, replyLimit: Int, willSend: @escaping (UnsafeBufferPointer<CChar>) -> Void = { _ in }
    ) {
        self.source = source
        self.replyLimit = replyLimit
        self.willSend = willSend
    }

    private static func of(_ context: UnsafeMutableRawPointer?) -> CurlExchange? {
        context.map { Unmanaged<CurlExchange>.fromOpaque($0).takeUnretainedValue() }
    }

    // The library's calls. Each tells by its result whether to go on.

    static let read: curl_read_callback = { buffer, size, count, context in
        guard let exchange = of(context), let buffer else { return readAbort }
        let room = UnsafeMutableRawBufferPointer(start: buffer, count: size * count)
        guard let read = exchange.source.read(into: room) else {
            exchange.failure = .cannotUseFile
            return readAbort
        }
        return read
    }

    static let seek: curl_seek_callback = { context, offset, origin in
        // Only from the beginning, which SEEK_SET says.
        guard origin == 0, let exchange = of(context), exchange.source.seek(to: Int(offset)) else { return seekFailed }
        return 0
    }

    static let receiveLine: curl_write_callback = { bytes, size, count, context in
        guard let exchange = of(context), let bytes, exchange.hasRoom(for: size * count) else { return 0 }
        let line = UnsafeRawBufferPointer(start: bytes, count: size * count)
        exchange.lines.append(String(decoding: line.prefix { $0 != 13 && $0 != 10 }, as: UTF8.self))
        return size * count
    }

    static let receiveBody: curl_write_callback = { bytes, size, count, context in
        guard let exchange = of(context), let bytes, exchange.hasRoom(for: size * count) else { return 0 }
        exchange.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
    }

    static let takeNote: curl_debug_callback = { _, kind, text, count, context in
        if kind == CURLINFO_HEADER_OUT, let exchange = of(context) {
            exchange.willSend(UnsafeBufferPointer(start: text, count: count))
        }
        return 0
    }

    static let progress: curl_xferinfo_callback = { context, _, _, _, _ in
        of(context)?.signal?.isCancelled == true ? 1 : 0
    }

    private func hasRoom(for count: Int) -> Bool {
        received += count
        if received > replyLimit { failure = .tooLarge }
        return received <= replyLimit
    }
}

private let readAbort = Int(CURL_READFUNC_ABORT)
private let seekFailed = Int32(CURL_SEEKFUNC_FAIL)
