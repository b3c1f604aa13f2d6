public import Markup

extension Page {
    /// What somebody has typed, each of its lines on a line of its own.
    public func lines(_ text: String) -> HTML {
        text.split(omittingEmptySubsequences: false, whereSeparator: \.isNewline).map { "\($0)" as HTML }.joined(
            separator: "<br>")
    }
}
