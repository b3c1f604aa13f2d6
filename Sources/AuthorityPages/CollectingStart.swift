import Accounts
import Collecting
import Definitions
import Frame
import Hummingbird
import Vocabulary

// The authority's start page: "Who is missing? What waits for me?"

extension AuthorityPages {
    func collecting(_ request: Request, _ context: PortalContext) async throws -> Document {
        try await context.require(.oversee, of: .authority)
        let showsAll = context.path["visa"] == CollectingStart.all
        var works: [CollectingStart.Work] = []
        for collection in house.collections {
            var lines: [CollectingStart.Line] = []
            let periods = try await memory.periods(collection.id, at: context.now)
            let (shown, hidden) = CollectingStart.split(periods, today: context.page.today, showsAll: showsAll)
            for period in shown {
                let hasBegun = period.opens <= context.page.today
                lines.append(
                    CollectingStart.Line(
                        period: period,
                        overview: hasBegun
                            ? try await memory.overview(collection.id, period.month, at: context.now) : nil))
            }
            works.append(CollectingStart.Work(collection: collection, lines: lines, hidden: hidden))
        }
        let waiting = try await memory.waiting(at: context.now)
        return context.page.collecting(
            CollectingStart(works: works, waiting: waiting, mayPlan: context.may(.plan, of: .authority)))
    }
}

/// What the authority's start page shows.
struct CollectingStart {
    /// A month, with how it stands once it has opened.
    struct Line {
        let period: Period
        let overview: Overview?
    }

    /// One collection's months, newest first.
    struct Work {
        let collection: Definitions.Collection
        let lines: [Line]
        /// How many older months are left out.
        let hidden: Int
    }

    let works: [Work]
    let waiting: OverviewMemory.Waiting
    let mayPlan: Bool

    static let all = "alla"

    /// Newest first; of those that have been, a year unless all are asked for.
    static func split(_ periods: [Period], today: Day, showsAll: Bool) -> (shown: [Period], hidden: Int) {
        let newestFirst = Array(periods.reversed())
        guard !showsAll else { return (newestFirst, 0) }
        let begun = newestFirst.filter { $0.opens <= today }
        let old = Set(begun.dropFirst(12).map(\.month))
        return (newestFirst.filter { !old.contains($0.month) }, old.count)
    }

    /// What is collected now: the newest month that receives, else the newest that has opened.
    var current: Overview? {
        let begun = works.flatMap(\.lines).compactMap(\.overview)
        return begun.first { $0.period.state(on: $0.today).receives } ?? begun.first
    }

    /// Deliveries that nobody has decided on.
    var toReview: Int {
        works.flatMap(\.lines).compactMap(\.overview).flatMap(\.rows).reduce(0) { $0 + $1.standing.toReview }
    }
}
