/// Scheme, host and port: where the site is, as its visitors write it (RFC 6454).
public struct Origin: Sendable, Equatable, CustomStringConvertible {
    /// "http" or "https".
    public let scheme: String
    /// The host in lower case, an IPv6 address in brackets.
    public let host: String
    /// The port; 80 or 443 where none was written.
    public let port: Int

    /// Reads "https://underlag.example.se"; `nil` for anything with a path, a user or another scheme.
    public init?(_ text: some StringProtocol) {
        guard let end = text.firstRange(of: "://") else { return nil }
        scheme = text[..<end.lowerBound].lowercased()
        var place = text[end.upperBound...]
        if place.hasSuffix("/") { place = place.dropLast() }
        guard scheme == "http" || scheme == "https", let place = Authority(place) else { return nil }
        host = place.host
        port = place.port ?? (scheme == "https" ? 443 : 80)
    }

    /// Whether everything between browser and site is encrypted.
    public var isSecure: Bool { scheme == "https" }

    /// Whether only this machine can reach it.
    public var isLoopback: Bool { host == "localhost" || host == "[::1]" || isLoopbackNumber }

    /// 127.0.0.0/8; a name may begin so, too.
    private var isLoopbackNumber: Bool { host.hasPrefix("127.") && NetworkRange.bytes(of: host) != nil }

    /// As a browser writes it in `Origin`.
    public var description: String {
        port == (isSecure ? 443 : 80) ? "\(scheme)://\(host)" : "\(scheme)://\(host):\(port)"
    }

    /// Whether a `Host` of "example.se" or "example.se:8443" is this place.
    func isAt(host authority: String) -> Bool {
        guard let place = Authority(authority[...]) else { return false }
        return place.host == host && (place.port ?? (isSecure ? 443 : 80)) == port
    }
}

/// A host and perhaps a port.
struct Authority {
    let host: String
    let port: Int?

    init?(_ text: some StringProtocol) {
        let colon = text.lastIndex(of: ":").flatMap { text[$0...].contains("]") ? nil : $0 }
        host = text[..<(colon ?? text.endIndex)].lowercased()
        port = colon.flatMap { Int(text[text.index(after: $0)...]) }
        let allowed = host.utf8.allSatisfy {
            switch $0 {
            case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"): true
            case UInt8(ascii: "-"), UInt8(ascii: "."), UInt8(ascii: "["), UInt8(ascii: "]"), UInt8(ascii: ":"): true
            default: false
            }
        }
        guard !host.isEmpty, allowed, (colon == nil) == (port == nil), (1...65_535).contains(port ?? 1) else {
            return nil
        }
    }
}
