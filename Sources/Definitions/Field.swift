public import Vocabulary

/// A field (*variabel*, *post*) of a table, in Table Schema's words: name, title, type, constraints.
public struct Field: Sendable {
    /// Stable machine name: "reg_0".
    public let name: String
    /// The whole title, group and all: "Registerledare 0".
    public let title: Localized
    /// The header under its group's header: "0".
    public let header: Localized
    /// What a sentence calls its value, definite form: "avslutsorsaken".
    public let noun: Localized
    /// What the field holds, for those who fill it in.
    public let description: Localized
    /// How its cells are typed and stored.
    public let type: FieldType
    /// The group it stands under, if any.
    public let group: String?
    /// For a column that stands for one code (measure 0–8): which.
    public let code: Int?
    /// The code list that `code`, or the codes in the cells, belong to.
    public let codeList: String?
    /// Other headers that mean the same, without the group's.
    public let aliases: [String]
    /// Whether every row must fill it: month, municipality, and a field that a `required` rule without conditions is
    /// about. For descriptions and schemas; the finding comes from the rule, not from here.
    public internal(set) var required: Bool

    /// A field from its parts; `header` is the title and `noun` the title where not given.
    public init(
        name: String, title: Localized, header: Localized? = nil, noun: Localized? = nil,
        description: Localized = Localized(sv: "", en: ""), type: FieldType, group: String? = nil, code: Int? = nil,
        codeList: String? = nil, aliases: [String] = [], required: Bool = false
    ) {
        self.name = name
        self.title = title
        self.header = header ?? title
        self.noun = noun ?? title
        self.description = description
        self.type = type
        self.group = group
        self.code = code
        if case .code(let list) = type { self.codeList = list } else { self.codeList = codeList }
        self.aliases = aliases
        self.required = required
    }
}

/// How a cell is typed and stored.
public enum FieldType: Sendable, Equatable {
    /// The month the row concerns (*mätmånad*).
    case month
    /// The four-digit code (*länkommunkod*).
    case municipality
    /// A household's running number (*löpnummer*): digits, shown padded to `width`, at most `maxDigits` long.
    case runningNumber(width: Int, maxDigits: Int)
    /// Blank, X, or (when `days`) the number of days in the month, 1 to its length.
    case mark(days: Bool)
    /// A code of the list with this id.
    case code(list: String)
    /// Free text of at most `maxLength` characters.
    case text(maxLength: Int)
    /// A whole number within bounds.
    case integer(minimum: Int, maximum: Int)
    /// A day (*datum*), 1900–2199: `2023-08-14`.
    case date
    /// Kronor with at most two decimals (*belopp*), from 0 to 42 949 672,94.
    case amount
    /// A `Pseudonym` of a person, household or record.
    case key
    /// A short text of few different values (*benämning*), of at most `maxLength` characters: a school, a period.
    case term(maxLength: Int)
}
