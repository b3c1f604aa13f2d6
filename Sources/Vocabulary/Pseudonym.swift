/// A stand-in for a person, household or record (*pseudonym*): the same whenever the same is meant, and saying nothing of
/// whom it stands for.
///
/// Written as 14 letters a–z, base 26, most significant first, so that it never looks like an identity number.
public struct Pseudonym: RawRepresentable, Hashable, Comparable, Sendable {
    /// 64 bits; never 0, which is a blank cell.
    public let rawValue: UInt64

    /// The pseudonym with these bits; `nil` for 0.
    public init?(rawValue: UInt64) {
        guard rawValue != 0 else { return nil }
        self.rawValue = rawValue
    }

    /// Reads the 14 letters; `nil` for anything else.
    public init?(text: some StringProtocol) {
        guard let pseudonym = Array(text.utf8).withUnsafeBufferPointer({ Pseudonym(letters: $0) }) else { return nil }
        self = pseudonym
    }

    /// Reads the 14 letters as bytes; `nil` for anything else.
    public init?(letters: UnsafeBufferPointer<UInt8>) {
        guard letters.count == Self.length else { return nil }
        var value: UInt64 = 0
        for place in 0..<Self.length {
            let letter = letters[place] &- 97
            guard letter < 26 else { return nil }
            // Thirteen letters always fit, the fourteenth not always.
            let (product, isTooLarge) = value.multipliedReportingOverflow(by: 26)
            let (sum, isLarger) = product.addingReportingOverflow(UInt64(letter))
            guard !isTooLarge, !isLarger else { return nil }
            value = sum
        }
        self.init(rawValue: value)
    }

    /// The number of letters.
    public static let length = 14

    /// The 14 letters.
    public var text: String {
        var rest = rawValue
        return String(unsafeUninitializedCapacity: Self.length) { letters in
            for place in (0..<Self.length).reversed() {
                letters[place] = UInt8(97 + rest % 26)
                rest /= 26
            }
            return Self.length
        }
    }

    /// By bits, which is by letters: an order without meaning, but always the same.
    public static func < (one: Pseudonym, other: Pseudonym) -> Bool { one.rawValue < other.rawValue }
}
