/// A piece of HTML, written as a Swift string. An interpolated text is always escaped; an interpolated `HTML` is not.
///
/// Pages are functions that return `HTML`: no template files, and every name is checked by the compiler.
public struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    /// The markup.
    public private(set) var text: String

    /// Markup without values.
    public init(stringLiteral text: String) { self.text = text }

    /// Markup with values.
    public init(stringInterpolation: StringInterpolation) { text = stringInterpolation.text }

    /// A text of our own that is markup already: from an asset, never from a person.
    public init(raw text: String) { self.text = text }

    /// Nothing.
    public static let empty: HTML = ""

    /// Puts one piece after another.
    public static func + (one: HTML, other: HTML) -> HTML { HTML(raw: one.text + other.text) }

    /// Puts `other` last.
    public static func += (one: inout HTML, other: HTML) { one.text += other.text }

    /// Gathers markup and values.
    public struct StringInterpolation: StringInterpolationProtocol {
        fileprivate var text: String

        /// Begins a piece.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount * 16)
        }

        /// Markup.
        public mutating func appendLiteral(_ literal: String) { text += literal }

        /// A text, escaped for both content and attribute values.
        public mutating func appendInterpolation(_ value: String) { HTML.escape(value, into: &text) }

        /// A piece of a text, escaped for both content and attribute values.
        public mutating func appendInterpolation(_ value: some StringProtocol) { appendInterpolation(String(value)) }

        /// A whole number.
        public mutating func appendInterpolation(_ value: some BinaryInteger) { text += String(value) }

        /// A piece of markup.
        public mutating func appendInterpolation(_ value: HTML) { text += value.text }

        /// A piece of markup, if there is one.
        public mutating func appendInterpolation(_ value: HTML?) { if let value { text += value.text } }

        /// Pieces of markup, one after another.
        public mutating func appendInterpolation(_ values: some Sequence<HTML>) {
            for value in values { text += value.text }
        }
    }

    private static func escape(_ value: String, into text: inout String) {
        // Most texts have nothing to escape.
        guard value.utf8.contains(where: isSpecial) else {
            text += value
            return
        }
        var start = value.utf8.startIndex
        var place = start
        while place < value.utf8.endIndex {
            let entity: String? =
                switch value.utf8[place] {
                case 0x26: "&amp;"
                case 0x3C: "&lt;"
                case 0x3E: "&gt;"
                case 0x22: "&quot;"
                case 0x27: "&#39;"
                case let byte where isControl(byte): ""
                default: nil
                }
            let next = value.utf8.index(after: place)
            if let entity {
                text += value[start..<place]
                text += entity
                start = next
            }
            place = next
        }
        text += value[start...]
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        byte == 0x26 || byte == 0x3C || byte == 0x3E || byte == 0x22 || byte == 0x27 || isControl(byte)
    }

    /// What no document may have, whatever was typed or pasted: control characters but tab and line ends.
    private static func isControl(_ byte: UInt8) -> Bool {
        byte < 0x20 && byte != 0x09 && byte != 0x0A && byte != 0x0D
    }
}

extension Sequence<HTML> {
    /// All pieces in one, with `separator` between them.
    public func joined(separator: HTML = "") -> HTML {
        HTML(raw: map(\.text).joined(separator: separator.text))
    }
}
