import Secrets
import Tabular

/// SHA-256, in lower-case hexadecimal, as `sha256sum` prints it.
enum Checksum {
    static func of(_ file: FileBytes) -> String {
        file.withBytes { Digest.hexadecimal($0.bindMemory(to: UInt8.self)) }
    }

    /// One sum for several files, whatever their order: of their sums; of a single file its own.
    static func of(files sums: [String]) -> String {
        guard sums.count > 1 else { return sums.first ?? "" }
        return Array(sums.sorted().joined(separator: "\n").utf8).withUnsafeBufferPointer { Digest.hexadecimal($0) }
    }
}
