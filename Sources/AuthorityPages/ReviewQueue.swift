import Accounts
import Definitions
import Frame
import Hummingbird
import Register
import Review
import Vocabulary

/// The pages of review: the deliveries that wait, each of them, and what is approved without anyone looking.
struct ReviewPages {
    let house: House
    let memory: ReviewMemory

    func add(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.review.route, use: queue)
        addSetting(to: routes)
        addDelivery(to: routes)
        addDecision(to: routes)
    }

    private func queue(_ request: Request, _ context: PortalContext) async throws -> Document {
        let person = try await context.require(.review, of: .authority)
        let collection = try house.chosenCollection(context.path)
        let setting = try await house.review.automaticApproval(collection: collection.id)
        let done = try await decided(context.path[ReviewWord.done])
        let texts = try await memory.freeTexts(in: collection, at: context.now)
        return context.page.reviewQueue(
            ReviewQueue(
                collections: house.collections, collection: collection,
                all: try await memory.waiting(in: collection, at: context.now), filter: ReviewFilter(context.path),
                setting: setting, freeTexts: texts.count { $0.recoding == nil }, done: done, reader: person.actor))
    }

    /// What has just been decided, if an address says so truly.
    func decided(_ word: String?) async throws -> Decision? {
        guard let number = word.flatMap({ DeliveryNumber($0) }) else { return nil }
        return try await house.review.history(of: number).last
    }
}

/// What the page of the queue shows.
struct ReviewQueue {
    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    /// All that wait, oldest first.
    let all: [WaitingDelivery]
    let filter: ReviewFilter
    let setting: AutomaticApproval
    /// Free texts that nobody has decided on.
    let freeTexts: Int
    let done: Decision?
    /// Who reads.
    let reader: String

    var shown: [WaitingDelivery] { all.filter(filter.shows) }
    /// The months that anything waits for.
    var months: [Month] { Set(all.map(\.receipt.month)).sorted() }
}
