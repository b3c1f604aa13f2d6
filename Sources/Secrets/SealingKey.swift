import CSodium

/// A key that seals small secrets which the program itself must be able to read again (XSalsa20-Poly1305), so that a
/// copy of the database alone does not give them away. To be kept beside the database, not in it.
public struct SealingKey: Sendable, CustomStringConvertible, CustomReflectable {
    private let key: [UInt8]

    private static let length = Int(crypto_secretbox_KEYBYTES)
    private static let nonceLength = Int(crypto_secretbox_NONCEBYTES)
    private static let markLength = Int(crypto_secretbox_MACBYTES)

    /// A new one.
    public static func random() -> SealingKey { SealingKey(verified: Sodium.randomBytes(length)) }

    /// One that was stored as `text`: 64 hexadecimal digits. `nil` for anything else.
    public init?(_ text: String) {
        guard let key = Hexadecimal.bytes(text), key.count == Self.length else { return nil }
        self.init(verified: key)
    }

    private init(verified key: [UInt8]) { self.key = key }

    /// The secret, to be stored where only the program can read it: 64 hexadecimal digits.
    public var text: String { Hexadecimal.text(key) }

    /// `bytes` sealed: 40 bytes longer, and never twice the same.
    public func seal(_ bytes: [UInt8]) -> [UInt8] {
        let nonce = Sodium.randomBytes(Self.nonceLength)
        var sealed = [UInt8](repeating: 0, count: Self.markLength + bytes.count)
        // Its result is always 0: any bytes can be sealed.
        _ = crypto_secretbox_easy(&sealed, bytes, UInt64(bytes.count), nonce, key)
        return nonce + sealed
    }

    /// What was sealed; `nil` unless `sealed` is, byte for byte, what this key sealed.
    public func open(_ sealed: [UInt8]) -> [UInt8]? {
        guard sealed.count >= Self.nonceLength + Self.markLength else { return nil }
        let box = Array(sealed.dropFirst(Self.nonceLength))
        var bytes = [UInt8](repeating: 0, count: box.count - Self.markLength)
        let status = crypto_secretbox_open_easy(
            &bytes, box, UInt64(box.count), Array(sealed.prefix(Self.nonceLength)), key)
        return status == 0 ? bytes : nil
    }

    /// Says nothing of its secret.
    public var description: String { "SealingKey" }
    /// Says nothing of its secret.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
