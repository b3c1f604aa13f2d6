import Collecting
import Definitions
import Foundation
import Frame
import Outbox
import Vocabulary

/// How collections stand, read once for all who look at the same time.
///
/// What is done on the authority's pages is seen at once, what is done elsewhere within three seconds.
struct OverviewMemory: Sendable {
    private struct Key: Hashable {
        let collection: String
        let month: Month
    }

    private let house: House
    private let overviews = ShortMemory<Key, Overview>(life: 3)
    private let responses = ShortMemory<Key, ResponseSeries>(life: 3)
    private let calendars = ShortMemory<String, [Period]>(life: 3)
    private let waiting = ShortMemory<Int, Waiting>(life: 3)

    /// What waits for somebody, of all collections.
    struct Waiting: Sendable {
        /// Questions without an answer.
        let questions: Int
        /// Mails of the last two weeks that did not reach anybody.
        let failedMails: Int
    }

    init(_ house: House) { self.house = house }

    /// Who has answered for a month.
    func overview(_ collection: String, _ month: Month, at time: Date) async throws -> Overview {
        try await overviews.value(Key(collection: collection, month: month), at: time) {
            try await house.collecting.overview(collection, month, at: time)
        }
    }

    /// How the answers about a month came in.
    func response(_ collection: String, _ month: Month, at time: Date) async throws -> ResponseSeries {
        try await responses.value(Key(collection: collection, month: month), at: time) {
            try await house.collecting.response(collection, month, at: time)
        }
    }

    /// The months of a collection.
    func periods(_ collection: String, at time: Date) async throws -> [Period] {
        try await calendars.value(collection, at: time) { try await house.collecting.periods(collection) }
    }

    /// What waits for somebody.
    func waiting(at time: Date) async throws -> Waiting {
        try await waiting.value(0, at: time) {
            var questions = 0
            for collection in house.collections {
                questions += try await house.collecting.questions(collection.id, status: .waiting).count
            }
            let since = time.addingTimeInterval(-Waiting.memorable)
            let failed = try await house.outbox.records(.failed).filter(\.isMissed)
            return Waiting(questions: questions, failedMails: failed.count { $0.finishedAt ?? $0.queuedAt > since })
        }
    }

    /// Forgets all, when something has been changed.
    func forget() {
        overviews.forget()
        responses.forget()
        calendars.forget()
        waiting.forget()
    }
}

extension OverviewMemory.Waiting {
    fileprivate static let memorable: TimeInterval = 14 * 86_400
}

extension MailRecord {
    /// Whether somebody misses it: a code that came too late has been asked for again.
    var isMissed: Bool { reason != "sign-in-code" }
}
