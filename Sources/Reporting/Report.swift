public import Vocabulary

/// A report to a committee for a month (*nämndrapport*): everything that its forms show, and nothing of how they show it.
public struct Report: Sendable {
    /// Which report it is.
    public var identity: ReportIdentity
    /// The language its texts are in.
    public var language: Language
    /// "Nämndrapport augusti 2023".
    public var title: String
    /// The committee it is for: "Arbetsmarknadsnämnden".
    public var committee: String
    /// What must be said with every figure: that they are made up. `nil` for real ones.
    public var warning: String?
    /// How far it has come.
    public var state: ReportState
    /// Who made it (*handläggare*); `nil` until somebody has sent it for review.
    public var maker: String?
    /// Who approved it and when; `nil` until then.
    public var approval: ReportStep?
    /// The day of the latest extract that counts.
    public var extracted: Day?
    /// What it shows, in the order chosen.
    public var parts: [ReportPart]
    /// What its maker should know before sending it on.
    public var checks: [ReportCheck]
    /// Figures whose definition is another than in the report before.
    public var changes: [DefinitionChange]
    /// Where the figures come from, a sentence each.
    public var sources: [String]
    /// The cover memo (*tjänsteskrivelse*).
    public var memo: Memo

    /// A report from its parts.
    public init(
        identity: ReportIdentity, language: Language, title: String, committee: String, warning: String? = nil,
        state: ReportState, maker: String? = nil, approval: ReportStep? = nil, extracted: Day?, parts: [ReportPart],
        checks: [ReportCheck] = [],
        changes: [DefinitionChange] = [], sources: [String] = [], memo: Memo
    ) {
        self.identity = identity
        self.language = language
        self.title = title
        self.committee = committee
        self.warning = warning
        self.state = state
        self.maker = maker
        self.approval = approval
        self.extracted = extracted
        self.parts = parts
        self.checks = checks
        self.changes = changes
        self.sources = sources
        self.memo = memo
    }

    /// Everything drawn in it, in order.
    public var diagrams: [Diagram] { parts.flatMap(\.diagrams) }

    /// Its key figures, in order.
    public var tiles: [Tile] { parts.flatMap(\.tiles) }
}

/// Which report: of what kind, whose, and for which month.
public struct ReportIdentity: Hashable, Sendable {
    /// The folder of its definition: "namndrapport-ekonomiskt-bistand".
    public var kind: String
    /// Whose figures they are.
    public var municipality: Municipality
    /// The month it is for.
    public var month: Month

    /// An identity from its parts.
    public init(kind: String, municipality: Municipality, month: Month) {
        self.kind = kind
        self.municipality = municipality
        self.month = month
    }
}
