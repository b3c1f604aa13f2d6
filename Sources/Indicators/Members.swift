/// Members of households (*medlemmar*), by household and first day.
public struct Members: EventTable {
    /// One member, of the household from the first to the last day, both included.
    public struct Row: EventRow, Equatable {
        /// The record, the same in every delivery; 0 = a record of its own.
        public var key: UInt64
        /// The household.
        public var household: UInt64
        /// Who; 0 when the system has no identity, and then each record is a person of its own.
        public var person: UInt64
        /// Code of *roll*: 3 is child.
        public var role: UInt8
        /// The first day.
        public var from: Int32
        /// The last day, or `.open`.
        public var to: Int32
        /// The day a child becomes of age; `.open` when not known.
        public var adult: Int32

        var subject: UInt64 { household }
        var day: Int32 { from }

        /// A member from its parts.
        public init(
            key: UInt64, household: UInt64, person: UInt64, role: UInt8, from: Int32, to: Int32 = .open,
            adult: Int32 = .open
        ) {
            self.key = key
            self.household = household
            self.person = person
            self.role = role
            self.from = from
            self.to = to
            self.adult = adult
        }
    }

    static let child: UInt8 = 3

    private(set) var household: [UInt64] = []
    /// The record's key where the person is not known.
    private(set) var person: [UInt64] = []
    private(set) var role: [UInt8] = []
    private(set) var from: [Int32] = []
    private(set) var to: [Int32] = []
    private(set) var adult: [Int32] = []

    init() {}

    mutating func append(_ row: Row) {
        household.append(row.household)
        person.append(row.person == 0 ? row.key : row.person)
        role.append(row.role)
        from.append(row.from)
        to.append(row.to)
        adult.append(row.adult)
    }
}
