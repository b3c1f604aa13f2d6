import Collecting
import Definitions
import Frame
import Vocabulary

/// The municipalities with what they owe now, narrowed as an address says.
struct ObligationChoice {
    struct Row {
        let municipality: Municipality
        /// What it owes for the month; `nil` = nothing.
        let duty: Duty?
        /// The decision that says so; `nil` = nothing has been decided.
        let decision: ObligationDecision?
    }

    enum View: String, CaseIterable {
        case all = "alla"
        case exempt = "ska-inte-lamna"
        case units = "stadsdelar"
        case decided = "beslut"

        func holds(_ row: Row) -> Bool {
            switch self {
            case .all: true
            case .exempt: row.duty == nil
            case .units: row.duty?.units.isEmpty == false
            case .decided: row.decision != nil
            }
        }
    }

    static let collection = "insamling"

    let collection: Definitions.Collection
    /// Those to choose among.
    let collections: [Definitions.Collection]
    /// The month that is looked at: the newest that has opened.
    let month: Month?
    let view: View
    let sought: String
    private let found: [Row]

    init(
        _ path: Path, _ collection: Definitions.Collection, _ collections: [Definitions.Collection],
        _ obligations: Obligations, today: Day
    ) {
        self.collection = collection
        self.collections = collections
        view = path["visa"].flatMap(View.init(rawValue:)) ?? .all
        let sought = (path["sok"] ?? "").split(whereSeparator: \.isWhitespace).joined(separator: " ")
        self.sought = sought
        let periods = collection.calendar.periods
        let month = periods.last { $0.opens <= today.iso }?.month ?? periods.first?.month
        self.month = month
        let newest = Dictionary(grouping: obligations.decisions.reversed(), by: \.municipality)
        found = Municipality.all.filter { $0.answers(to: sought.lowercased()) }.map { municipality in
            Row(
                municipality: municipality, duty: month.flatMap { obligations.duty(of: municipality, for: $0) },
                decision: newest[municipality]?.first)
        }
    }

    var rows: [Row] { found.filter(view.holds) }
    func count(_ view: View) -> Int { found.count(where: view.holds) }
}

extension Municipality {
    fileprivate func answers(to sought: String) -> Bool {
        sought.isEmpty || code.hasPrefix(sought) || name.lowercased().contains(sought)
    }
}

/// What one municipality owes for each month, and the decisions behind it.
struct MunicipalityObligations {
    let collection: Definitions.Collection
    let municipality: Municipality
    /// Newest first.
    let decisions: [ObligationDecision]
    let months: [(month: Month, duty: Duty?)]
}
