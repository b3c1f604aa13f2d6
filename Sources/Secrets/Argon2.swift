import CSodium
import Foundation

/// Argon2id with the limits that libsodium calls interactive. Each call blocks; without memory it gives `nil`.
enum Argon2 {
    private static let passes = UInt64(crypto_pwhash_opslimit_interactive())
    private static let memory = crypto_pwhash_memlimit_interactive()

    static func hash(_ password: String) -> String? {
        let password = bytes(password)
        var text = [CChar](repeating: 0, count: crypto_pwhash_strbytes())
        guard crypto_pwhash_str(&text, password, UInt64(password.count), passes, memory) == 0 else { return nil }
        return String(decoding: text.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    static func verify(_ password: String, _ hash: String) -> Bool {
        let password = bytes(password)
        return crypto_pwhash_str_verify(hash, password, UInt64(password.count)) == 0
    }

    static func needsRehash(_ hash: String) -> Bool {
        crypto_pwhash_str_needs_rehash(hash, passes, memory) != 0
    }

    static func digest(_ code: String, _ salt: Salt) -> String? {
        let code = bytes(code)
        var digest = [UInt8](repeating: 0, count: 32)
        let status = crypto_pwhash(
            &digest, UInt64(digest.count), code, UInt64(code.count), salt.bytes, passes, memory,
            crypto_pwhash_alg_argon2id13())
        return status == 0 ? Hexadecimal.text(digest) : nil
    }

    /// The same bytes whether "å" was typed as one character or as two (RFC 8265).
    private static func bytes(_ text: String) -> [CChar] {
        text.precomposedStringWithCanonicalMapping.utf8.map { CChar(bitPattern: $0) }
    }
}
