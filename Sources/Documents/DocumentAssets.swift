import CAssets

/// The files of `Assets/documents/`, embedded in the binary.
enum DocumentAssets {
    /// The bytes of a file; none when there is no such file.
    static func bytes(_ name: String) -> [UInt8] {
        for index in 0..<Int(document_asset_count) where String(cString: document_assets[index].name) == name {
            return Array(UnsafeBufferPointer(start: document_assets[index].bytes, count: document_assets[index].size))
        }
        return []
    }

    /// The text of a file.
    static func text(_ name: String) -> String { String(decoding: bytes(name), as: UTF8.self) }
}
