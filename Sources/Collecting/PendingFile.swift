public import Foundation
public import Intake

/// The newest file a municipality has uploaded for a month and not delivered, in brief.
public struct PendingFile: Sendable, Equatable {
    /// The draft it is in; `nil` only in tests of what follows from it.
    public var draft: Draft.ID?
    /// When it was uploaded, or last corrected.
    public var at: Date
    /// What came of checking it.
    public var state: State

    /// What came of checking a file.
    public enum State: Sendable, Equatable {
        /// It is being checked.
        case checking
        /// It has this many errors.
        case faulty(errors: Int)
        /// It can be delivered, but is not.
        case ready
    }

    /// A file from its parts.
    public init(draft: Draft.ID? = nil, at: Date, state: State) {
        self.draft = draft
        self.at = at
        self.state = state
    }

    /// The number of errors found.
    public var errors: Int { if case .faulty(let errors) = state { errors } else { 0 } }
}

extension PendingFile {
    /// The file of a draft; `nil` when the draft is delivered or put away.
    init?(_ draft: DraftInBrief) {
        guard draft.isOpen else { return nil }
        let state: State =
            switch draft.errors {
            case nil: .checking
            // A file that could not be kept has at least that for an error.
            case let errors? where errors > 0 || !draft.isKept: .faulty(errors: max(1, errors))
            case _?: .ready
            }
        self.init(draft: draft.id, at: draft.updatedAt, state: state)
    }
}
