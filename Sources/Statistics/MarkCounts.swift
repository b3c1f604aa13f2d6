public import Vocabulary

/// What the marks of one municipality and month count to: every table of marks is a sum over these.
public struct MarkCounts: Sendable {
    /// Whose rows they are.
    public let municipality: Municipality
    /// The month the rows concern.
    public let month: Month
    /// Households (rows).
    public let rows: Int
    /// One per role of the layout.
    public let roles: [Role]

    /// The counts of one role.
    public struct Role: Sendable {
        /// Marks per code, in the order of the layout's codes.
        public let marked: [Int]
        /// Marks given in days, per code; the rest are X.
        public let days: [Int]
        /// Persons with any measure, code 1 and up: a person with several counts once.
        public let persons: Int
    }

    /// Marks of `code`, all roles.
    public func marked(_ code: Int, _ layout: MarkLayout) -> Int { sum(code, layout) { $0.marked[$1] } }

    /// Marks of `code` given in days, all roles.
    public func days(_ code: Int, _ layout: MarkLayout) -> Int { sum(code, layout) { $0.days[$1] } }

    private func sum(_ code: Int, _ layout: MarkLayout, _ count: (Role, Int) -> Int) -> Int {
        var sum = 0
        for (role, described) in zip(roles, layout.roles) {
            if let place = described.codes.firstIndex(of: code) { sum += count(role, place) }
        }
        return sum
    }
}
