public import Vocabulary

/// How one case system's extract becomes the tables of a collection (*mappning*): data, which a municipality edits when
/// its own extract looks different. The files of `Definitions/mappings`.
public struct Mapping: Sendable {
    /// The form of the files.
    public enum Format: Sendable, Equatable {
        /// JSON, where `records` is the list of the answer that holds the records.
        case json(records: String)
        /// Delimited text with a row of headers.
        case delimited
    }

    /// "treserva".
    public let id: String
    /// From 1.
    public let version: Int
    /// What the system is called; part of every record's key.
    public let system: String
    /// What a person sees.
    public let title: Localized
    /// What it expects, and where from.
    public let description: Localized
    /// The collection its tables belong to.
    public let collection: String
    /// The form of the files.
    public let format: Format
    /// The files or objects it reads.
    public let sources: [Source]
    /// Other headers a column may have, by the normalised header.
    let aliases: [String: String]

    /// One kind of file or object (*källa*).
    public struct Source: Sendable {
        /// "Utbetalningar", as the system calls it.
        public let id: String
        /// Where it is fetched from, for systems that are asked over HTTP: "Payments".
        public let path: String?
        /// The columns by which it is known.
        public let recognise: [String]
        /// Columns known to be about a person and never read.
        public let drops: [String]
        /// Columns that are known and not needed.
        public let ignores: [String]
        /// Made-up rows, the header first.
        public let example: [[String]]
        let links: [Link]
        let rules: [RowRule]

        /// The tables that a file of it tells of also when it has no rows of them. One that several kinds of files have
        /// the columns of tells by its rows only.
        var told: Set<String> {
            Set(rules.map { $0.filters.first?.columns ?? [] }).count == 1 ? Set(rules.map(\.table)) : []
        }
    }

    /// The source called `id`.
    public func source(_ id: String) -> Source? { sources.first { $0.id == id } }

    /// Whether the system can be asked over HTTP.
    public var isFetched: Bool { sources.contains { $0.path != nil } }

    /// Whether every row of a table has a key.
    func hasKey(_ table: String) -> Bool {
        sources.flatMap(\.rules).allSatisfy { $0.table != table || !$0.key.isEmpty }
    }

    /// The tables it makes, in order of appearance.
    public var tables: [String] {
        var seen: Set<String> = []
        return sources.flatMap(\.rules).map(\.table).filter { seen.insert($0).inserted }
    }
}

/// What a record's own number stands for in other objects: a case for its household, a customer for a person.
struct Link: Sendable {
    let id: String
    let from: [ColumnReference]
    let to: Reading
    let each: String?
    let filters: [RowFilter]
}

/// How a record becomes a row of a table.
struct RowRule: Sendable {
    let table: String
    /// The nested list whose every item is a row.
    let each: String?
    let filters: [RowFilter]
    let key: [KeyPart]
    let fields: [FieldRule]
    /// How it is told who is a child, when the table is about adults only.
    let adults: Reading?
}

/// A part of what makes a record's key.
enum KeyPart: Sendable {
    case column(ColumnReference)
    /// A field of the row.
    case field(String)
}

/// One field of a row.
struct FieldRule: Sendable {
    let name: String
    let reading: Reading
    let isOptional: Bool
}

/// Which records a rule is about.
struct RowFilter: Sendable {
    let columns: [ColumnReference]
    let patterns: [TextPattern]
    /// Whether those that match are left out instead.
    let isNegated: Bool
    /// The link that says nothing of what the columns hold, instead of texts.
    let unlinked: String?

    /// Whether those left out are of another kind; else they only lack what the rule is about.
    var isOfKind: Bool { unlinked == nil && !(isNegated && patterns.allSatisfy { $0.matches("") }) }
}

/// How a value is read.
indirect enum Reading: Sendable {
    case person([ColumnReference])
    /// A day, or the birth of `born` when that is later.
    case date([ColumnReference], born: [ColumnReference])
    /// A month, that of the whole period when `through` ends it, or else what a link says.
    case month([ColumnReference], through: [ColumnReference], otherwise: Reading?)
    /// `recoveries` says that negative amounts are recoveries, which are kept out for that reason.
    case amount([ColumnReference], recoveries: Bool)
    case number([ColumnReference])
    case text([ColumnReference])
    case code([ColumnReference], [CodeRule], otherwise: Int?)
    case constant(String)
    /// What a link says of the record, or else something else.
    case link(String, [ColumnReference], otherwise: Reading?)
    /// 1 applicant, 2 co-applicant, 3 child, from the person, the household and whether the record says co-applicant.
    case role(coApplicant: [ColumnReference], at: [ColumnReference])
    /// The day a child becomes an adult.
    case adulthood([ColumnReference])

    /// The columns it reads.
    var columns: [ColumnReference] {
        switch self {
        case .person(let own), .amount(let own, _), .number(let own), .text(let own), .adulthood(let own),
            .code(let own, _, _):
            own
        case .date(let own, let born): own + born
        case .month(let own, let through, let otherwise): own + through + (otherwise?.columns ?? [])
        case .constant: []
        case .link(_, let own, let otherwise): own + (otherwise?.columns ?? [])
        case .role(let co, let at): co + at
        }
    }
}

extension Reading {
    var isMonth: Bool {
        if case .month = self { true } else { false }
    }
}

/// A code and the texts that stand for it.
struct CodeRule: Sendable {
    let code: Int
    let patterns: [TextPattern]
}
