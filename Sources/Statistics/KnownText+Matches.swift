public import Definitions

extension KnownText {
    /// Whether every word of the known text begins some word of `text`, in any case.
    public func matches(_ text: String) -> Bool {
        let words = Self.words(text)
        return Self.words(self.text).allSatisfy { known in words.contains { $0.hasPrefix(known) } }
    }

    private static func words(_ text: String) -> [Substring] {
        text.lowercased().split { !$0.isLetter && !$0.isNumber }
    }
}
