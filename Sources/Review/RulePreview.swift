public import Checking
public import Definitions
public import Register
public import Vocabulary

/// What a changed definition would make of deliveries that are already here (*förhandsgranskning av regler*).
public struct RulePreview: Sendable {
    /// The collection's id.
    public let collection: String
    /// The version compared with, and the one tried.
    public let versions: (old: Int, new: Int)
    /// The months the deliveries are about.
    public let months: ClosedRange<Month>
    /// Every delivery that counts and has data, by month and municipality, judged otherwise or not.
    public let deliveries: [DeliveryChange]

    /// What it would make of one delivery.
    public struct DeliveryChange: Sendable, Equatable {
        /// The delivery.
        public let number: DeliveryNumber
        /// Its rows.
        public let rows: Int
        /// The rows on which something is said that was not, or no longer is.
        public let rowsAffected: Int
        /// The verdict by the definition compared with.
        public let before: Outcome
        /// The verdict by the one tried.
        public let after: Outcome
        /// What is said more or less, by rule and severity.
        public let rules: [RuleChange]
        /// Whether there are more findings than were looked at one by one: the figures are then the least there are.
        public let isPartial: Bool

        /// Whether it is judged otherwise in any way.
        public var isChanged: Bool { before != after || !rules.isEmpty }
    }

    /// What a rule would say more or less.
    public struct RuleChange: Sendable, Equatable {
        /// The rule's id.
        public let rule: String
        /// How much its findings weigh: a rule that goes from warning to error loses the one and gains the other.
        public let severity: Severity
        /// Findings that were not there before.
        public internal(set) var appeared: Int
        /// Findings that are gone.
        public internal(set) var vanished: Int

        /// A change from its parts.
        public init(rule: String, severity: Severity, appeared: Int, vanished: Int) {
            self.rule = rule
            self.severity = severity
            self.appeared = appeared
            self.vanished = vanished
        }
    }

    /// What it would make of one municipality's deliveries.
    public struct MunicipalityChange: Sendable, Equatable {
        /// Whose deliveries.
        public let municipality: Municipality
        /// What it would make of each, by month.
        public let deliveries: [DeliveryChange]

        /// Deliveries judged otherwise.
        public var changed: Int { deliveries.count { $0.isChanged } }
        /// The rows of its deliveries.
        public var rows: Int { deliveries.reduce(0) { $0 + $1.rows } }
        /// The rows of its deliveries on which something else is said.
        public var rowsAffected: Int { deliveries.reduce(0) { $0 + $1.rowsAffected } }
        /// What is said more or less, by rule and severity.
        public var rules: [RuleChange] { deliveries.flatMap(\.rules).summed }
    }

    /// By municipality, those whose deliveries are judged as before left out.
    public var municipalities: [MunicipalityChange] {
        Dictionary(grouping: deliveries, by: \.number.municipality).filter { $0.value.contains { $0.isChanged } }
            .map { MunicipalityChange(municipality: $0.key, deliveries: $0.value) }
            .sorted { $0.municipality < $1.municipality }
    }

    /// What is said more or less in all, by rule and severity.
    public var rules: [RuleChange] { deliveries.flatMap(\.rules).summed }
    /// Rows judged.
    public var rows: Int { deliveries.reduce(0) { $0 + $1.rows } }
    /// Rows on which something else is said.
    public var rowsAffected: Int { deliveries.reduce(0) { $0 + $1.rowsAffected } }
    /// Deliveries that were approved and would not be.
    public var refused: [DeliveryNumber] {
        deliveries.filter { $0.before != .notApproved && $0.after == .notApproved }.map(\.number)
    }
}

extension [RulePreview.RuleChange] {
    /// The same rules together, errors first, then by id.
    fileprivate var summed: [RulePreview.RuleChange] {
        var sums: [RulePreview.RuleChange] = []
        for change in self {
            if let known = sums.firstIndex(where: { $0.rule == change.rule && $0.severity == change.severity }) {
                sums[known].appeared += change.appeared
                sums[known].vanished += change.vanished
            } else {
                sums.append(change)
            }
        }
        return sums.sorted { $0.severity != $1.severity ? $0.severity > $1.severity : $0.rule < $1.rule }
    }
}
