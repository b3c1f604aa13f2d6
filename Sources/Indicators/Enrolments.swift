/// Enrolments (*inskrivningar*) in the municipality's labour-market work, by person and first day.
public struct Enrolments: EventTable {
    /// One enrolment, from its first to its last day, both included.
    public struct Row: EventRow, Equatable {
        /// The record, the same in every delivery; 0 = a record of its own.
        public var key: UInt64
        /// Who; 0 when the system has no identity, and then each record is a person of its own.
        public var person: UInt64
        /// Code of *verksamhet*.
        public var field: UInt8
        /// Code of *insats*, a measure of the test collection; 0 when the mapping gives it none.
        public var measure: UInt8
        /// The first day.
        public var from: Int32
        /// The last day, or `.open`.
        public var to: Int32
        /// Code of what it ended to; 0 when not said.
        public var endedTo: UInt8

        var subject: UInt64 { person == 0 ? key : person }
        var day: Int32 { from }

        /// An enrolment from its parts.
        public init(
            key: UInt64, person: UInt64, field: UInt8 = 1, from: Int32, to: Int32 = .open, endedTo: UInt8 = 0,
            measure: UInt8 = 0
        ) {
            self.key = key
            self.person = person
            self.field = field
            self.measure = measure
            self.from = from
            self.to = to
            self.endedTo = endedTo
        }
    }

    private(set) var person: [UInt64] = []
    private(set) var field: [UInt8] = []
    private(set) var from: [Int32] = []
    private(set) var to: [Int32] = []
    private(set) var endedTo: [UInt8] = []

    init() {}

    mutating func append(_ row: Row) {
        person.append(row.subject)
        field.append(row.field)
        from.append(row.from)
        to.append(row.to)
        endedTo.append(row.endedTo)
    }
}
