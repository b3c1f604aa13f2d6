/// What the maker of a report should know of it (*kontroll*).
public struct ReportCheck: Sendable, Equatable {
    /// How much it matters.
    public enum Weight: String, Sendable {
        /// All is well.
        case fine
        /// Something to look at.
        case look
        /// The report should not be sent so.
        case stop
    }

    /// How much it matters.
    public var weight: Weight
    /// What was found, in a sentence.
    public var text: String
    /// The id of the part, diagram or tile it is about.
    public var about: String?

    /// A check from its parts.
    public init(_ weight: Weight, _ text: String, about: String? = nil) {
        self.weight = weight
        self.text = text
        self.about = about
    }
}

/// A figure whose definition is another than in the report of the month before (*ändrad definition*).
public struct DefinitionChange: Sendable, Equatable {
    /// The indicator's id.
    public var indicator: String
    /// What the report called it before, and calls it now.
    public var titles: (before: String, now: String)
    /// The definition before, and now.
    public var definitions: (before: String, now: String)
    /// Whether something else is counted, or of others; if not, only the words are new.
    public var countsOtherwise: Bool

    /// A change from its parts.
    public init(
        indicator: String, titles: (before: String, now: String), definitions: (before: String, now: String),
        countsOtherwise: Bool = false
    ) {
        self.indicator = indicator
        self.titles = titles
        self.definitions = definitions
        self.countsOtherwise = countsOtherwise
    }

    /// Whether all of it is the same.
    public static func == (one: DefinitionChange, other: DefinitionChange) -> Bool {
        one.indicator == other.indicator && one.titles == other.titles && one.definitions == other.definitions
            && one.countsOtherwise == other.countsOtherwise
    }
}
