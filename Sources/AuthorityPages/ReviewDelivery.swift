import AccessLog
import Accounts
import Checking
import Definitions
import Foundation
import Frame
import Hummingbird
import Register
import Review
import Vocabulary

// A delivery under review: everything that a decision rests on.

extension ReviewPages {
    func addDelivery(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.reviewPattern.route) { request, context -> Document in
            let (person, receipt) = try await underReview(context)
            try await house.log.add(
                Event(
                    at: context.now, actor: person.actor, organisation: .municipality(receipt.municipality),
                    act: .sawFindings, subject: receipt.number.description))
            return context.page.reviewDelivery(try await page(of: receipt, person, context))
        }
    }

    /// The delivery in the address, for whoever may decide on it and see its rows.
    func underReview(_ context: PortalContext) async throws -> (person: Person, receipt: Receipt) {
        _ = try context.person()
        guard let number = DeliveryNumber(try context.parameter("number")) else { throw PageError.notFound }
        let organisation = Organisation.municipality(number.municipality)
        let person = try await context.require(.review, of: organisation)
        try await context.require(.seeRows, of: organisation)
        do throws(RegisterError) {
            return (person, try await house.register.receipt(number))
        } catch .noSuchDelivery {
            throw PageError.notFound
        }
    }

    /// All that the page of a delivery shows.
    func page(
        of receipt: Receipt, _ person: Person, _ context: PortalContext
    ) async throws -> ReviewDelivery {
        let (number, collection) = (receipt.number, try house.collection(receipt.collection))
        let files = try await house.review.judgement(of: receipt, in: collection, language: context.language)
        let filter = ReviewFilter(context.path)
        let texts = try await house.review.freeTexts(in: collection, months: number.month...number.month)
        return ReviewDelivery(
            receipt: receipt, collection: collection,
            versions: try await house.register.deliveries(
                DeliveryFilter(collection: collection.id, municipality: number.municipality, month: number.month)),
            decisions: try await house.review.history(of: number),
            states: try await house.review.states(collection: collection.id, month: number.month),
            findings: ReviewFindings(files),
            texts: texts.compactMap { ReviewedText($0, in: number) },
            comparisons: try await ReviewComparison.all(of: receipt, files, in: collection, house.register),
            lastDay: try await house.lastDays(of: collection)(number),
            queue: ReviewPlace(
                number, in: try await memory.waiting(in: collection, at: context.now), filter),
            filter: filter, done: try await decided(context.path[ReviewWord.done]), reader: person.actor)
    }
}

/// What the page of a delivery under review shows.
struct ReviewDelivery {
    let receipt: Receipt
    let collection: Definitions.Collection
    /// Every delivery of the municipality about the month, oldest first.
    let versions: [Receipt]
    /// What has been decided, oldest first.
    let decisions: [Decision]
    /// How far the authority has come with each delivery of the month.
    let states: [DeliveryNumber: ReviewState]
    let findings: ReviewFindings
    let texts: [ReviewedText]
    let comparisons: [ReviewComparison]
    /// The last day to deliver in time.
    let lastDay: Day?
    let queue: ReviewPlace
    let filter: ReviewFilter
    /// What was decided a moment ago about the delivery before in the queue.
    let done: Decision?
    /// Who reads.
    let reader: String

    var number: DeliveryNumber { receipt.number }
    var state: ReviewState { decisions.last?.state ?? .waiting }
    /// Whether it is one to decide on.
    var mayBeDecided: Bool { receipt.withdrawal == nil && receipt.isCurrent }
    /// The delivery that counts instead.
    var newer: DeliveryNumber? { receipt.parts.compactMap(\.supersededBy).max { $0.sequence < $1.sequence } }
    var isLate: Bool { lastDay.map { Day(receipt.receivedAt) > $0 } ?? false }
}

/// Where a delivery stands among those that wait.
struct ReviewPlace {
    /// Why to look at it; none when it does not wait.
    let reasons: [ReviewReason]
    /// Its place from 1 among those asked for; `nil` when it is not one of them.
    let place: Int?
    /// How many are asked for.
    let count: Int
    /// The one after it, or the first when it is the last; `nil` when there is no other.
    let next: DeliveryNumber?

    init(_ number: DeliveryNumber, in waiting: [WaitingDelivery], _ filter: ReviewFilter) {
        let shown = waiting.filter(filter.shows)
        let own = shown.firstIndex { $0.receipt.number == number }
        reasons = waiting.first { $0.receipt.number == number }?.reasons ?? []
        place = own.map { $0 + 1 }
        count = shown.count
        let others = own.map { shown[($0 + 1)...] + shown[..<$0] } ?? shown[...]
        next = others.first?.receipt.number
    }
}

/// A free text of the delivery, and what is known about it.
struct ReviewedText {
    let group: FreeTextGroup
    let text: FreeText

    /// `nil` when the delivery does not have it.
    init?(_ group: FreeTextGroup, in number: DeliveryNumber) {
        guard let text = group.texts.first(where: { $0.number == number }) else { return nil }
        self.group = group
        self.text = text
    }

    /// Households that have it, written in one way or another.
    var households: Int { group.texts.lazy.filter { $0.number == text.number }.reduce(0) { $0 + $1.households } }
}
