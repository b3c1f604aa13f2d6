extension Submission {
    /// The answer "yes, the figures are right" (*bekräftelse*) to warnings of a rule in a submission.
    public struct Confirmation: Sendable, Equatable {
        /// The rule's id, "V03".
        public var rule: String
        /// The table it is about; `nil` = every table.
        public var table: String?
        /// The value it is about; `nil` = every value.
        public var subject: String?
        /// Why; may be empty.
        public var reason: String

        /// An answer to `rule`.
        public init(rule: String, table: String? = nil, subject: String? = nil, reason: String = "") {
            self.rule = rule
            self.table = table
            self.subject = subject
            self.reason = reason
        }

        /// Whether it is about the warnings of `question`.
        public func answers(_ question: WarningQuestion) -> Bool { answers(question.key) }

        func answers(_ key: WarningKey) -> Bool {
            rule == key.rule && (table == nil || table == key.table) && (subject == nil || subject == key.subject)
        }
    }
}
