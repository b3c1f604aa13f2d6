/// Payments (*utbetalningar*), by household and date.
public struct Payments: EventTable {
    /// One payment.
    public struct Row: EventRow, Equatable {
        /// The record, the same in every delivery; 0 = a record of its own.
        public var key: UInt64
        /// Whose it is.
        public var household: UInt64
        /// When it was paid.
        public var date: Int32
        /// In öre.
        public var amount: Int64
        /// A day of the month it is for; `nil` when not said.
        public var purpose: Int32?

        var subject: UInt64 { household }
        var day: Int32 { date }

        /// A payment from its parts.
        public init(key: UInt64, household: UInt64, date: Int32, amount: Int64, purpose: Int32? = nil) {
            self.key = key
            self.household = household
            self.date = date
            self.amount = amount
            self.purpose = purpose
        }
    }

    private(set) var household: [UInt64] = []
    private(set) var date: [Int32] = []
    private(set) var amount: [Int64] = []
    /// The date itself where the purpose is blank.
    private(set) var purpose: [Int32] = []

    init() {}

    mutating func append(_ row: Row) {
        household.append(row.household)
        date.append(row.date)
        amount.append(row.amount)
        purpose.append(row.purpose ?? row.date)
    }
}
