import Foundation

/// Where somebody asks from, as far as the server can tell (*klient*).
public struct Client: Sendable, Equatable {
    /// The network address, "192.0.2.7" or "2001:db8::7"; the proxy's word for it when there is one.
    public var address: String
    /// What to call it among a person's sessions, "Firefox, Windows".
    public var description: String

    /// A client from its parts; a description is cut at 100 characters.
    public init(address: String, description: String) {
        self.address = address
        self.description = String(description.prefix(100))
    }

    /// What failures are counted for: the address, of IPv6 the first half, since a household has that many.
    var network: String {
        var parsed = in6_addr()
        guard address.contains(":"), inet_pton(AF_INET6, address, &parsed) == 1 else { return address }
        let bytes = withUnsafeBytes(of: &parsed) { Array($0.prefix(8)) }
        return bytes.map { String($0, radix: 16) }.joined(separator: ":") + "::/64"
    }
}
