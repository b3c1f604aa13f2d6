/// The memo that goes with a report to the committee (*tjänsteskrivelse*).
public struct Memo: Sendable {
    /// "Verksamhetsinformation 2023".
    public var title: String
    /// What the committee is asked to decide: "Informationen noteras."
    public var proposal: Written
    /// What the matter is (*ärende*).
    public var matter: Written
    /// What is said of each area.
    public var areas: [Area]
    /// What the decision rests on (*beslutsunderlag*), a line each.
    public var basis: [String]

    /// What the memo says of an area.
    public struct Area: Sendable, Identifiable {
        /// Stable: "bistand".
        public let id: String
        /// "Sammanfattning försörjningsstöd och arbetsmarknadsinsatser".
        public var heading: String
        /// What a reader must know first: systems, comparability.
        public var introduction: Written
        /// What is said of it, a paragraph a line: proposed from the figures or a person's own.
        public var summary: Written

        /// An area from its parts.
        public init(id: String, heading: String, introduction: Written, summary: Written) {
            self.id = id
            self.heading = heading
            self.introduction = introduction
            self.summary = summary
        }
    }

    /// A memo from its parts.
    public init(title: String, proposal: Written, matter: Written, areas: [Area], basis: [String]) {
        self.title = title
        self.proposal = proposal
        self.matter = matter
        self.areas = areas
        self.basis = basis
    }
}
