public import Markup

extension Page {
    /// What somebody has typed, each of its lines on a line of its own.
    public func lines(_ text: String) -> HTML {
        text.split(separator: "\n", omittingEmptySubsequences: false).map { "\($0)" as HTML }.joined(separator: "<br>")
    }
}
