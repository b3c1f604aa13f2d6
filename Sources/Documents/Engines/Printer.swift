import Foundation
import Subprocess
import SystemPackage

#if canImport(Glibc)
    import Glibc
#elseif canImport(Musl)
    import Musl
#else
    import Darwin
#endif

/// A Python with WeasyPrint that prints one page after another (`Assets/documents/print.py`). It ends when let go of.
///
/// Pages go out and documents come back over one socket, each after its length in four bytes, the least significant
/// first. A socket and not pipes: writing to a program that has ended is then an error and not a signal.
final class Printer: Sendable {
    private let socket: Int32
    /// While it lasts, the program runs; cancelled, it ends.
    private let life: Task<Void, Never>
    /// Ends when it has been started, or could not be: the time it takes counts from then.
    private let start: AsyncStream<Never>
    private let queue = DispatchQueue(label: "underlag.printer")

    /// What came of printing a page.
    enum Outcome: Sendable {
        case document([UInt8])
        /// The page could not be printed.
        case failed
        /// The program has ended.
        case gone
        case tooSlow
    }

    /// Starts `python`. One that cannot be started is gone when asked; `nil` when there is no socket to be had.
    init?(_ python: URL, limit: Duration) {
        var ends: [Int32] = [-1, -1]
        #if os(Linux)
            let made = socketpair(AF_UNIX, Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue), 0, &ends)
        #else
            let made = socketpair(AF_UNIX, SOCK_STREAM, 0, &ends)
        #endif
        guard made == 0 else { return nil }
        let (ours, theirs) = (ends[0], FileDescriptor(rawValue: ends[1]))
        var wait = timeval()
        wait.tv_sec = .init(limit.components.seconds)
        for option in [SO_RCVTIMEO, SO_SNDTIMEO] {
            setsockopt(ours, SOL_SOCKET, option, &wait, socklen_t(MemoryLayout<timeval>.size))
        }
        let (start, started) = AsyncStream<Never>.makeStream()
        (socket, self.start) = (ours, start)
        life = Task {
            // Closed when it has ended, or could not be started: that is how we learn of it.
            defer {
                try? theirs.close()
                started.finish()
            }
            guard let configuration = Configuration(python, ["-c", DocumentAssets.text("print.py")]) else { return }
            _ = try? await run(
                configuration, input: .fileDescriptor(theirs, closeAfterSpawningProcess: false),
                output: .fileDescriptor(theirs, closeAfterSpawningProcess: false), error: .discarded
            ) { _ in started.finish() }
        }
    }

    deinit {
        life.cancel()
        close(socket)
    }

    /// Whether it has what it needs, once it has begun.
    func isReady() async -> Bool {
        for await _ in start {}
        return if case .document = await exchange(nil) { true } else { false }
    }

    /// `page` as PDF.
    func print(_ page: String) async -> Outcome { await exchange(Array(page.utf8)) }

    private func exchange(_ message: [UInt8]?) async -> Outcome {
        await withTaskCancellationHandler {
            await withCheckedContinuation { continuation in
                queue.async { continuation.resume(returning: self.converse(message)) }
            }
        } onCancel: {
            stop()
        }
    }

    private func stop() {
        shutdown(socket, Int32(SHUT_RDWR))
        life.cancel()
    }

    private func converse(_ message: [UInt8]?) -> Outcome {
        if let message {
            let length = UInt32(message.count)
            guard send((0..<4).map { UInt8(truncatingIfNeeded: length >> ($0 * 8)) } + message) else {
                return errno == EAGAIN ? tooSlow() : .gone
            }
        }
        guard let head = receive(4) else { return errno == EAGAIN ? tooSlow() : .gone }
        let length = head.reversed().reduce(0) { $0 << 8 | Int($1) }
        guard length > 0 else { return .failed }
        guard let document = receive(length) else { return errno == EAGAIN ? tooSlow() : .gone }
        return .document(document)
    }

    private func tooSlow() -> Outcome {
        stop()
        return .tooSlow
    }

    private func send(_ bytes: [UInt8]) -> Bool {
        bytes.withUnsafeBytes { buffer in
            var sent = 0
            while sent < buffer.count {
                #if os(Linux)
                    let flags = Int32(MSG_NOSIGNAL)
                #else
                    let flags: Int32 = 0
                #endif
                let count = systemSend(socket, buffer.baseAddress?.advanced(by: sent), buffer.count - sent, flags)
                guard count > 0 else {
                    if errno == EINTR { continue }
                    return false
                }
                sent += count
            }
            return true
        }
    }

    private func receive(_ count: Int) -> [UInt8]? {
        var bytes = [UInt8](repeating: 0, count: count)
        var got = 0
        while got < count {
            errno = 0
            let more = bytes.withUnsafeMutableBytes {
                recv(socket, $0.baseAddress?.advanced(by: got), count - got, 0)
            }
            guard more > 0 else {
                if errno == EINTR { continue }
                return nil
            }
            got += more
        }
        return bytes
    }
}

private func systemSend(_ socket: Int32, _ bytes: UnsafeRawPointer?, _ count: Int, _ flags: Int32) -> Int {
    send(socket, bytes, count, flags)
}
