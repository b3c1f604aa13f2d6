import Foundation

/// A secret that whoever holds it shows to be let in: a session, a link in a mail, an API key.
///
/// Its text is given away once; what is stored is its `digest`. It never describes itself in a log.
public struct Token: Sendable, CustomStringConvertible, CustomReflectable {
    /// What the holder shows: letters, digits, hyphen and underscore when it is one of ours.
    public let text: String

    /// A token as somebody showed it; it may be anything.
    public init(_ text: String) { self.text = text }

    /// A new one: 256 random bits in 43 characters.
    public static func random() -> Token {
        let text = Data(Sodium.randomBytes(32)).base64EncodedString()
        return Token(text.replacing("+", with: "-").replacing("/", with: "_").replacing("=", with: ""))
    }

    /// What is stored and looked up, the SHA-256 of the text in hexadecimal. The text cannot be had from it.
    public var digest: String { Digest.hexadecimal(text) }

    /// Says nothing of its text.
    public var description: String { "Token" }
    /// Says nothing of its text.
    public var customMirror: Mirror { Mirror(self, children: []) }
}
