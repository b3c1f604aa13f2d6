extension HTML.StringInterpolation {
    /// ` name="value"` with the space before it, or nothing when there is no value.
    public mutating func appendInterpolation(_ name: StaticString, is value: String?) {
        guard let value else { return }
        appendLiteral(" \(name)=\"")
        appendInterpolation(value)
        appendLiteral("\"")
    }

    /// ` name` with the space before it, when `isSet`.
    public mutating func appendInterpolation(_ name: StaticString, if isSet: Bool) {
        if isSet { appendLiteral(" \(name)") }
    }
}
