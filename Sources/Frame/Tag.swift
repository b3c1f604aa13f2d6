import Collecting
public import Markup
public import Vocabulary

/// How grave something is: decides colour, and stands beside words that say the same.
public enum Tone: String, Sendable {
    case plain, info, ok, warning, error
}

/// A state in a word, with icon and colour (*etikett*).
public struct Tag: Sendable {
    /// The word.
    public let word: Localized
    /// Its icon.
    public let icon: Icon
    /// Its colour.
    public let tone: Tone

    /// A tag of its parts.
    public init(_ word: Localized, _ icon: Icon, _ tone: Tone) {
        self.word = word
        self.icon = icon
        self.tone = tone
    }

    /// *Ej lämnad*.
    public static let notDelivered = Tag(MonthStatus.notDelivered.title, .none, .plain)
    /// *Utkast*: uploaded, not delivered.
    public static let draft = Tag(Localized(sv: "Utkast", en: "Draft"), .file, .plain)
    /// *Kontrolleras*.
    public static let checking = Tag(MonthStatus.checking.title, .waiting, .info)
    /// *Utkast med fel*: a file with errors, which is no delivery.
    public static let faultyDraft = Tag(MonthStatus.notApproved.title, .file, .error)
    /// *Inte godkänd*: what the check says of a file.
    public static let notApproved = Tag(Localized(sv: "Inte godkänd", en: "Not approved"), .cross, .error)
    /// *Godkänd med varningar*.
    public static let approvedWithWarnings = Tag(MonthStatus.approvedWithWarnings.title, .warning, .warning)
    /// *Godkänd*.
    public static let approved = Tag(MonthStatus.approved.title, .tick, .ok)
    /// *Inget att rapportera*.
    public static let nothingToReport = Tag(MonthStatus.nothingToReport.title, .tick, .ok)
    /// *Avstår*, with a reason.
    public static let declined = Tag(MonthStatus.declined.title, .note, .plain)
    /// *Väntar på granskning*.
    public static let awaitingReview = Tag(Localized(sv: "Väntar på granskning", en: "Awaiting review"), .clock, .info)
    /// *Återlämnad*: the authority asks for another delivery.
    public static let returned = Tag(MonthStatus.returned.title, .cross, .error)
    /// *Sen*.
    public static let late = Tag(Localized(sv: "Sen", en: "Late"), .clock, .warning)
    /// *Ersatt* by a later delivery.
    public static let replaced = Tag(Localized(sv: "Ersatt", en: "Replaced"), .none, .plain)
    /// *Tillbakadragen*.
    public static let withdrawn = Tag(Localized(sv: "Tillbakadragen", en: "Withdrawn"), .none, .plain)
    /// *Fel*.
    public static let error = Tag(Localized(sv: "Fel", en: "Error"), .cross, .error)
    /// *Varning*.
    public static let warning = Tag(Localized(sv: "Varning", en: "Warning"), .warning, .warning)
    /// *Upplysning*.
    public static let information = Tag(Localized(sv: "Upplysning", en: "Note"), .info, .info)
}

extension Page {
    /// A state in a word, with icon and colour.
    public func tag(_ tag: Tag) -> HTML {
        "<span class=\"tag \(tag.tone.rawValue)\">\(tag.icon)\(tag.word[language])</span>"
    }
}
