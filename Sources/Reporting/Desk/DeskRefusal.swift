/// Why the desk did not do what it was asked. Nothing was changed.
public enum DeskRefusal: Error, Sendable, Equatable {
    /// Nobody has begun that report.
    case notBegun
    /// Somebody has changed or sent on the report since it was read.
    case changedMeanwhile(ReportStep)
    /// The report has not come to where that is done, or is past it.
    case wrongState(ReportState)
    /// Whoever sent a report does not approve it: two people must have read it.
    case ownReport
    /// A text says nothing.
    case blank(ReportText)
    /// A text has what looks like an identity number, which is never kept nor repeated.
    case identityNumber(in: ReportText)
    /// A text is longer than `limit` characters.
    case textTooLong(ReportText, length: Int, limit: Int)
    /// A report without forms cannot be published.
    case noForms
    /// Nothing was published so, or it has been taken back.
    case notPublished
}
