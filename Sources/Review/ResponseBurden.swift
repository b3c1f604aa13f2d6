public import Definitions
public import Foundation
public import Vocabulary

/// What delivering costs those who deliver (*uppgiftslämnarbörda*): attempts, time, and what made them try again.
public struct ResponseBurden: Sendable {
    /// The collection's id.
    public let collection: String
    /// The months it is about.
    public let months: ClosedRange<Month>
    /// One for each municipality and month with an attempt to deliver, by month and municipality.
    public let cases: [Case]
    /// What was said in the attempts, by municipality, table and rule.
    let said: [Said]

    /// The attempts of one municipality to deliver one month.
    public struct Case: Sendable, Equatable {
        /// Who tried.
        public let municipality: Municipality
        /// The month it was about.
        public let month: Month
        /// Checks of files to deliver, corrections on the page included.
        public let attempts: Int
        /// Errors in all of them: one that is left twice counts twice.
        public let errors: Int
        /// When the first file came.
        public let firstAt: Date
        /// When something was first submitted; `nil` while nothing has been.
        public let submittedAt: Date?
        /// When the authority approved what counts now; `nil` while it has not.
        public let approvedAt: Date?

        /// Seconds from the first file to the first submission.
        public var untilSubmitted: TimeInterval? { submittedAt.map { max(0, $0.timeIntervalSince(firstAt)) } }
        /// Seconds from the first file to the authority's approval.
        public var untilApproved: TimeInterval? { approvedAt.map { max(0, $0.timeIntervalSince(firstAt)) } }
    }

    /// How often a rule has had something to say.
    public struct Rule: Sendable, Equatable {
        /// The table's id; empty when the file was none.
        public let table: String
        /// The rule's id.
        public let rule: String
        /// How much its findings weigh.
        public let severity: Severity
        /// Findings in all attempts.
        public internal(set) var findings: Int
        /// Attempts in which it had any.
        public internal(set) var attempts: Int
        /// Municipalities it had something to say to.
        public internal(set) var municipalities: Int
    }

    /// What a rule said to one municipality.
    struct Said: Sendable {
        let municipality: Municipality
        var rule: Rule
    }

    /// What was said in the attempts, errors first, then the most often.
    public var rules: [Rule] {
        var rules: [Rule] = []
        for said in said {
            let own = said.rule
            if let known = rules.firstIndex(where: {
                $0.table == own.table && $0.rule == own.rule && $0.severity == own.severity
            }) {
                rules[known].findings += own.findings
                rules[known].attempts += own.attempts
                rules[known].municipalities += own.municipalities
            } else {
                rules.append(own)
            }
        }
        return rules.sorted {
            $0.severity != $1.severity
                ? $0.severity > $1.severity : ($1.findings, $0.table, $0.rule) < ($0.findings, $1.table, $1.rule)
        }
    }

    /// Those that ended in a submission, which medians are taken of: the others may still be at work.
    public var submitted: [Case] { cases.filter { $0.submittedAt != nil } }
    /// How many attempts a submission took.
    public var attempts: Quartiles? { Quartiles(submitted.map { Double($0.attempts) }) }
    /// Seconds from the first file to the first submission.
    public var untilSubmitted: Quartiles? { Quartiles(cases.compactMap(\.untilSubmitted)) }
    /// Seconds from the first file to the authority's approval.
    public var untilApproved: Quartiles? { Quartiles(cases.compactMap(\.untilApproved)) }

    /// The same for one municipality.
    public func of(_ municipality: Municipality) -> ResponseBurden {
        ResponseBurden(
            collection: collection, months: months, cases: cases.filter { $0.municipality == municipality },
            said: said.filter { $0.municipality == municipality })
    }

    /// The municipalities that tried, by code.
    public var municipalities: [Municipality] { Set(cases.map(\.municipality)).sorted() }
}
