import Foundation
import Register
import Statistics
public import Vocabulary

/// Which rows of an overview are shown.
public enum OverviewFilter: String, CaseIterable, Sendable {
    /// *Ej lämnade*: nothing delivered, whether or not a file is being checked.
    case missing
    /// *Fel eller återlämnade*: a draft with errors, or a delivery returned.
    case notApproved = "not-approved"
    /// *Väntar på granskning*.
    case awaitingReview = "awaiting-review"
    /// *Sena*.
    case late
    /// *Avstår*.
    case declined
    /// *Alla*.
    case all

    /// The word users choose.
    public var title: Localized {
        switch self {
        case .missing: Localized(sv: "Ej lämnade", en: "Not delivered")
        case .notApproved: Localized(sv: "Fel eller återlämnade", en: "Errors or returned")
        case .awaitingReview: Localized(sv: "Väntar på granskning", en: "Awaiting review")
        case .late: Localized(sv: "Sena", en: "Late")
        case .declined: Localized(sv: "Avstår", en: "Declining")
        case .all: Localized(sv: "Alla", en: "All")
        }
    }

    /// Whether `row` is shown. A municipality that owes nothing is never missing or late.
    public func shows(_ row: OverviewRow) -> Bool {
        let status = row.standing.status
        return switch self {
        case .missing: row.duty != nil && (status == .notDelivered || status == .checking)
        case .notApproved: status == .notApproved || status == .returned
        case .awaitingReview: row.standing.awaitsReview
        case .late: row.duty != nil && row.standing.isLate
        case .declined: status == .declined
        case .all: true
        }
    }
}

/// What the rows of an overview are sorted by; municipalities that are alike come by code.
public enum OverviewOrder: String, CaseIterable, Sendable {
    case code, name, county, status, latest, reminders, history, population

    func sorted(_ rows: [OverviewRow]) -> [OverviewRow] {
        switch self {
        case .code: rows
        case .name: by(rows) { SwedishOrder($0.municipality.name) }
        case .county: by(rows) { SwedishOrder($0.municipality.county.name) }
        case .status: by(rows) { $0.standing.status }
        case .latest: by(rows) { $0.latest?.receivedAt ?? .distantPast }
        case .reminders: by(rows, \.reminders)
        case .history: by(rows) { $0.history.share ?? Share(tenths: -1) }
        case .population: by(rows) { $0.population ?? -1 }
        }
    }

    /// The key of each row is made once; the rows come by code, and the order of likes is kept.
    private func by(_ rows: [OverviewRow], _ key: (OverviewRow) -> some Comparable) -> [OverviewRow] {
        rows.map { (row: $0, key: key($0)) }.sorted { $0.key < $1.key }.map(\.row)
    }
}

/// A name in the order of the Swedish alphabet, with å, ä and ö last.
struct SwedishOrder: Comparable {
    private let letters: [UInt32]

    init(_ name: String) {
        letters = name.lowercased().unicodeScalars.map { letter in
            switch letter {
            case "å": 0x10_0000
            case "ä": 0x10_0001
            case "ö": 0x10_0002
            case "é": 0x65
            default: letter.value
            }
        }
    }

    static func < (one: SwedishOrder, other: SwedishOrder) -> Bool {
        one.letters.lexicographicallyPrecedes(other.letters)
    }
}
