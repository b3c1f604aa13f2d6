public import Definitions

/// What the marks of a table would count to if the decisions on free texts were applied.
///
/// A mark of the free text's code moves to the code decided, unless the person has that code already: a person is
/// counted once a measure. *Utanför modellen* takes the mark away.
public struct RecodedCounts: Sendable {
    /// The table's id.
    public let table: String
    /// The code that free texts describe.
    public let describedCode: Int
    /// The roles, in the table's order: *registerledare*, *medsökande*.
    public let roles: [FieldGroup]
    /// The codes, ascending; 0 = no measure.
    public internal(set) var codes: [Code]
    /// Marks of the described code whose text nobody has decided on, which therefore stay.
    public internal(set) var undecided = 0
    /// Persons whose every measure was taken away: nothing is left that the collection counts, nor code 0.
    public internal(set) var leftWithout = 0

    /// The marks of one code.
    public struct Code: Sendable, Equatable {
        /// The code.
        public let code: Int
        /// Marks as delivered, by role.
        public internal(set) var before: [Int]
        /// Marks with the decisions applied, by role.
        public internal(set) var after: [Int]

        /// Marks as delivered.
        public var totalBefore: Int { before.reduce(0, +) }
        /// Marks with the decisions applied.
        public var totalAfter: Int { after.reduce(0, +) }
    }

    /// The marks of `code`; `nil` when no column stands for it.
    public subscript(code: Int) -> Code? { codes.first { $0.code == code } }
}
