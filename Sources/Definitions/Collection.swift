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
    /// Whether people deliver it for a month, or it is taken out of a case system.
    public let kind: Kind
    /// What users call it.
    public let title: Localized
    /// What is collected and why.
    public let description: Localized
    /// The authority that collects (*statistikansvarig myndighet*).
    public let authority: String
    /// Where the definition comes from.
    public let source: String
    /// The code lists (*kodlistor*) its fields use.
    public let codeLists: [CodeList]
    /// The files (*datafiler*) of the collection.
    public let tables: [Table]
    /// The comments form (*synpunkter*), if the collection has one.
    public let form: CommentsForm?
    /// When each month is collected.
    public let calendar: CollectionCalendar
    /// Who answers questions about delivering, if the collection says.
    public let contact: CollectionContact?

    /// What a collection is.
    public enum Kind: String, Sendable {
        /// An authority's collection (*insamling*): delivered month by month, by its calendar.
        case survey
        /// Events out of a case system (*uttag*): each delivery adds to those before, there is no calendar, and the
        /// municipality and month of a row are those of the delivery.
        case extraction
    }

    /// A collection from its parts.
    public init(
        id: String, version: Int, kind: Kind = .survey, title: Localized, description: Localized, authority: String,
        source: String,
        codeLists: [CodeList], tables: [Table], form: CommentsForm?, calendar: CollectionCalendar,
        contact: CollectionContact? = nil
    ) {
        self.id = id
        self.version = version
        self.kind = kind
        self.title = title
        self.description = description
        self.authority = authority
        self.source = source
        self.codeLists = codeLists
        self.tables = tables
        self.form = form
        self.calendar = calendar
        self.contact = contact
    }

    /// The table called `id`.
    public func table(_ id: String) -> Table? { tables.first { $0.id == id } }

    /// The table called `id`, for a name a user gave.
    public func knownTable(_ id: String) throws(DefinitionError) -> Table {
        guard let table = table(id) else { throw .unknownTable(id: id, known: tables.map(\.id)) }
        return table
    }

    /// The code list called `id`.
    public func codeList(_ id: String) -> CodeList? { codeLists.first { $0.id == id } }
}
