import Foundation

/// A free text without what does not change its meaning: case, blanks, and the marks at its ends.
public struct Wording: Hashable, Comparable, Sendable, CustomStringConvertible {
    /// The text, folded.
    public let description: String

    /// The wording of `text`.
    public init(_ text: some StringProtocol) {
        let words = text.lowercased().precomposedStringWithCanonicalMapping.split(whereSeparator: \.isWhitespace)
            .joined(separator: " ")
        let bare = words.drop { Self.isMark($0) }
        description = String(
            bare.prefix(upTo: bare.lastIndex { !Self.isMark($0) }.map(bare.index(after:)) ?? bare.endIndex))
    }

    /// By text.
    public static func < (one: Wording, other: Wording) -> Bool { one.description < other.description }

    /// Marks of writing; the bracket that ends "sfi (kväll)" is kept with the one that begins it.
    private static func isMark(_ character: Character) -> Bool { " .,:;!?\"'”’*-–".contains(character) }
}
