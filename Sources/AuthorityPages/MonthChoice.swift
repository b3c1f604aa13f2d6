import Collecting
import Frame
import Vocabulary

/// Which municipalities of a month an address asks for, in which order, and whether all are ticked.
struct MonthChoice {
    let filter: OverviewFilter
    let county: County?
    let sought: String
    let sort: Sort
    let isAllTicked: Bool

    init(_ path: Path) {
        filter = path[Self.filterName].flatMap(OverviewFilter.init(word:)) ?? .missing
        let code = path[Self.countyName]
        county = County.all.first { $0.code == code }
        sought = (path[Self.searchName] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        sort = Sort(
            path, among: Set(OverviewOrder.allCases.map(\.word)),
            usual: Sort(OverviewOrder.code.word, anchor: Place.list))
        isAllTicked = path[Self.ticksName] == Self.allTicked
    }

    static let filterName = "visa"
    static let countyName = "lan"
    static let searchName = "sok"
    static let ticksName = "valda"
    static let allTicked = "alla"

    /// Whether only some of what the filter shows is asked for.
    var isNarrowed: Bool { county != nil || !sought.isEmpty }

    /// The rows asked for.
    func rows(_ overview: Overview) -> [OverviewRow] {
        let order = OverviewOrder.allCases.first { $0.word == sort.column } ?? .code
        return overview.rows(filter, county: county, search: sought, by: order, descending: sort.isDescending)
    }

    /// How many rows another filter would show of the same county and search.
    func count(_ filter: OverviewFilter, _ overview: Overview) -> Int {
        isNarrowed ? overview.rows(filter, county: county, search: sought).count : overview.count(filter)
    }
}

extension OverviewFilter {
    /// As addresses have it.
    var word: String {
        switch self {
        case .missing: "ej-lamnade"
        case .notApproved: "inte-godkanda"
        case .awaitingReview: "vantar"
        case .late: "sena"
        case .declined: "avstar"
        case .all: "alla"
        }
    }

    init?(word: String) {
        guard let filter = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = filter
    }
}

extension OverviewOrder {
    /// As addresses have it.
    var word: String {
        switch self {
        case .code: "kod"
        case .name: "kommun"
        case .county: "lan"
        case .status: "status"
        case .latest: "leverans"
        case .reminders: "paminnelser"
        case .history: "manader"
        case .population: "folkmangd"
        }
    }
}
