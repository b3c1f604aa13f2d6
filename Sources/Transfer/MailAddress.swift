/// An e-mail address that is safe in the header of a mail and in the commands to a mail server.
public struct MailAddress: Sendable, Hashable {
    /// "anna.berg@kommun.example".
    public let text: String
    /// The name shown before it, if any.
    public let name: String?

    /// Letters, digits and the signs that need no quoting; one @; a domain of at least two parts, or "localhost".
    ///
    /// Rarer forms that the standards know (quoted names, addresses in brackets, letters outside ASCII) are `nil`: mail
    /// servers refuse most of them.
    public init?(_ text: String, name: String? = nil) {
        let parts = text.utf8.split(separator: UInt8(ascii: "@"), omittingEmptySubsequences: false)
        guard parts.count == 2, text.utf8.count <= 254, parts[0].count <= 64 else { return nil }
        let isDotted = { (part: Substring.UTF8View, isAllowed: (UInt8) -> Bool) in
            part.split(separator: UInt8(ascii: "."), omittingEmptySubsequences: false)
                .allSatisfy { !$0.isEmpty && $0.allSatisfy(isAllowed) }
        }
        let signs = Array("!#$%&'*+-/=?^_`{|}~".utf8)
        guard isDotted(parts[0], { $0.isLetterOrDigit || signs.contains($0) }) else { return nil }
        guard isDotted(parts[1], { $0.isLetterOrDigit || $0 == UInt8(ascii: "-") }) else { return nil }
        guard parts[1].contains(UInt8(ascii: ".")) || parts[1].elementsEqual("localhost".utf8) else { return nil }
        self.text = text
        self.name = name
    }

    /// What follows the @.
    public var domain: String { String(text.drop { $0 != "@" }.dropFirst()) }
}

extension UInt8 {
    var isLetterOrDigit: Bool {
        switch self {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"):
            true
        default: false
        }
    }
}
