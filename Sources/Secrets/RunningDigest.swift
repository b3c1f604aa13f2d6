import CSodium

/// SHA-256 of what comes a piece at a time.
public struct RunningDigest: Sendable {
    private var state = crypto_hash_sha256_state()

    /// Begins with nothing.
    public init() { crypto_hash_sha256_init(&state) }

    /// Adds what comes next.
    public mutating func add(_ bytes: UnsafeBufferPointer<UInt8>) {
        // Its result is always 0: any bytes can be hashed.
        crypto_hash_sha256_update(&state, bytes.baseAddress, UInt64(bytes.count))
    }

    /// Of what has been added so far, in lower-case hexadecimal, as `sha256sum` prints it.
    public var hexadecimal: String {
        var ended = state
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        crypto_hash_sha256_final(&ended, &digest)
        return Hexadecimal.text(digest)
    }
}
