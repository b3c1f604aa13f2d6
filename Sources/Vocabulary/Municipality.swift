/// A county (*län*), one of 21, with its two-digit code.
public struct County: Hashable, Sendable {
    /// Two digits, "01" for Stockholms län.
    public let code: String
    /// The Swedish name, "Stockholms län".
    public let name: String
}

/// A municipality (*kommun*), one of 290, with its four-digit code (*länkommunkod*): county, then municipality.
///
/// Identity is the code; names are for people. The list is Statistics Sweden's as of 2007, the last change.
public struct Municipality: Hashable, Comparable, Sendable {
    /// The code as a number: 180 for Stockholm ("0180").
    public let number: UInt16

    /// Four digits, "0180" for Stockholm.
    public var code: String {
        let digits = String(number)
        return String(repeating: "0", count: 4 - digits.count) + digits
    }

    public static func < (one: Municipality, other: Municipality) -> Bool { one.number < other.number }
}
