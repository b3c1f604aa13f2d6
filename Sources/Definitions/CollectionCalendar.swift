public import Vocabulary

/// When each month is collected. Dates are ISO 8601 (`2013-04-22`), Swedish civil time.
public struct CollectionCalendar: Sendable {
    /// The measured months, in order.
    public let periods: [CollectionPeriod]

    /// A calendar of these periods.
    public init(periods: [CollectionPeriod]) {
        self.periods = periods
    }

    /// The period of `month`, if the collection has it.
    public func period(_ month: Month) -> CollectionPeriod? { periods.first { $0.month == month } }
}

/// One measured month (*mätmånad*) with its collection dates.
public struct CollectionPeriod: Sendable {
    /// The month measured (*mätmånad*).
    public let month: Month
    /// *Insamling startar*.
    public let opens: String
    /// *Sista svarsdatum*.
    public let due: String
    /// *Påminnelser*, in order.
    public let reminders: [String]
    /// By when the authority has reviewed what came in time (*granskat senast*), if it says.
    public let reviewed: String?
    /// The last day that late answers are received (*sista dag för sena svar*); `nil` = until the authority closes.
    public let closes: String?

    /// A period from its parts.
    public init(
        month: Month, opens: String, due: String, reminders: [String], reviewed: String? = nil, closes: String? = nil
    ) {
        self.month = month
        self.opens = opens
        self.due = due
        self.reminders = reminders
        self.reviewed = reviewed
        self.closes = closes
    }
}
