import Definitions
import Foundation
import Frame
import Review

/// What reviewers look at over and over, read once for all who look at the same time.
///
/// What is decided on these pages is seen at once, what happens elsewhere within three seconds.
struct ReviewMemory: Sendable {
    private let house: House
    private let deliveries = ShortMemory<String, [WaitingDelivery]>(life: 3)
    private let texts = ShortMemory<String, [FreeTextGroup]>(life: 3)

    init(_ house: House) { self.house = house }

    /// The deliveries that wait for review, oldest first.
    func waiting(in collection: Definitions.Collection, at time: Date) async throws -> [WaitingDelivery] {
        try await deliveries.value(collection.id, at: time) {
            try await house.review.waiting(in: collection, due: house.lastDays(of: collection))
        }
    }

    /// The free texts of all months, the most common first.
    func freeTexts(in collection: Definitions.Collection, at time: Date) async throws -> [FreeTextGroup] {
        try await texts.value(collection.id, at: time) { try await house.review.freeTexts(in: collection) }
    }

    /// Forgets all, when something has been decided.
    func forget() {
        deliveries.forget()
        texts.forget()
    }
}
