import CAssets
public import Web

/// The files of `Assets/`, embedded in the binary: style sheet, font, icon, script; and texts that pages are made of.
public enum PortalAssets {
    /// Where they are served from.
    public static let served = Assets(at: "/filer", files.filter { !$0.name.hasSuffix(".yaml") })

    /// All of them, by name.
    static let files: [(name: String, bytes: [UInt8])] = (0..<Int(page_asset_count)).map { index in
        let file = page_assets[index]
        return (String(cString: file.name), Array(UnsafeBufferPointer(start: file.bytes, count: file.size)))
    }

    /// The text of a file that is read and not served.
    static func text(_ name: String) -> String? {
        files.first { $0.name == name }.map { String(decoding: $0.bytes, as: UTF8.self) }
    }
}
