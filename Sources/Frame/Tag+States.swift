public import Collecting
public import Review

extension Tag {
    /// How a municipality that has signed in stands for a month, in the word its delivery has: what nobody has decided
    /// on yet is not called approved.
    public init(_ standing: Standing) {
        switch standing.status {
        case .approved where standing.awaitsReview, .approvedWithWarnings where standing.awaitsReview:
            self = .awaitingReview
        default: self.init(standing.status)
        }
    }

    /// How a municipality stands for a month.
    public init(_ status: MonthStatus) {
        switch status {
        case .notDelivered: self = .notDelivered
        case .checking: self = .checking
        case .notApproved: self = .faultyDraft
        case .returned: self = .returned
        case .declined: self = .declined
        case .approvedWithWarnings: self = .approvedWithWarnings
        case .approved: self = .approved
        case .nothingToReport: self = .nothingToReport
        }
    }

    /// How far the authority has come with a delivery.
    public init(_ state: ReviewState) {
        switch state {
        case .waiting: self = .awaitingReview
        case .approved, .approvedAutomatically: self = .approved
        case .returned: self = .returned
        }
    }
}
