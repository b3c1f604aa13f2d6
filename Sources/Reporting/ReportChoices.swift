/// What the makers of a report chose and wrote (*val i rapporten*): kept by itself, whatever the figures become, and the
/// starting point of the next month's.
public struct ReportChoices: Sendable, Equatable, Codable {
    /// The ids of parts in the order chosen; parts it does not name come after, in the definition's order.
    public var order: [String]
    /// What is left out: parts by their id ("hushall"), diagrams and tiles as "diagram.barn-i-hushall", "tile.inskrivna".
    public var left: Set<String>
    /// What was written, by place.
    public var texts: [TextPlace: OwnText]

    /// The choices of a report nobody has touched, or those given.
    public init(order: [String] = [], left: Set<String> = [], texts: [TextPlace: OwnText] = [:]) {
        self.order = order
        self.left = left
        self.texts = texts
    }
}

/// Where in a report a person may write.
public enum TextPlace: Hashable, Sendable, Codable, CodingKeyRepresentable {
    /// What a diagram says.
    case headline(diagram: String)
    /// What is said of a diagram.
    case comment(diagram: String)
    /// The committee's name.
    case committee
    /// The decision proposed in the memo.
    case proposal
    /// What the matter is about.
    case matter
    /// What an area's summary begins with: comparability, systems.
    case introduction(area: String)
    /// An area's sentences in the memo, a paragraph each.
    case summary(area: String)

    /// Its name, as in a form or a file: "rubrik.utbetalt-bistand".
    public var name: String {
        switch self {
        case .headline(let diagram): "rubrik.\(diagram)"
        case .comment(let diagram): "kommentar.\(diagram)"
        case .committee: "namnd"
        case .proposal: "forslag"
        case .matter: "arende"
        case .introduction(let area): "inledning.\(area)"
        case .summary(let area): "sammanfattning.\(area)"
        }
    }

    /// The place with this name; `nil` when no place has it.
    public init?(name: some StringProtocol) {
        let pieces = String(name).split(separator: "." as Character, maxSplits: 1).map(String.init)
        switch (pieces.first, pieces.dropFirst().first) {
        case ("rubrik", let id?): self = .headline(diagram: id)
        case ("kommentar", let id?): self = .comment(diagram: id)
        case ("namnd", nil): self = .committee
        case ("forslag", nil): self = .proposal
        case ("arende", nil): self = .matter
        case ("inledning", let id?): self = .introduction(area: id)
        case ("sammanfattning", let id?): self = .summary(area: id)
        default: return nil
        }
    }

    /// As a key in a file.
    public var codingKey: any CodingKey { NameKey(stringValue: name) }

    /// From a key in a file.
    public init?(codingKey: some CodingKey) { self.init(name: codingKey.stringValue) }

    private struct NameKey: CodingKey {
        let stringValue: String
        let intValue: Int? = nil
        init(stringValue: String) { self.stringValue = stringValue }
        init?(intValue: Int) { nil }
    }
}
