import Foundation

/// A client that sends exactly the bytes it is told to, and reads none before it has.
struct PlainConnection {
    private let descriptor: Int32

    /// Connects to "http://127.0.0.1:40123".
    init(_ address: String) throws {
        let port = UInt16(address.split(separator: ":").last ?? "") ?? 0
        descriptor = socket(AF_INET, Int32(SOCK_STREAM.rawValue), 0)
        var place = sockaddr_in()
        place.sin_family = sa_family_t(AF_INET)
        place.sin_port = port.bigEndian
        place.sin_addr.s_addr = UInt32(0x7F00_0001).bigEndian
        // An answer that never comes fails the test instead of holding it; a busy machine takes minutes.
        var patience = timeval(tv_sec: 600, tv_usec: 0)
        setsockopt(descriptor, SOL_SOCKET, SO_RCVTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        setsockopt(descriptor, SOL_SOCKET, SO_SNDTIMEO, &patience, socklen_t(MemoryLayout<timeval>.size))
        let status = withUnsafePointer(to: &place) { pointer in
            pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) {
                connect(descriptor, $0, socklen_t(MemoryLayout<sockaddr_in>.size))
            }
        }
        guard status == 0 else { throw POSIXError(.ECONNREFUSED) }
    }

    func send(_ bytes: [UInt8]) throws {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = rest.withUnsafeBytes {
                Glibc.send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
            }
            guard count > 0 else { throw POSIXError(.EPIPE) }
            rest = rest.dropFirst(count)
        }
    }

    /// Reads an answer with a `Content-Length`.
    func answer() throws -> String {
        var text: [UInt8] = []
        var room = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = recv(descriptor, &room, room.count, 0)
            guard count >= 0 else { throw POSIXError(POSIXError.Code(rawValue: errno) ?? .ECONNRESET) }
            text += room[..<count]
            let parts = String(decoding: text, as: UTF8.self).components(separatedBy: "\r\n\r\n")
            let length = parts[0].firstMatch(of: /(?i)content-length: (\d+)/).flatMap { Int($0.1) } ?? 0
            if count == 0 || (parts.count > 1 && parts[1...].joined(separator: "\r\n\r\n").utf8.count >= length) {
                return String(decoding: text, as: UTF8.self)
            }
        }
    }

    func close() { _ = Glibc.close(descriptor) }
}

/// Does something that waits, on a thread of its own.
func waiting<Value: Sendable>(_ work: @escaping @Sendable () throws -> Value) async throws -> Value {
    try await withCheckedThrowingContinuation { continuation in
        Thread.detachNewThread { continuation.resume(with: Result(catching: work)) }
    }
}
