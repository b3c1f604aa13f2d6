public import Vocabulary

/// A collection (*insamling*) as data: what is collected, how it is coded, checked and when it is due.
///
/// Read from `Definitions/<id>/` (YAML). Everything else derives from it: template, checks, stored columns, file
/// description, tables.
public struct Collection: Sendable {
    /// The folder's name, stable: "testinsamling-2013".
    public let id: String
    /// Counts up with every change of the definition; stored with each delivery.
    public let version: Int
    public let title: Localized
    public let description: Localized
    /// The authority that collects (*statistikansvarig myndighet*).
    public let authority: String
    /// Where the definition comes from.
    public let source: String
    public let codeLists: [CodeList]
    /// The files (*datafiler*) of the collection.
    public let tables: [Table]
    /// The comments form (*synpunkter*), if the collection has one.
    public let form: CommentsForm?
    public let calendar: CollectionCalendar

    /// The table called `id`.
    public func table(_ id: String) -> Table? { tables.first { $0.id == id } }

    /// The code list called `id`.
    public func codeList(_ id: String) -> CodeList? { codeLists.first { $0.id == id } }
}

/// One file (*datafil*) of a collection: a row is a household (*hushåll*).
public struct Table: Sendable {
    /// Stable: "insatser".
    public let id: String
    public let title: Localized
    public let description: Localized
    /// What a row is, in the plural: "hushåll".
    public let unit: Localized
    /// Sets of fields under one header: *Registerledare*, *Medsökande*.
    public let groups: [FieldGroup]
    /// The fields in the template's order; at most 64, so that a row's filled cells fit a word.
    public let fields: [Field]
    public let rules: [Rule]
    /// Example rows as they stand in the file description, one text per field.
    public let examples: [[String]]

    /// The place of the field called `name`.
    public func index(of name: String) -> Int? { fields.firstIndex { $0.name == name } }
}

/// A set of fields under one header in the template.
public struct FieldGroup: Sendable {
    public let id: String
    public let title: Localized
    /// Other headers that mean the same, in any case and spelling of spaces.
    public let aliases: [String]
}

/// A field (*variabel*, *post*) of a table, in Table Schema's words: name, title, type, constraints.
public struct Field: Sendable {
    /// Stable machine name: "reg_0".
    public let name: String
    public let title: Localized
    public let description: Localized
    public let type: FieldType
    /// The group it stands under, if any.
    public let group: String?
    /// For a column that stands for one code (measure 0–8): which.
    public let code: Int?
    /// Other headers that mean the same.
    public let aliases: [String]
    /// Whether every row must fill it.
    public let required: Bool
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
}

/// The comments form (*synpunkter på modellen*): texts and who answers.
public struct CommentsForm: Sendable {
    public let title: Localized
    /// Each text: id ("insatser"), title, greatest length in characters, and the table it is about.
    public let texts: [FormText]
    /// Who answers: name, position, unit, e-mail, telephone.
    public let respondent: [FormField]
}

/// A free text of the comments form.
public struct FormText: Sendable {
    public let id: String
    public let title: Localized
    public let maxLength: Int
    /// The table the text is about, which is how Tabell 1 counts it.
    public let table: String
}

/// A line about who answers.
public struct FormField: Sendable {
    public let id: String
    public let title: Localized
}
