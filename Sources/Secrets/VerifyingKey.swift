import CSodium

/// The published half of a `SigningKey`.
public struct VerifyingKey: Sendable, Equatable {
    private let bytes: [UInt8]

    /// One as it was published: 64 hexadecimal digits. `nil` for anything else.
    public init?(_ text: String) {
        guard let bytes = Hexadecimal.bytes(text), bytes.count == Int(crypto_sign_ed25519_PUBLICKEYBYTES) else {
            return nil
        }
        self.bytes = bytes
    }

    init(verified bytes: [UInt8]) { self.bytes = bytes }

    /// The key as it is published.
    public var text: String { Hexadecimal.text(bytes) }

    /// Whether `signature` is that of `bytes` by the other half.
    public func verifies(_ signature: [UInt8], of bytes: [UInt8]) -> Bool {
        signature.count == Int(crypto_sign_ed25519_BYTES)
            && crypto_sign_ed25519_verify_detached(signature, bytes, UInt64(bytes.count), self.bytes) == 0
    }
}
