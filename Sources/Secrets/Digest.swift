import CSodium

/// SHA-256.
public enum Digest {
    /// The 32 bytes of the digest.
    public static func sha256(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        // Its result is always 0: any bytes can be hashed.
        crypto_hash_sha256(&digest, bytes.baseAddress, UInt64(bytes.count))
        return digest
    }

    /// In lower-case hexadecimal, as `sha256sum` prints it.
    public static func hexadecimal(_ bytes: UnsafeBufferPointer<UInt8>) -> String {
        Hexadecimal.text(sha256(bytes))
    }

    /// Of the text's UTF-8, in lower-case hexadecimal.
    public static func hexadecimal(_ text: String) -> String {
        Array(text.utf8).withUnsafeBufferPointer { hexadecimal($0) }
    }
}
