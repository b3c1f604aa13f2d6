import HTTPTypes
public import Hummingbird
public import NIOCore

/// The network address a request comes from.
public struct ClientAddress: Sendable, Equatable, CustomStringConvertible {
    /// As people write it, "192.0.2.7"; "" where it is not known, as on a local socket.
    public let description: String

    /// An address as text.
    public init(_ text: String) { description = text }

    /// What to count requests by: the address, or the /64 that a single subscriber of IPv6 has all of.
    public var counted: String {
        guard description.contains(":"), let bytes = NetworkRange.bytes(of: description) else { return description }
        let isMapped = bytes[..<10].allSatisfy { $0 == 0 } && bytes[10] == 0xFF && bytes[11] == 0xFF
        return bytes[isMapped ? 12..<16 : 0..<8].map { String($0, radix: 16) }.joined(separator: ".")
    }

    /// The address of whoever sent `request` over a connection from `peer`.
    ///
    /// `X-Forwarded-For` is read from its right end, and only as long as the one who wrote the entry is a proxy of
    /// ours: everything further left can be made up by anybody.
    public init(of request: Request, from peer: SocketAddress?, proxies: [NetworkRange]) {
        var address = peer?.ipAddress ?? ""
        guard proxies.contains(where: { $0.contains(address) }) else {
            description = address
            return
        }
        let forwarded = (request.headers[forwardedFor] ?? "").split(separator: ",")
        for entry in forwarded.reversed() {
            guard let next = Self.address(of: entry) else { break }
            address = next
            guard proxies.contains(where: { $0.contains(next) }) else { break }
        }
        description = address
    }

    /// An entry without its port: "192.0.2.7:4711", "[2001:db8::1]:4711", "2001:db8::1".
    private static func address(of entry: Substring) -> String? {
        var text = String(entry.filter { $0 != " " })
        if text.hasPrefix("[") {
            text = String(text.dropFirst().prefix { $0 != "]" })
        } else if text.count(where: { $0 == ":" }) == 1 {
            text = String(text.prefix { $0 != ":" })
        }
        return NetworkRange.bytes(of: text) == nil ? nil : text
    }
}

private let forwardedFor = HTTPField.Name("X-Forwarded-For")
