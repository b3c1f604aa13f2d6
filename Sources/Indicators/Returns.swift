/// Persons who came, or came back (*aktualiseringar*), by person and date.
public struct Returns: EventTable {
    /// One person's coming.
    public struct Row: EventRow, Equatable {
        /// The record, the same in every delivery; 0 = a record of its own.
        public var key: UInt64
        /// Who; 0 when the system has no identity, and then each record is a person of its own.
        public var person: UInt64
        /// When.
        public var date: Int32
        /// Code of *område*: 1 assistance, 2 labour market.
        public var area: UInt8

        var subject: UInt64 { person == 0 ? key : person }
        var day: Int32 { date }

        /// A coming from its parts.
        public init(key: UInt64, person: UInt64, date: Int32, area: UInt8) {
            self.key = key
            self.person = person
            self.date = date
            self.area = area
        }
    }

    private(set) var person: [UInt64] = []
    private(set) var date: [Int32] = []
    private(set) var area: [UInt8] = []

    init() {}

    mutating func append(_ row: Row) {
        person.append(row.subject)
        date.append(row.date)
        area.append(row.area)
    }
}
