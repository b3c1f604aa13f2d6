import CSodium
import Tabular

/// SHA-256, in lower-case hexadecimal, as `sha256sum` prints it.
enum Checksum {
    static func of(_ file: FileBytes) -> String {
        file.withBytes { hexadecimal(digest($0.bindMemory(to: UInt8.self))) }
    }

    /// One sum for several files, whatever their order: of their sums; of a single file its own.
    static func of(files sums: [String]) -> String {
        guard sums.count > 1 else { return sums.first ?? "" }
        return Array(sums.sorted().joined(separator: "\n").utf8).withUnsafeBufferPointer { hexadecimal(digest($0)) }
    }

    private static func digest(_ bytes: UnsafeBufferPointer<UInt8>) -> [UInt8] {
        var digest = [UInt8](repeating: 0, count: Int(crypto_hash_sha256_BYTES))
        // Its result is always 0: any bytes can be hashed.
        crypto_hash_sha256(&digest, bytes.baseAddress, UInt64(bytes.count))
        return digest
    }

    private static func hexadecimal(_ digest: [UInt8]) -> String {
        let digits = Array("0123456789abcdef".utf8)
        return String(decoding: digest.flatMap { [digits[Int($0 >> 4)], digits[Int($0 & 15)]] }, as: UTF8.self)
    }
}
