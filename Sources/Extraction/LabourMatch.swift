public import Vocabulary

/// The labour-market unit's measures matched with assistance, on person and month under pseudonyms (*samkörning*).
///
/// Pure: events in, a month's households with their measures out. An enrolment counts in every month it touches, so one
/// that is registered late is in the month it belongs to as soon as it is known.
public struct LabourMatch: Sendable {
    /// A month a household has been paid assistance for.
    public struct Assistance: Sendable, Hashable {
        /// The household, which is its applicant.
        public var household: Pseudonym
        /// The month.
        public var month: Month

        /// A month of assistance.
        public init(household: Pseudonym, month: Month) { (self.household, self.month) = (household, month) }
    }

    /// A co-applicant of a household (*medsökande*). Applicants need not be given: they are their households.
    public struct CoApplicant: Sendable {
        var household: Pseudonym
        var person: Pseudonym
        var days: Span

        /// A co-applicant from the first day to the last, `nil` = still.
        public init(household: Pseudonym, person: Pseudonym, from: Day, to: Day?) {
            (self.household, self.person, days) = (household, person, Span(from: from, to: to))
        }
    }

    /// An enrolment with the labour-market unit (*inskrivning*).
    public struct Enrolment: Sendable {
        var person: Pseudonym
        var measure: Int?
        var days: Span
        var known: Day
        var record: Pseudonym?

        /// An enrolment from the first day to the last, `nil` = still.
        ///
        /// - Parameters:
        ///   - measure: The code of the test collection, 1–8; `nil` when the mapping gives it none.
        ///   - known: The day it was first delivered.
        ///   - record: The key it has in the extract, by which its row is found again in the unit's file.
        public init(person: Pseudonym, measure: Int?, from: Day, to: Day?, known: Day, record: Pseudonym? = nil) {
            (self.person, self.measure, days, self.known) = (person, measure, Span(from: from, to: to), known)
            self.record = record
        }
    }

    /// Days, the last one included.
    struct Span: Sendable {
        var from: Day
        var to: Day?

        func touches(_ month: Month) -> Bool {
            from < Day(first: month.next) && to.map { $0 >= Day(first: month) } ?? true
        }
    }

    /// The month matched.
    public let month: Month
    /// The households with assistance that month, by pseudonym, an order that says nothing of the system's own.
    public let households: [Household]
    /// Enrolments that touch the month.
    public let enrolments: Int
    /// Those whose person has assistance the month.
    public let matched: Int
    /// Of the matched, those that were not known by the day the month was first extracted (*efterregistrerade*).
    public let late: Int
    /// Those that are not in the file, in the order given.
    public let left: [Left]

    /// An enrolment that is not in the file (*stämmer inte*).
    public struct Left: Sendable, Equatable {
        /// Its key and first day in the extract.
        let record: LabourRecord
        /// Why.
        public let reason: Reason
    }

    /// Why an enrolment is not in the file.
    public enum Reason: String, Sendable, CaseIterable {
        /// Its person is matched, but its measure has no code of the test collection.
        case uncoded
        /// Its person has assistance, but not that month.
        case otherMonth
        /// Its person has no assistance any month.
        case neverAssistance
    }

    /// How many are left for a reason.
    public func count(_ reason: Reason) -> Int { left.count { $0.reason == reason } }

    /// A household and the measures of its adults the month.
    public struct Household: Sendable, Equatable {
        /// Which household, which is its applicant.
        public var household: Pseudonym
        /// The applicant's codes, ascending; empty = no measure.
        public var applicant: [Int]
        /// The co-applicant's; `nil` when there is none.
        public var coApplicant: [Int]?

        /// A household from its parts.
        public init(_ household: Pseudonym, applicant: [Int], coApplicant: [Int]?) {
            (self.household, self.applicant, self.coApplicant) = (household, applicant, coApplicant)
        }
    }

    /// Matches `enrolments` with `assistance` for `month`.
    ///
    /// - Parameter extracted: The day the month was first extracted: what was known later is late.
    public init(
        _ month: Month, assistance: Set<Assistance>, coApplicants: [CoApplicant], enrolments: [Enrolment],
        extracted: Day
    ) {
        self.month = month
        var ever: Set<Pseudonym> = []
        var now: Set<Pseudonym> = []
        for one in assistance {
            ever.insert(one.household)
            if one.month == month { now.insert(one.household) }
        }
        /// The person's household the month.
        var place: [Pseudonym: Pseudonym] = [:]
        var partners: [Pseudonym: Set<Pseudonym>] = [:]
        for one in coApplicants where ever.contains(one.household) && one.person != one.household {
            ever.insert(one.person)
            guard now.contains(one.household), one.days.touches(month) else { continue }
            place[one.person] = one.household
            partners[one.household, default: []].insert(one.person)
        }
        for household in now { place[household] = household }

        var measures: [Pseudonym: Set<Int>] = [:]
        var (count, matched, late) = (0, 0, 0)
        var left: [Left] = []
        for one in enrolments where one.days.touches(month) {
            count += 1
            let record = LabourRecord(key: one.record, from: one.days.from)
            guard place[one.person] != nil else {
                left.append(Left(record: record, reason: ever.contains(one.person) ? .otherMonth : .neverAssistance))
                continue
            }
            matched += 1
            if one.known > extracted { late += 1 }
            if let measure = one.measure {
                measures[one.person, default: []].insert(measure)
            } else {
                left.append(Left(record: record, reason: .uncoded))
            }
        }
        households = now.sorted().map { household in
            let both = partners[household].map { partners in
                partners.reduce(into: Set<Int>()) { $0.formUnion(measures[$1] ?? []) }.sorted()
            }
            return Household(household, applicant: (measures[household] ?? []).sorted(), coApplicant: both)
        }
        (self.enrolments, self.matched, self.late, self.left) = (count, matched, late, left)
    }
}
