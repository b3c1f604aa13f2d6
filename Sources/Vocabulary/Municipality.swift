/// A municipality (*kommun*), one of 290, with its four-digit code (*länkommunkod*): county, then municipality.
///
/// Identity is the code; names are for people. The list is Statistics Sweden's as of 2007, the last change.
public struct Municipality: Hashable, Comparable, Sendable {
    /// The code as a number: 180 for Stockholm ("0180").
    public let number: UInt16

    /// The municipality with this code as a number; `nil` when there is none.
    public init?(number: Int) {
        let names = MunicipalityTable.names
        guard names.indices.contains(number), names[number] != nil else { return nil }
        self.number = UInt16(truncatingIfNeeded: number)
    }

    /// The municipality with this four-digit code, "0180"; `nil` for anything else.
    public init?(code: some StringProtocol) {
        var number = 0
        var length = 0
        for byte in code.utf8 {
            guard byte >= 48, byte <= 57, length < 4 else { return nil }
            number = number * 10 + Int(byte - 48)
            length += 1
        }
        guard length == 4 else { return nil }
        self.init(number: number)
    }

    /// All 290, by code.
    public static var all: [Municipality] { MunicipalityTable.all }

    /// Four digits, "0180" for Stockholm.
    public var code: String {
        String(number).zeroPadded(to: 4)
    }

    /// The Swedish name, "Stockholm".
    public var name: String { MunicipalityTable.names[Int(number)] ?? code }

    /// The county it lies in.
    public var county: County {
        let prefix = code.prefix(2)
        return County.all.first { $0.code == prefix } ?? County(code: String(prefix), name: "")
    }

    /// By code.
    public static func < (one: Municipality, other: Municipality) -> Bool { one.number < other.number }
}
