import Definitions
import Foundation
public import Register
public import Review
public import Vocabulary

/// What is known of a municipality and month, from which it follows how it stands.
public struct Evidence: Sendable {
    /// All deliveries of the month, in order.
    public var arrivals: [Arrival]
    /// How far the authority has come with them; one that is not there waits.
    public var reviews: [DeliveryNumber: ReviewState]
    /// The newest file uploaded, if any.
    public var pending: PendingFile?
    /// The newest word that it does not take part, if any.
    public var decline: Decline?
    /// Its last day to deliver in time, extension included.
    public var due: Day

    /// What is known, from its parts.
    public init(
        arrivals: [Arrival] = [], reviews: [DeliveryNumber: ReviewState] = [:], pending: PendingFile? = nil,
        decline: Decline? = nil, due: Day
    ) {
        self.arrivals = arrivals
        self.reviews = reviews
        self.pending = pending
        self.decline = decline
        self.due = due
    }
}

/// How a municipality stands for a month.
public struct Standing: Sendable, Equatable {
    /// In one word.
    public var status: MonthStatus
    /// *Sen*: what was delivered came after the last day, or the last day has passed without a delivery.
    public var isLate: Bool
    /// How many deliveries that count have not been decided on.
    public var toReview: Int
    /// *Väntar på granskning*: something that counts has not been decided on.
    public var awaitsReview: Bool { toReview > 0 }

    /// How the municipality stands on `today`, from what is known.
    ///
    /// What is delivered outweighs what is being prepared; what is being prepared outweighs nothing but silence, so that
    /// who declines stays so until something is delivered.
    public init(_ evidence: Evidence, today: Day) {
        let current = evidence.arrivals.filter(\.isCurrent)
        let states = current.map { evidence.reviews[$0.number] ?? .waiting }
        toReview = states.count { $0 == .waiting }
        guard let first = evidence.arrivals.first(where: { !$0.isWithdrawn }), !current.isEmpty else {
            status = Self.withoutDelivery(evidence)
            isLate = status != .declined && today > evidence.due
            return
        }
        isLate = Day(first.receivedAt) > evidence.due
        status =
            if states.contains(where: \.isReturned) {
                .returned
            } else if current.allSatisfy({ $0.kind == .nothing }) {
                .nothingToReport
            } else if current.contains(where: \.hasWarnings) {
                .approvedWithWarnings
            } else {
                .approved
            }
    }

    private static func withoutDelivery(_ evidence: Evidence) -> MonthStatus {
        // Who delivered after declining and took it back takes part after all.
        let last = evidence.arrivals.last?.receivedAt ?? .distantPast
        if let decline = evidence.decline, decline.receivedAt >= last { return .declined }
        return switch evidence.pending?.state {
        case .checking: .checking
        case .faulty: .notApproved
        case .ready, nil: .notDelivered
        }
    }
}
