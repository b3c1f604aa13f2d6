import Transfer

extension MailAddress {
    /// An address as it was typed: without the spaces around it, and in small letters, since no mail system of a
    /// municipality tells them from capitals. `nil` unless it is an address.
    ///
    /// Nor what a link to write to it would take for more than an address: "bo?bcc=eve%40example.org@uppsala.se".
    init?(typed: String) {
        let text = typed.drop(while: \.isWhitespace)
        let end = text.lastIndex { !$0.isWhitespace }.map { text.index(after: $0) } ?? text.startIndex
        guard !text.contains(where: { "?&%#".contains($0) }) else { return nil }
        self.init(text[..<end].lowercased())
    }

    /// A domain as it was typed, "Uppsala.se" or "@uppsala.se"; `nil` unless it is one.
    static func domain(typed: String) -> String? {
        let trimmed = typed.filter { !$0.isWhitespace }
        return MailAddress(typed: "post@" + (trimmed.hasPrefix("@") ? trimmed.dropFirst() : trimmed[...]))?.domain
    }

    /// Whether the address is in one of `domains` or below it: "soc.uppsala.se" is below "uppsala.se".
    func belongs(to domains: [String]) -> Bool {
        domains.contains { domain == $0 || domain.hasSuffix("." + $0) }
    }
}
