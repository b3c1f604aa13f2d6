public import Vocabulary

/// How much a finding weighs.
public enum Severity: String, Sendable, Comparable {
    /// *Upplysning*: repaired or noted, nothing to do.
    case info
    /// *Varning*: look again, then confirm or mend.
    case warning
    /// *Fel*: must be mended.
    case error

    /// Whether one weighs less than the other.
    public static func < (one: Severity, other: Severity) -> Bool { one.weight < other.weight }
    private var weight: Int { self == .info ? 0 : self == .warning ? 1 : 2 }
}

/// One use of a rule kind in a table. Texts are in the message catalogue under `id`.
public struct Rule: Sendable {
    /// Stable: "R04".
    public let id: String
    /// Counts up when its meaning changes: a confirmed warning is offered again only while this is the same.
    public let version: Int
    /// How much a finding of the rule weighs.
    public let severity: Severity
    /// What the rule demands.
    public let kind: RuleKind
    /// Where the rule comes from.
    public let source: String
    /// The rule's own texts; `nil` = those the message catalogue has under `id`.
    public let text: RuleText?

    /// A rule from its parts.
    public init(
        id: String, version: Int = 1, severity: Severity, kind: RuleKind, source: String = "", text: RuleText? = nil
    ) {
        self.id = id
        self.version = version
        self.severity = severity
        self.kind = kind
        self.source = source
        self.text = text
    }
}

/// Texts of a rule that only one collection has; the same parts and placeholders as in the message catalogue.
public struct RuleText: Sendable {
    /// The rule's short name.
    public let name: Localized
    /// What is wrong (*vad*).
    public let message: Localized
    /// How to mend it (*hur*).
    public let remedy: Localized
    /// Said once for many rows.
    public let many: Localized

    /// Texts from their parts.
    public init(name: Localized, message: Localized, remedy: Localized, many: Localized) {
        self.name = name
        self.message = message
        self.remedy = remedy
        self.many = many
    }
}

/// The closed vocabulary of rules. Fields are given by their place in the table.
public enum RuleKind: Sendable {
    /// `field` must be filled when any of `when` is, or always when `when` is empty.
    case required(field: Int, when: [Int])
    /// `field` may not be filled together with any of `others`.
    case exclusive(field: Int, others: [Int])
    /// At least one of `fields` must be filled.
    case atLeastOne(fields: [Int])
    /// `field` must be filled if any of `with` is.
    case requires(with: [Int], field: Int)
    /// `field` may be filled only if one of `with` is.
    case onlyWith(field: Int, with: [Int])
    /// A value of `field` may stand once in a file, within municipality and month.
    case unique(field: Int)
    /// `field` should equal one of `with`, when one of those is filled.
    case agrees(field: Int, with: [Int])
    /// Neither of `others`, which are dates as `field` is, may come before it: an end not before its beginning.
    case ordered(field: Int, others: [Int])
    /// `field` must be called as one of the figures of a report.
    case indicator(field: Int, names: IndicatorNames)
    /// `field` must be filled where the figure that `of` names is told by code, and only there.
    case indicatorCode(field: Int, of: Int, names: IndicatorNames)
    /// `field`, a date, must be the first day of a month, no later than that of the delivery.
    case indicatorMonth(field: Int, of: Int)
    /// `field`, a date, may not be in a month that a break takes away from the figure that `of` names.
    case indicatorBreak(field: Int, of: Int, names: IndicatorNames)
    /// `field` may be at most 100 for a figure in percent, or the whole when `whole` has one, and `most` for one that
    /// counts.
    case indicatorValue(field: Int, of: Int, whole: Int, names: IndicatorNames, most: Int)
    /// `field` may be said once for a figure and what `with` says: its month and code.
    case indicatorOnce(field: Int, with: [Int], names: IndicatorNames)
    /// `field` should not move more than `percent` from the month before in the same file, when that is at least
    /// `minimum`.
    case indicatorChange(field: Int, percent: Double, minimum: Int)
    /// Rows that give days in some of `fields` and X in others are counted.
    case mixedVolume(fields: [Int])
    /// The share of `code` among filled cells of `field` should not move more than `points` percentage points from
    /// the municipality's month before, when both have at least `minimum` filled cells.
    case shareChange(field: Int, code: Int, points: Double, minimum: Int)
    /// The number of rows should not move more than `percent` from the month before.
    case countChange(percent: Double)
    /// Texts of `field` that the list knows belong to another code, or outside the model.
    case freeText(field: Int, known: [KnownText])
}

/// A free text seen before, and where it belongs.
public struct KnownText: Sendable {
    /// Lower-case words that must all begin words of the text; one of at most three letters ("af", "sfi") must be a
    /// whole word.
    public let text: String
    /// The code it belongs to; `nil` = outside the model (*utanför modellen*).
    public let code: Int?
    /// Why, or where it is said.
    public let note: Localized

    /// A known text from its parts.
    public init(text: String, code: Int?, note: Localized = Localized(sv: "", en: "")) {
        self.text = text
        self.code = code
        self.note = note
    }
}
