extension String {
    /// The digits with zeros before them up to `width` characters: "0180" for "180"; unchanged when as long or longer.
    public func zeroPadded(to width: Int) -> String {
        String(repeating: "0", count: max(0, width - count)) + self
    }
}
