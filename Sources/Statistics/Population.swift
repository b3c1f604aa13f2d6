public import Vocabulary

/// Inhabitants (*folkmängd*) of municipalities and of the country, from a data file among the definitions.
public struct Population: Sendable {
    /// Inhabitants of each municipality in the file.
    public let municipalities: [Municipality: Int]
    /// Inhabitants of the country.
    public let nation: Int
    /// The day the country's inhabitants were counted (ISO 8601).
    public let nationDate: String
    /// The day the municipalities' inhabitants were counted (ISO 8601).
    public let date: String

    /// Reads the file's text: a header, then `kod;namn;folkmängd;per;källa` with code 00 for the country; `nil` when a
    /// line is of another kind or the country is missing.
    public init?(_ text: some StringProtocol) {
        var municipalities: [Municipality: Int] = [:]
        var nation: (count: Int, date: String)?
        var date = ""
        for line in text.split(whereSeparator: \.isNewline).dropFirst() {
            let fields = line.split(separator: ";", omittingEmptySubsequences: false)
            guard fields.count == 5, let count = Int(fields[2]) else { return nil }
            if fields[0] == "00" {
                nation = (count, String(fields[3]))
            } else if let municipality = Municipality(code: fields[0]) {
                municipalities[municipality] = count
                date = String(fields[3])
            } else {
                return nil
            }
        }
        guard let nation else { return nil }
        self.municipalities = municipalities
        self.nation = nation.count
        nationDate = nation.date
        self.date = date
    }
}
