/// Cases (*ärenden*): services and investigations of households, by household and first day.
public struct Cases: EventTable {
    /// One case, open from its first to its last day, both included.
    public struct Row: EventRow, Equatable {
        /// The record, the same in every delivery; 0 = a record of its own.
        public var key: UInt64
        /// Whose it is.
        public var household: UInt64
        /// Code of *slag*: 1 service, 2 investigation, 3 open whatever the right to assistance.
        public var kind: UInt8
        /// Code of *enhet*.
        public var unit: UInt8
        /// Code of *målgrupp*.
        public var targetGroup: UInt8
        /// The first day.
        public var from: Int32
        /// The last day, or `.open`.
        public var to: Int32

        var subject: UInt64 { household }
        var day: Int32 { from }

        /// A case from its parts.
        public init(
            key: UInt64, household: UInt64, kind: UInt8 = 1, unit: UInt8 = 1, targetGroup: UInt8 = 1, from: Int32,
            to: Int32 = .open
        ) {
            self.key = key
            self.household = household
            self.kind = kind
            self.unit = unit
            self.targetGroup = targetGroup
            self.from = from
            self.to = to
        }
    }

    private(set) var household: [UInt64] = []
    private(set) var kind: [UInt8] = []
    private(set) var unit: [UInt8] = []
    private(set) var targetGroup: [UInt8] = []
    private(set) var from: [Int32] = []
    private(set) var to: [Int32] = []

    init() {}

    mutating func append(_ row: Row) {
        household.append(row.household)
        kind.append(row.kind)
        unit.append(row.unit)
        targetGroup.append(row.targetGroup)
        from.append(row.from)
        to.append(row.to)
    }
}
