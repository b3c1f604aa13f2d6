public import Vocabulary

/// One file (*datafil*) of a collection: a row is a household (*hushåll*).
public struct Table: Sendable {
    /// Stable: "insatser".
    public let id: String
    /// What users call it.
    public let title: Localized
    /// What the rows are about, and how they are filled in.
    public let description: Localized
    /// What a row is, in the plural: "hushåll".
    public let unit: Localized
    /// The same of one row.
    public let one: Localized
    /// Sets of fields under one header: *Registerledare*, *Medsökande*.
    public let groups: [FieldGroup]
    /// The fields in the template's order; at most 64, so that a row's filled cells fit a word.
    public let fields: [Field]
    /// What the rows must obey, besides the fields' types.
    public let rules: [Rule]
    /// Example rows as they stand in the file description, one text per field.
    public let examples: [[String]]

    /// A table from its parts.
    public init(
        id: String, title: Localized, description: Localized, unit: Localized, one: Localized? = nil,
        groups: [FieldGroup], fields: [Field], rules: [Rule], examples: [[String]]
    ) {
        self.id = id
        self.title = title
        self.description = description
        self.unit = unit
        self.one = one ?? unit
        self.groups = groups
        self.fields = fields
        self.rules = rules
        self.examples = examples
    }

    /// The place of the field called `name`.
    public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }

    /// The free texts seen before that the table's rules know, with where they belong.
    public var knownTexts: [KnownText] {
        rules.flatMap { rule -> [KnownText] in
            if case .freeText(_, let known) = rule.kind { known } else { [] }
        }
    }

    /// The group called `id`.
    public func group(_ id: String) -> FieldGroup? { groups.first { $0.id == id } }
}

/// A set of fields under one header in the template.
public struct FieldGroup: Sendable {
    /// Stable: "registerledare".
    public let id: String
    /// The header over its fields.
    public let title: Localized
    /// Other headers that mean the same, in any case and spelling of spaces.
    public let aliases: [String]

    /// A group from its parts.
    public init(id: String, title: Localized, aliases: [String]) {
        self.id = id
        self.title = title
        self.aliases = aliases
    }
}
