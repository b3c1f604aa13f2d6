public import Collecting
public import Review

extension Tag {
    /// How a municipality stands for a month.
    public init(_ status: MonthStatus) {
        switch status {
        case .notDelivered: self = .notDelivered
        case .checking: self = .checking
        case .notApproved: self = .notApproved
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
