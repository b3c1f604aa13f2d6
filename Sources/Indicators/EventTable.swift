/// Rows of one kind of event as columns, sorted by whom they are about and then by day.
///
/// Days are days since 1 January 1970; `Int32.max` is an end that has not come. Keys are pseudonyms; 0 is none.
protocol EventTable: Sendable {
    /// One row.
    associatedtype Row: EventRow

    /// A table without rows.
    init()

    /// Adds a row last.
    mutating func append(_ row: Row)
}

/// One event.
protocol EventRow: Sendable, Equatable {
    /// The record's key. Rows with the same key in one extract all stand, as the periods of a case do; those of a later
    /// extract are the record as it became, and take the place of them all. 0 = a record of its own.
    var key: UInt64 { get }
    /// Household or person, by which a table is sorted.
    var subject: UInt64 { get }
    /// The day it is sorted by within its subject.
    var day: Int32 { get }
}

extension Int32 {
    /// The end of what is still open.
    public static let open = Int32.max
}

/// The positions of the rows of one subject after another, from a sorted column.
struct Runs: Sequence, IteratorProtocol {
    let subjects: [UInt64]
    private var place = 0

    init(_ subjects: [UInt64]) { self.subjects = subjects }

    mutating func next() -> Range<Int>? {
        let start = place
        guard start < subjects.count else { return nil }
        while place < subjects.count, subjects[place] == subjects[start] { place += 1 }
        return start..<place
    }
}

/// Finds the rows of ascending subjects in a sorted column, never going back.
struct RunFinder {
    let subjects: [UInt64]
    private var place = 0

    init(_ subjects: [UInt64]) { self.subjects = subjects }

    mutating func rows(of subject: UInt64) -> Range<Int> {
        while place < subjects.count, subjects[place] < subject { place += 1 }
        let start = place
        while place < subjects.count, subjects[place] == subject { place += 1 }
        return start..<place
    }
}
