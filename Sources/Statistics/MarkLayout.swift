public import Definitions

/// Which stored columns of a table are marks (*insatsmarkeringar*): by role, then by code.
///
/// Read from the definition, so that a new measure is counted without a new line here.
public struct MarkLayout: Sendable {
    /// A person's part in the household: *registerledare*, *medsökande*.
    public struct Role: Sendable {
        /// The group of columns, with its title.
        public let group: FieldGroup
        /// The codes that have a column, ascending; 0 = no measure.
        public let codes: [Int]
        /// The name of the column of each code.
        public let columns: [String]
    }

    /// The roles, in the table's order.
    public let roles: [Role]
    /// Every code that has a column in some role, ascending.
    public let codes: [Int]
    /// The column of households' running numbers, if the table has one.
    public let runningNumber: String?
    /// The column of the free text, if the table has one.
    public let text: String?

    /// The marks of `table`; `nil` if it has none.
    public init?(_ table: Table) {
        roles = table.groups.compactMap { group in
            let fields = table.fields.filter { $0.group == group.id && $0.isMark && $0.code != nil }
                .sorted { ($0.code ?? 0) < ($1.code ?? 0) }
            guard !fields.isEmpty else { return nil }
            return Role(group: group, codes: fields.compactMap(\.code), columns: fields.map(\.name))
        }
        guard !roles.isEmpty, roles.count <= 8 else { return nil }
        codes = Set(roles.flatMap(\.codes)).sorted()
        runningNumber = table.fields.first { if case .runningNumber = $0.type { true } else { false } }?.name
        text = table.fields.first { if case .text = $0.type { true } else { false } }?.name
    }
}

extension Field {
    var isMark: Bool { if case .mark = type { true } else { false } }

    /// The code list a code field takes its values from.
    var listOfCodes: String? { if case .code(let list) = type { list } else { nil } }
}
