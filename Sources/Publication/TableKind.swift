import Definitions
public import Statistics
public import Vocabulary

/// The tables that can be asked for, by what `--table` calls them.
public enum TableKind: String, Sendable, CaseIterable {
    case participation = "1"
    case measures = "2"
    case reasons = "3"
    case participants = "bilaga3"
    case volume = "volym"
    case freeText = "fritext"
    case municipality = "kommun"
    case net = "netto"
    case reasonsByYear = "avslut"

    /// The tables of the report, shown when none is named; the others grow with municipalities and months.
    public static let report: [TableKind] = [.participation, .measures, .reasons, .participants, .volume, .freeText]

    /// Whether tables of marks must be counted for it.
    public var needsMarks: Bool { self != .reasons && self != .reasonsByYear }

    /// Whether tables of codes must be counted for it.
    public var needsReasons: Bool {
        switch self {
        case .participation, .participants, .reasons, .reasonsByYear: true
        case .measures, .volume, .freeText, .municipality, .net: false
        }
    }

    /// Whether different persons over months must be counted for it.
    public var needsNet: Bool { self == .measures || self == .net }

    /// Whether free texts must be read for it.
    public var needsTexts: Bool { self == .freeText }
}

/// What a table is made from.
public struct TableContext: Sendable {
    /// What has been counted.
    public var tally: CollectionTally
    /// `nil` where there is no data file.
    public var population: Population?
    /// The language of headings, labels and notes.
    public var language: Language
    /// Said first in every table when the figures are made up.
    public var warning: String?

    /// The ground for tables in `language`.
    public init(_ tally: CollectionTally, population: Population?, language: Language, warning: String? = nil) {
        self.tally = tally
        self.population = population
        self.language = language
        self.warning = warning
    }

    /// The tables of a kind: one for each table of the collection that it is about.
    public func tables(_ kind: TableKind) -> [StatisticalTable] {
        switch kind {
        case .participation: [participation()]
        case .measures: tally.marks.map(measures)
        case .reasons: tally.reasons.map(reasons)
        case .participants: [participants()]
        case .volume: tally.marks.map(volume)
        case .freeText: tally.marks.filter { $0.layout.text != nil }.map(freeText)
        case .municipality: tally.marks.map(byMunicipality)
        case .net: tally.marks.map(netByYear)
        case .reasonsByYear: tally.reasons.map(reasonsByYear)
        }
    }

    func say(_ sv: String, _ en: String) -> String { Localized(sv: sv, en: en)[language] }

    func table(
        _ kind: TableKind, _ title: String, _ columns: [StatisticalTable.Column], _ rows: [StatisticalTable.Row],
        notes: [String] = []
    ) -> StatisticalTable {
        let collection = tally.collection
        let source = say("Källa", "Source") + ": \(collection.authority), \(collection.title[language])."
        return StatisticalTable(
            id: kind.rawValue, title: title, columns: columns, rows: rows, notes: notes, source: source,
            warning: warning)
    }

    /// The months the rows concern: "mars–april 2013".
    var period: String {
        let months = tally.marks.flatMap { $0.parts.map(\.month) } + tally.reasons.flatMap { $0.parts.map(\.month) }
        guard let first = months.min(), let last = months.max() else { return "" }
        return (first...last).name(language)
    }
}
