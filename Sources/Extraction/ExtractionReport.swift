/// What came of mapping files (*utdragsrapport*): counts, rows and names of columns, never what a record said.
public struct ExtractionReport: Sendable, Equatable {
    /// One for each file, in the order given.
    public var files: [File] = []

    /// Whether everything could be read as what it is, so that what was made may be delivered. Records that were kept
    /// out do not change that.
    public var isComplete: Bool { files.allSatisfy { $0.problem == nil } }
    /// Rows made, by table.
    public var rows: [String: Int] {
        files.reduce(into: [:]) { sum, file in sum.merge(file.rows) { $0 + $1 } }
    }
    /// Records that were kept out, in all files.
    public var keptOut: Int { files.reduce(0) { $0 + $1.keptOut.reduce(0) { $0 + $1.count } } }

    /// What came of one file.
    public struct File: Sendable, Equatable {
        /// Its name, or "fil 3" when the name looks like it holds an identity number.
        public var name: String
        /// What it was recognised as: "Utbetalningar".
        public var source: String?
        /// Records read.
        public var records = 0
        /// Rows made of them, by table.
        public var rows: [String: Int] = [:]
        /// Records that the mapping is not about.
        public var passedOver: [PassedOver] = []
        /// Records that could not be read, and were kept out.
        public var keptOut: [KeptOut] = []
        /// Payments that do not say which month they concern.
        public var months = Months()
        /// Columns about persons that were never read.
        public var dropped: [String] = []
        /// Columns that the mapping does not know, and that were not read either.
        public var unknown: [String] = []
        /// Why the file could not be read at all, or not to its end.
        public var problem: Problem?

        /// A file before it is read.
        public init(name: String) { self.name = name }
    }

    /// Payments without a month of their own that they concern (*avseendemånad*).
    public struct Months: Sendable, Equatable {
        /// Those whose month was taken from the period of a decision or a calculation.
        public var derived = 0
        /// Those that have none, and are counted in the month they are paid.
        public var none = 0
    }

    /// Records of another kind than a table is made of.
    public struct PassedOver: Sendable, Equatable {
        /// The table they would have been rows of.
        public var table: String
        /// The column that says of what kind they are.
        public var column: String
        /// How many.
        public var count: Int

        /// Records passed over, from its parts.
        public init(table: String, column: String, count: Int) {
            (self.table, self.column, self.count) = (table, column, count)
        }
    }

    /// Records kept out of a table for the same reason.
    public struct KeptOut: Sendable, Equatable {
        /// The table.
        public var table: String
        /// The column that could not be read.
        public var column: String
        /// Why.
        public var reason: Reason
        /// How many.
        public var count: Int
        /// Where the first of them are, at most ten: rows or objects from 1.
        public var rows: [Int]

        /// Records kept out, from its parts.
        public init(table: String, column: String, reason: Reason, count: Int, rows: [Int]) {
            (self.table, self.column, self.reason, self.count, self.rows) = (table, column, reason, count, rows)
        }
    }

    /// Why a record was kept out.
    public enum Reason: String, Sendable, Equatable {
        /// The column is blank.
        case blank
        /// It should be an identity number.
        case notAnIdentityNumber
        /// It should be a date.
        case notADate
        /// It should be an amount that is not negative.
        case notAnAmount
        /// A negative amount in a column where those are recoveries (*återkrav*): what was paid is told gross.
        case recovery
        /// It should be a whole number.
        case notANumber
        /// The mapping has no code for what it says.
        case noCode
        /// It refers to a case or customer that no other object says more of.
        case notLinked
        /// A text has what looks like an identity number.
        case hasIdentityNumber
        /// The end is before the beginning.
        case endsBeforeBeginning
        /// An adult of the household who is neither applicant nor co-applicant.
        case otherAdult
    }

    /// Why a file could not be read.
    public enum Problem: Sendable, Equatable {
        /// No source of the mapping has these columns.
        case notRecognised
        /// Columns that must be there.
        case columnsMissing([String])
        /// Not text, or not JSON from this record on (from 1).
        case broken(record: Int)
        /// It ends in the middle of a record.
        case cut(record: Int)
        /// Deeper, longer or with more names than any extract.
        case beyondLimits(record: Int)
        /// A workbook or another kind of file than the mapping reads.
        case anotherKind
    }
}
