import Accounts
public import HTTPTypes
public import Vocabulary

/// Why a page is not shown. Each has a page of its own.
public enum PageError: Error, Sendable, Equatable {
    /// There is no such page, or no such thing on it.
    case notFound
    /// First somebody must sign in.
    case signInNeeded
    /// What was done builds on something that has changed since; what has changed, and what to do.
    case outdated(Localized)
    /// The portal rests until a time; what is uploaded is kept.
    case closed(until: Localized?)
}

extension PageError {
    /// What the browser is told about an error that is an answer; `nil` for one that is a fault.
    public static func status(of error: any Error) -> HTTPResponse.Status? {
        switch error {
        case PageError.notFound: .notFound
        case PageError.signInNeeded: .seeOther
        case PageError.outdated: .conflict
        case PageError.closed: .serviceUnavailable
        case AccountsError.forbidden: .forbidden
        default: nil
        }
    }
}
