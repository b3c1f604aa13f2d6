public import Vocabulary

/// What a delivery is called (*leveransnummer*): "2013-03-0380-2" is the second from Uppsala about March 2013.
///
/// The sequence counts all collections of a municipality and month together, so a number is never used twice.
public struct DeliveryNumber: Hashable, Sendable, CustomStringConvertible {
    /// The month it is about.
    public let month: Month
    /// The municipality it is about.
    public let municipality: Municipality
    /// From 1.
    public let sequence: Int

    /// A number from its parts.
    public init(month: Month, municipality: Municipality, sequence: Int) {
        self.month = month
        self.municipality = municipality
        self.sequence = sequence
    }

    /// Reads "2013-03-0380-2"; `nil` for anything else.
    public init?(_ text: some StringProtocol) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count == 4, let month = Month(iso: "\(parts[0])-\(parts[1])"),
            let municipality = Municipality(code: parts[2]), let sequence = Int(parts[3]), sequence > 0,
            String(sequence) == parts[3]
        else { return nil }
        self.init(month: month, municipality: municipality, sequence: sequence)
    }

    /// As people write it: "2013-03-0380-2".
    public var description: String { "\(month.iso)-\(municipality.code)-\(sequence)" }
}
