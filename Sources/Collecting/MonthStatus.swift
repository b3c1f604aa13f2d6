public import Vocabulary

/// How a municipality stands for a month (*status*), in one word; what is urgent stands first.
public enum MonthStatus: String, CaseIterable, Comparable, Sendable {
    /// *Ej lämnad*.
    case notDelivered = "not-delivered"
    /// *Kontrolleras*: a file is being checked.
    case checking
    /// *Utkast med fel*: the last file had faults and nothing is delivered.
    case notApproved = "not-approved"
    /// *Återlämnad*: the authority asks for another delivery.
    case returned
    /// *Avstår*: does not take part.
    case declined
    /// *Godkänd med varningar*.
    case approvedWithWarnings = "approved-with-warnings"
    /// *Godkänd*.
    case approved
    /// *Inget att rapportera*.
    case nothingToReport = "nothing-to-report"

    /// The word users read.
    public var title: Localized {
        switch self {
        case .notDelivered: Localized(sv: "Ej lämnad", en: "Not delivered")
        case .checking: Localized(sv: "Kontrolleras", en: "Being checked")
        case .notApproved: Localized(sv: "Utkast med fel", en: "Draft with errors")
        case .returned: Localized(sv: "Återlämnad", en: "Returned")
        case .declined: Localized(sv: "Avstår", en: "Declines")
        case .approvedWithWarnings: Localized(sv: "Godkänd med varningar", en: "Approved with warnings")
        case .approved: Localized(sv: "Godkänd", en: "Approved")
        case .nothingToReport: Localized(sv: "Inget att rapportera", en: "Nothing to report")
        }
    }

    /// Whether the municipality has answered and its answer stands.
    public var isAnswered: Bool {
        switch self {
        case .approved, .approvedWithWarnings, .nothingToReport: true
        case .notDelivered, .checking, .notApproved, .returned, .declined: false
        }
    }

    /// Whether the municipality still has something to do, and so may be reminded.
    public var isAwaited: Bool { !isAnswered && self != .declined }

    /// What is urgent first.
    public static func < (one: MonthStatus, other: MonthStatus) -> Bool { one.place < other.place }

    private var place: Int { Self.allCases.firstIndex(of: self) ?? 0 }
}
