/// The value of a header: a word, and parameters after it.
struct HeaderValue {
    /// All of it, trimmed.
    let text: String
    /// What stands before the parameters, in lower case.
    let word: String
    /// The parameters by their names in lower case.
    private(set) var parameters: [String: String] = [:]

    /// `nil` when it has control characters, a parameter twice, or a quotation that does not end.
    init?(_ value: ArraySlice<UInt8>) {
        guard !value.contains(where: { $0 < 0x20 && $0 != 9 || $0 == 0x7F }) else { return nil }
        text = Self.trimmed(value)
        var rest = value
        word = Self.trimmed(Self.take(from: &rest) { $0 != semicolon }).lowercased()
        while rest.popFirst() == semicolon {
            let name = Self.trimmed(Self.take(from: &rest) { $0 != semicolon && $0 != UInt8(ascii: "=") }).lowercased()
            // A semicolon at the end means nothing.
            if name.isEmpty && rest.isEmpty { return }
            guard rest.popFirst() == UInt8(ascii: "="), !name.isEmpty, parameters[name] == nil else { return nil }
            _ = Self.take(from: &rest, while: isSpace)
            if rest.first == quotationMark {
                guard let quoted = Self.takeQuoted(from: &rest) else { return nil }
                _ = Self.take(from: &rest, while: isSpace)
                guard rest.isEmpty || rest.first == semicolon else { return nil }
                parameters[name] = quoted
            } else {
                parameters[name] = Self.trimmed(Self.take(from: &rest) { $0 != semicolon })
            }
        }
    }

    /// Removes the first bytes that are as asked for, and gives them.
    private static func take(from rest: inout ArraySlice<UInt8>, while isOne: (UInt8) -> Bool) -> ArraySlice<UInt8> {
        let taken = rest.prefix(while: isOne)
        rest = rest[taken.endIndex...]
        return taken
    }

    /// Removes a quotation; `nil` when it does not end.
    private static func takeQuoted(from rest: inout ArraySlice<UInt8>) -> String? {
        var text: [UInt8] = []
        rest.removeFirst()
        while let byte = rest.popFirst() {
            switch byte {
            // Browsers write a quotation mark as %22.
            case quotationMark: return String(decoding: text, as: UTF8.self).replacing("%22", with: "\"")
            // Others put a backslash before it. Elsewhere a backslash is that of a path.
            case backslash where rest.first == quotationMark || rest.first == backslash:
                rest.popFirst().map { text.append($0) }
            default: text.append(byte)
            }
        }
        return nil
    }

    private static func trimmed(_ bytes: ArraySlice<UInt8>) -> String {
        var bytes = bytes.drop(while: isSpace)
        while let last = bytes.last, isSpace(last) { bytes.removeLast() }
        return String(decoding: bytes, as: UTF8.self)
    }
}

private let semicolon = UInt8(ascii: ";")
private let quotationMark = UInt8(ascii: "\"")
private let backslash = UInt8(ascii: "\\")

private func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == 9 }
