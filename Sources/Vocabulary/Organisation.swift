/// An organisation (*organisation*) that takes part in a collection: the authority that collects, or a municipality.
public enum Organisation: Hashable, Comparable, Sendable {
    /// The authority that collects (*statistikansvarig myndighet*).
    case authority
    /// A municipality that delivers (*kommun*).
    case municipality(Municipality)

    /// Reads what `code` writes; `nil` for anything else.
    public init?(code: some StringProtocol) {
        if code == "authority" {
            self = .authority
        } else if let municipality = Municipality(code: code) {
            self = .municipality(municipality)
        } else {
            return nil
        }
    }

    /// How it is stored and named in addresses: "authority", or the municipality's four digits.
    public var code: String {
        switch self {
        case .authority: "authority"
        case .municipality(let municipality): municipality.code
        }
    }

    /// The municipality, when it is one.
    public var municipality: Municipality? {
        if case .municipality(let municipality) = self { municipality } else { nil }
    }

    /// The authority first, then municipalities by code.
    public static func < (one: Organisation, other: Organisation) -> Bool {
        (one.municipality?.number ?? 0) < (other.municipality?.number ?? 0)
    }
}
