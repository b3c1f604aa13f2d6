public import Foundation
public import Vocabulary

/// A report on the desk (*rapport under arbete*).
public struct ReportWork: Sendable, Equatable {
    /// Which report.
    public let identity: ReportIdentity
    /// Which in order of the month: 1, and one more each time a published one is made anew (*utgåva*).
    public internal(set) var edition: Int
    /// How many times it has been changed. What is asked for carries the number that was read, so that two people never
    /// undo each other unseen.
    public internal(set) var revision: Int
    /// How far it has come.
    public internal(set) var state: ReportState
    /// What was chosen and written.
    public internal(set) var choices: ReportChoices
    /// Extracts that came later do not count; `nil` while the figures follow each new one.
    public internal(set) var knownUntil: Date?
    /// The month whose choices it began from; `nil` when there was none before.
    public let carriedFrom: Month?
    /// The last change, of whatever kind.
    public internal(set) var changed: ReportStep
    /// Who sent it for review and when, while that is what counts.
    public internal(set) var sent: Sent?
    /// Who approved it and when, while that is what counts.
    public internal(set) var approved: ReportStep?
    /// Why it was given back, until it is sent again.
    public internal(set) var givenBack: GivenBack?

    /// A sending.
    public struct Sent: Sendable, Equatable {
        /// The `ReportPerson.id` of who sent it, who does not approve it.
        public let sender: String
        /// By name, and when.
        public let step: ReportStep
    }

    /// A giving back.
    public struct GivenBack: Sendable, Equatable {
        /// Why.
        public let reason: String
        /// Who gave it back and when.
        public let step: ReportStep
    }

    /// Whether its choices and texts may be changed: until it is sent, and when it has been given back.
    public var isEditable: Bool {
        switch state {
        case .draft, .locked: true
        case .inReview, .approved, .published, .withdrawn: false
        }
    }

    /// Another change.
    mutating func change(by person: ReportPerson, at time: Date) {
        revision += 1
        changed = ReportStep(by: person.name, at: time)
    }
}
