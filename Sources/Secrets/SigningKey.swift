import CSodium

/// A key that signs (Ed25519, RFC 8032), so that others can see that a file is ours and unchanged.
public struct SigningKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let secret: [UInt8]
    /// What others verify with; may be published.
    public let verifyingKey: VerifyingKey

    /// A new one.
    public static func random() -> SigningKey { SigningKey(verified: Sodium.randomBytes(Self.seedLength)) }

    /// One that was stored as `text`: 64 hexadecimal digits. `nil` for anything else.
    public init?(_ text: String) {
        guard let seed = Hexadecimal.bytes(text), seed.count == Self.seedLength else { return nil }
        self.init(verified: seed)
    }

    /// The secret, to be stored where only the program can read it: 64 hexadecimal digits.
    public var text: String { Hexadecimal.text(Array(secret.prefix(Self.seedLength))) }

    /// The 64 bytes of the signature of `bytes`.
    public func sign(_ bytes: [UInt8]) -> [UInt8] {
        var signature = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_BYTES))
        // Its result is always 0: any bytes can be signed.
        _ = crypto_sign_ed25519_detached(&signature, nil, bytes, UInt64(bytes.count), secret)
        return signature
    }

    private static let seedLength = Int(crypto_sign_ed25519_SEEDBYTES)

    private init(verified seed: [UInt8]) {
        var secret = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_SECRETKEYBYTES))
        var published = [UInt8](repeating: 0, count: Int(crypto_sign_ed25519_PUBLICKEYBYTES))
        _ = crypto_sign_ed25519_seed_keypair(&published, &secret, seed)
        self.secret = secret
        verifyingKey = VerifyingKey(verified: published)
    }

    /// Says nothing of its secret.
    public var description: String { "SigningKey" }
    /// Says nothing of its secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
