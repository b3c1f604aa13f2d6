/// A county (*län*), one of 21, with its two-digit code.
public struct County: Hashable, Sendable {
    /// Two digits, "01" for Stockholms län.
    public let code: String
    /// The Swedish name, "Stockholms län".
    public let name: String

    /// All 21, by code.
    public static var all: [County] { MunicipalityTable.counties }
}
