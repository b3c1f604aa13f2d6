public import Register

/// How one municipality stands for one month, with the month's dates.
public struct MonthStanding: Sendable {
    /// The month with its dates.
    public let period: Period
    /// What the municipality owes; `nil` = nothing.
    public let duty: Duty?
    /// How it stands.
    public let standing: Standing
    /// More time that it has been given, if any.
    public let dueExtension: DueExtension?
    /// Whether it can deliver, and by when.
    public let state: PeriodState
    /// Its latest delivery that is not taken back, if any.
    public let latest: Arrival?
    /// The tables of which something counts, by name.
    public let tables: [String]
    /// The newest file uploaded and not delivered, if any.
    public let pending: PendingFile?
}
