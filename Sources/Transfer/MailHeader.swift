/// Values of a mail's headers: one line each, whatever was put in.
enum MailHeader {
    /// A free text: as it is when it is plain and short, else in encoded words (RFC 2047), folded.
    ///
    /// `after` is how far the first line has come.
    static func text(_ text: String, after position: Int) -> String {
        let text = oneLine(text)
        let isPlain = text.utf8.allSatisfy { $0 < 0x7F } && !text.contains("=?")
        return isPlain && position + text.utf8.count <= 76 ? text : encodedWords(text, after: position)
    }

    /// "Name <address>", or the address alone.
    static func address(_ address: MailAddress) -> String {
        guard let name = address.name.map(oneLine), !name.isEmpty else { return address.text }
        let isWord = name.utf8.allSatisfy { $0.isLetterOrDigit || $0 == UInt8(ascii: " ") } && name.utf8.count <= 60
        return (isWord ? name : encodedWords(name, after: "Reply-To: ".count)) + folded(address)
    }

    // On a line of its own: name and address together may be too long for one.
    private static func folded(_ address: MailAddress) -> String { "\r\n <\(address.text)>" }

    /// Without line breaks and other control characters, which would begin a header of their own.
    private static func oneLine(_ text: String) -> String {
        var line = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            let isBreak =
                scalar.properties.generalCategory == .control || "\u{2028}\u{2029}".unicodeScalars.contains(scalar)
            line.append(isBreak ? " " : scalar)
        }
        return String(line)
    }

    /// Words of at most 75 characters, each of whole characters, a word a line.
    private static func encodedWords(_ text: String, after position: Int) -> String {
        let frame = "=?utf-8?Q??=".count
        var words: [String] = []
        var word = ""
        var room = 75 - frame - position
        for scalar in text.unicodeScalars {
            let encoded = encoded(scalar)
            if word.utf8.count + encoded.utf8.count > room {
                words.append(word)
                word = ""
                room = 75 - frame
            }
            word += encoded
        }
        return (words + [word]).map { "=?utf-8?Q?\($0)?=" }.joined(separator: "\r\n ")
    }

    /// The characters that mean themselves in every header, others as "=C3=A5" (RFC 2047, 5 (3)).
    private static func encoded(_ scalar: Unicode.Scalar) -> String {
        if scalar == " " { return "_" }
        return Array(String(scalar).utf8).map { byte in
            byte.isLetterOrDigit || "!*+-/".utf8.contains(byte)
                ? String(Unicode.Scalar(byte)) : QuotedPrintable.escape(byte)
        }.joined()
    }
}
