/// How a browser is to take a file, with the name it is saved under (RFC 6266).
public enum ContentDisposition: Sendable {
    /// Saved.
    case attachment(String)
    /// Shown, if the browser can.
    case inline(String)

    /// The value of the field. The name is given twice: in ASCII for old programs, and in UTF-8 by RFC 8187. It can
    /// neither break the field nor name a folder.
    public var value: String {
        switch self {
        case .attachment(let name): "attachment; \(Self.parameters(name))"
        case .inline(let name): "inline; \(Self.parameters(name))"
        }
    }

    private static func parameters(_ name: String) -> String {
        let safe = String(
            name.unicodeScalars.map { scalar in
                let isControl = scalar.properties.generalCategory == .control
                // Marks that turn the direction of text make "exe.xslx" of "xslx.exe".
                let isHidden = scalar.properties.generalCategory == .format
                return isControl || isHidden || "/\\".unicodeScalars.contains(scalar) ? "_" : Character(scalar)
            })
        let plain = String(safe.map { $0.isASCII && !"\"%".contains($0) ? $0 : ascii[$0] ?? "_" })
        return "filename=\"\(plain)\"; filename*=UTF-8''\(encoded(safe))"
    }

    private static let ascii: [Character: Character] = [
        "å": "a", "ä": "a", "ö": "o", "é": "e", "ü": "u", "Å": "A", "Ä": "A", "Ö": "O", "É": "E", "Ü": "U",
    ]

    private static func encoded(_ text: String) -> String {
        let plain = Set("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789!#$&+-.^_`|~".utf8)
        return text.utf8.map { byte in
            plain.contains(byte)
                ? String(UnicodeScalar(byte)) : "%" + (byte < 16 ? "0" : "") + String(byte, radix: 16, uppercase: true)
        }.joined()
    }
}
