public import Foundation

/// How far a report has come (*utkast, låst, klar för granskning, godkänd, publicerad*), and who took the step when.
public enum ReportState: Sendable, Equatable {
    /// Being made; its figures follow each new extract.
    case draft
    /// Its figures are those of a moment and stay so; texts may still change.
    case locked(ReportStep)
    /// Sent to somebody else.
    case inReview(ReportStep)
    /// Approved by a second person.
    case approved(ReportStep)
    /// Open to everybody at an address.
    case published(ReportStep)
    /// Taken back, or replaced by a later one.
    case withdrawn(ReportStep)
}

/// A step that somebody took.
public struct ReportStep: Sendable, Equatable {
    /// Who took it.
    public var by: String
    /// When.
    public var at: Date

    /// A step from its parts.
    public init(by: String, at: Date) {
        self.by = by
        self.at = at
    }
}
