public import Foundation
import Storage

/// A setting of automatic approval, as somebody once made it.
public struct AutomaticApprovalChange: Sendable, Equatable {
    /// What was set.
    public let setting: AutomaticApproval
    /// Who set it.
    public let by: String
    /// When, to the second.
    public let at: Date
}

extension Review {
    /// Every setting of automatic approval that a collection has had, oldest first; the last one holds. None has been
    /// made while `AutomaticApproval.standard` holds.
    public func automaticApprovalHistory(
        collection: String
    ) async throws(ReviewError) -> [AutomaticApprovalChange] {
        try await read { transaction in
            try transaction.all(
                """
                SELECT is_on, blocking, set_by, set_at FROM review_setting WHERE collection = \(collection) ORDER BY id
                """
            ) { row in
                AutomaticApprovalChange(
                    setting: AutomaticApproval(
                        isOn: row.integer(0) != 0,
                        blocking: Set(row.text(1).split(separator: " ").compactMap { .init(rawValue: String($0)) })),
                    by: row.text(2), at: row.time(3))
            }
        }
    }
}
