public import Vocabulary

/// What a report to a committee has and in which order (*nämndrapportens innehåll*): `<report>/report.yaml`. The figures
/// it names are those of `indicators.yaml` beside it; those by school may be another report's.
public struct ReportDefinition: Sendable {
    /// Its folder: "namndrapport-ekonomiskt-bistand".
    public let id: String
    /// What it is called: "Nämndrapport". The month is put after it.
    public let title: Localized
    /// The committee it is for (*nämnd*), where its maker says no other.
    public let committee: Localized
    /// What it has, in order.
    public let parts: [Part]
    /// The cover memo (*tjänsteskrivelse*).
    public let memo: MemoDefinition

    /// A definition from its parts.
    public init(id: String, title: Localized, committee: Localized, parts: [Part], memo: MemoDefinition) {
        self.id = id
        self.title = title
        self.committee = committee
        self.parts = parts
        self.memo = memo
    }

    /// A part under a heading of its own (*avsnitt*).
    public struct Part: Sendable {
        /// Stable: "hushall".
        public let id: String
        /// Its heading.
        public let heading: Localized
        /// What stands there.
        public let content: Content

        /// A part from its parts.
        public init(id: String, heading: Localized, content: Content) {
            self.id = id
            self.heading = heading
            self.content = content
        }
    }

    /// What a part may have.
    public enum Content: Sendable {
        /// The key figures of these indicators (*nyckeltal*).
        case tiles([String])
        /// Diagrams.
        case diagrams([DiagramDefinition])
        /// How months of these indicators have grown since they were extracted (*efterregistrering*).
        case lateRegistration([String])
    }

    /// Everything drawn, in order.
    public var diagrams: [DiagramDefinition] {
        parts.flatMap { if case .diagrams(let diagrams) = $0.content { diagrams } else { [DiagramDefinition]() } }
    }

    /// The ids of the indicators it shows month by month, in order, each once.
    public var indicators: [String] {
        var found: [String] = []
        for part in parts {
            let ids =
                switch part.content {
                case .tiles(let ids), .lateRegistration(let ids): ids
                case .diagrams(let diagrams): diagrams.flatMap(\.indicators)
                }
            for id in ids where !found.contains(id) { found.append(id) }
        }
        return found
    }
}

/// The cover memo of a report (*tjänsteskrivelse*) as data. In its texts `{month}`, `{year}`, `{report}` and
/// `{committee}` stand for those of the report.
public struct MemoDefinition: Sendable {
    /// Its title.
    public let title: Localized
    /// The decision proposed (*förslag till beslut*).
    public let proposal: Localized
    /// What the matter is (*ärende*).
    public let matter: Localized
    /// What is said of each area.
    public let areas: [Area]
    /// What the decision rests on (*beslutsunderlag*).
    public let basis: [Localized]

    /// A memo from its parts.
    public init(title: Localized, proposal: Localized, matter: Localized, areas: [Area], basis: [Localized]) {
        self.title = title
        self.proposal = proposal
        self.matter = matter
        self.areas = areas
        self.basis = basis
    }

    /// An area of the memo.
    public struct Area: Sendable {
        /// Stable: "bistand".
        public let id: String
        /// Its heading.
        public let heading: Localized
        /// What a reader must know first, a paragraph each.
        public let introduction: [Paragraph]
        /// The diagrams whose sentences are proposed: those of a paragraph together, in order.
        public let paragraphs: [[String]]

        /// An area from its parts.
        public init(id: String, heading: Localized, introduction: [Paragraph], paragraphs: [[String]]) {
            self.id = id
            self.heading = heading
            self.introduction = introduction
            self.paragraphs = paragraphs
        }
    }

    /// A standing text, in the reports it holds for.
    public struct Paragraph: Sendable {
        /// What it says.
        public let text: Localized
        /// The first report month it stands in; `nil` = from the first.
        public let from: Month?
        /// The last report month it stands in; `nil` = still.
        public let to: Month?
        /// The diagrams and parts it speaks of, by id: where one of them is not shown it does not stand.
        public let about: [String]

        /// A paragraph from its parts.
        public init(text: Localized, from: Month? = nil, to: Month? = nil, about: [String] = []) {
            self.text = text
            self.from = from
            self.to = to
            self.about = about
        }

        /// Whether it stands in the report for `month` that shows the diagrams and parts `shown`.
        public func holds(in month: Month, showing shown: Set<String>) -> Bool {
            (from.map { $0 <= month } ?? true) && (to.map { month <= $0 } ?? true) && shown.isSuperset(of: about)
        }
    }
}
