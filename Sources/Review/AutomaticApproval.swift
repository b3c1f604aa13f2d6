import AccessLog
public import Foundation
import Storage
import Vocabulary

/// Which deliveries are approved without anyone looking (*automatiskt godkännande*).
public struct AutomaticApproval: Sendable, Equatable {
    /// Whether any are.
    public var isOn: Bool
    /// The reasons to look that keep a delivery waiting for a person.
    public var blocking: Set<ReviewReason.Kind>

    /// A setting from its parts.
    public init(isOn: Bool, blocking: Set<ReviewReason.Kind>) {
        self.isOn = isOn
        self.blocking = blocking
    }

    /// What holds until somebody says otherwise: no warning, no free text and no large change.
    ///
    /// That a delivery came late or was corrected on the page says nothing about its figures.
    public static let standard = AutomaticApproval(
        isOn: true, blocking: [.confirmedWarnings, .freeTexts, .largeChange])

    /// Whether a delivery with these reasons to look at it is approved.
    func approves(_ reasons: [ReviewReason]) -> Bool {
        isOn && !reasons.contains { blocking.contains($0.kind) }
    }
}

extension Review {
    /// Which deliveries of a collection are approved without anyone looking.
    public func automaticApproval(collection: String) async throws(ReviewError) -> AutomaticApproval {
        try await read { transaction in
            try transaction.first(
                "SELECT is_on, blocking FROM review_setting WHERE collection = \(collection) ORDER BY id DESC LIMIT 1"
            ) { row in
                AutomaticApproval(
                    isOn: row.integer(0) != 0,
                    blocking: Set(row.text(1).split(separator: " ").compactMap { .init(rawValue: String($0)) }))
            } ?? .standard
        }
    }

    /// Says which deliveries of a collection are approved without anyone looking, from now on.
    public func setAutomaticApproval(
        _ setting: AutomaticApproval, collection: String, by person: String, at time: Date
    ) async throws(ReviewError) {
        let blocking = setting.blocking.map(\.rawValue).sorted().joined(separator: " ")
        try await write { transaction in
            try transaction.execute(
                """
                INSERT INTO review_setting (collection, is_on, blocking, set_by, set_at)
                VALUES (\(collection), \(setting.isOn ? 1 : 0), \(blocking), \(person), \(time))
                """)
            try transaction.log(
                Event(at: time, actor: person, organisation: .authority, act: .changedSetting, subject: collection))
        }
    }
}
