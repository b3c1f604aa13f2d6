import CSodium

/// A key that turns bytes into numbers which nobody without the key can turn back or guess at (keyed BLAKE2b, RFC 7693):
/// the same bytes give the same number, and two keys have nothing in common.
public struct KeyedDigest: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: [UInt8]

    private static let keyLength = 32
    private static let digestLength = 16

    /// A new one, of 256 bits.
    public static func random() -> KeyedDigest { KeyedDigest(verified: Sodium.randomBytes(keyLength)) }

    /// One that was stored as `text`: 64 hexadecimal digits. `nil` for anything else.
    public init?(_ text: String) {
        guard let key = Hexadecimal.bytes(text), key.count == Self.keyLength else { return nil }
        self.init(verified: key)
    }

    private init(verified key: [UInt8]) { self.key = key }

    /// The secret, to be stored where only the program can read it: 64 hexadecimal digits.
    public var text: String { Hexadecimal.text(key) }

    /// The first 64 bits of the digest of `bytes`.
    public func number(_ bytes: [UInt8]) -> UInt64 {
        var digest = [UInt8](repeating: 0, count: Self.digestLength)
        // Its result is 0 for every length within its bounds, which these are.
        _ = crypto_generichash(&digest, Self.digestLength, bytes, UInt64(bytes.count), key, Self.keyLength)
        return digest.prefix(8).reduce(0) { $0 << 8 | UInt64($1) }
    }

    /// Says nothing of its secret.
    public var description: String { "KeyedDigest" }
    /// Says nothing of its secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
