import Glibc

/// A range of network addresses: "10.0.0.0/8", "2001:db8::/32", or one address.
public struct NetworkRange: Sendable, Equatable {
    private let first: [UInt8]
    private let bits: Int

    /// Reads a range; fails as the setting `name`.
    public init(_ text: String, setting name: String = "proxies") throws(WebError) {
        let parts = text.split(separator: "/", maxSplits: 1, omittingEmptySubsequences: false)
        guard let first = parts.first.flatMap({ Self.bytes(of: $0) }) else { throw .setting(name: name) }
        // Within the 16 bytes of an IPv6 address, an IPv4 address takes the last four.
        let spare = parts[0].contains(":") ? 0 : 96
        guard let bits = parts.count == 2 ? Int(parts[1]) : 128 - spare, (0...128 - spare).contains(bits) else {
            throw .setting(name: name)
        }
        self.first = first
        self.bits = bits + spare
    }

    /// Whether `address` is in the range.
    public func contains(_ address: String) -> Bool {
        guard let other = Self.bytes(of: address) else { return false }
        let whole = bits / 8
        guard first[..<whole] == other[..<whole] else { return false }
        let rest = bits % 8
        return rest == 0 || first[whole] >> (8 - rest) == other[whole] >> (8 - rest)
    }

    /// The 16 bytes of an address, IPv4 as IPv6 writes it; `nil` for what is none.
    static func bytes(of address: some StringProtocol) -> [UInt8]? {
        var six = in6_addr()
        if inet_pton(AF_INET6, String(address), &six) == 1 { return withUnsafeBytes(of: six) { Array($0) } }
        var four = in_addr()
        guard inet_pton(AF_INET, String(address), &four) == 1 else { return nil }
        return [UInt8](repeating: 0, count: 10) + [0xFF, 0xFF] + withUnsafeBytes(of: four) { Array($0) }
    }
}
