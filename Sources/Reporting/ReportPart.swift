/// A part of a report under a heading of its own (*avsnitt*), which its maker may leave out or move.
public struct ReportPart: Sendable, Identifiable {
    /// Stable: "nyckeltal", "hushall".
    public let id: String
    /// Its heading.
    public var heading: String
    /// What stands there.
    public var content: Content

    /// What a part may show.
    public enum Content: Sendable {
        /// Key figures with last year beside them (*nyckeltal*).
        case tiles([Tile])
        /// Diagrams with their figures.
        case diagrams([Diagram])
        /// How months have grown since they were extracted (*efterregistrering*).
        case lateRegistration(LateRegistration)
    }

    /// Its key figures; none of other parts.
    public var tiles: [Tile] { if case .tiles(let tiles) = content { tiles } else { [] } }

    /// Its diagrams; none of other parts.
    public var diagrams: [Diagram] { if case .diagrams(let diagrams) = content { diagrams } else { [] } }

    /// A part from its parts.
    public init(id: String, heading: String, content: Content) {
        self.id = id
        self.heading = heading
        self.content = content
    }
}
