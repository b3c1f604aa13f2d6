/// Closures (*avslut*) of assistance, one an adult person, by person and date.
public struct Closures: EventTable {
    /// One adult's closure.
    public struct Row: EventRow, Equatable {
        /// The record, the same in every delivery; 0 = a record of its own.
        public var key: UInt64
        /// Of which household.
        public var household: UInt64
        /// Who; 0 when the system has no identity, and then each record is a person of its own.
        public var person: UInt64
        /// When.
        public var date: Int32
        /// Code of *orsak*.
        public var reason: UInt8

        var subject: UInt64 { person == 0 ? key : person }
        var day: Int32 { date }

        /// A closure from its parts.
        public init(key: UInt64, household: UInt64 = 0, person: UInt64, date: Int32, reason: UInt8 = 12) {
            self.key = key
            self.household = household
            self.person = person
            self.date = date
            self.reason = reason
        }
    }

    private(set) var person: [UInt64] = []
    private(set) var date: [Int32] = []
    private(set) var reason: [UInt8] = []

    init() {}

    mutating func append(_ row: Row) {
        person.append(row.subject)
        date.append(row.date)
        reason.append(row.reason)
    }
}
