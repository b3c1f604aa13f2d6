public import Foundation

/// The newest file a municipality has uploaded for a month and not delivered, in brief.
public struct Attempt: Sendable, Equatable {
    /// When it was uploaded.
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

    /// An attempt from its parts.
    public init(at: Date, state: State) {
        self.at = at
        self.state = state
    }

    /// The number of errors found.
    public var errors: Int { if case .faulty(let errors) = state { errors } else { 0 } }
}
