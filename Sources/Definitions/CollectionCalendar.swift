public import Vocabulary

/// When each month is collected. Dates are ISO 8601 (`2013-04-22`), Swedish civil time.
public struct CollectionCalendar: Sendable {
    public let periods: [CollectionPeriod]

    /// The period of `month`, if the collection has it.
    public func period(_ month: Month) -> CollectionPeriod? { periods.first { $0.month == month } }
}

/// One measured month (*mätmånad*) with its collection dates.
public struct CollectionPeriod: Sendable {
    public let month: Month
    /// *Insamling startar*.
    public let opens: String
    /// *Sista svarsdatum*.
    public let due: String
    /// *Påminnelser*, in order.
    public let reminders: [String]
}
