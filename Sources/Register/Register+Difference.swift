public import Checking
public import Definitions
import Storage
import Vocabulary

extension Register {
    /// What changed from one delivery to another, household by household.
    ///
    /// Both must be of the same collection; `collection` tells which field is the running number.
    public func difference(
        from: DeliveryNumber, to: DeliveryNumber, in collection: Collection
    ) async throws(RegisterError) -> DeliveryDifference {
        try await read { transaction in
            let (before, after) = (try transaction.receipt(from), try transaction.receipt(to))
            guard before.collection == collection.id, after.collection == collection.id else {
                throw RegisterError.differentCollections(from, to)
            }
            let tables = Set(before.parts.map(\.table)).intersection(after.parts.map(\.table)).sorted()
            return DeliveryDifference(
                from: from, to: to,
                tables: try tables.map { table in
                    TableDifference(
                        of: table, fields: collection.table(table)?.fields ?? [],
                        before: try transaction.columns(from, table), after: try transaction.columns(to, table))
                })
        }
    }
}

extension Transaction {
    /// The columns of one part of a delivery; none when it has no such part.
    fileprivate func columns(_ number: DeliveryNumber, _ table: String) throws -> Columns {
        let columns = try first(
            """
            SELECT p.segment FROM delivery d JOIN part p ON p.delivery = d.id
            WHERE \(number.condition) AND p.table_name = \(table) AND p.segment IS NOT NULL
            """
        ) { row in
            do {
                return try row.withBytes(0) { try Columns(segment: $0) }
            } catch is Segment.Problem {
                throw RegisterError.damaged(number, table: table)
            }
        }
        return columns ?? Columns(count: 0, columns: [])
    }
}

extension TableDifference {
    /// What changed in the rows of `table`; `fields` tell which column is the running number.
    public init(of table: String, fields: [Field], before: Columns, after: Columns) {
        let household = fields.first { if case .runningNumber = $0.type { true } else { false } }?.name
        let (old, new) = (before.rows(by: household), after.rows(by: household))
        let names = Self.names(before, after, except: household)
        let pairs = names.map { name in (name, before[name], after[name], fields.first { $0.name == name }?.type) }
        self.init(table: table, added: [], removed: [], changed: [])
        for number in Set(old.keys).union(new.keys).sorted() {
            let (was, now) = (old[number] ?? [], new[number] ?? [])
            for (one, other) in zip(was, now) {
                let cells = pairs.compactMap { name, before, after, type -> Cell? in
                    let (before, after) = (before.text(one, type), after.text(other, type))
                    return before == after ? nil : Cell(field: name, before: before, after: after)
                }
                if !cells.isEmpty { changed.append(Change(household: number, cells: cells)) }
            }
            // A running number stands once in a file, unless the collection lets it stand more often.
            added += repeatElement(number, count: max(0, now.count - was.count))
            removed += repeatElement(number, count: max(0, was.count - now.count))
        }
    }

    private static func names(_ before: Columns, _ after: Columns, except household: String?) -> [String] {
        let old = before.columns.map(\.name)
        return (old + after.columns.map(\.name).filter { !old.contains($0) }).filter { $0 != household }
    }
}

extension Columns {
    /// Rows by running number; by place from 1 when there is none.
    fileprivate func rows(by household: String?) -> [Int: [Int]] {
        guard let household, case .words(let numbers)? = self[household]?.values else {
            return Dictionary(uniqueKeysWithValues: (0..<count).map { ($0 + 1, [$0]) })
        }
        return Dictionary(grouping: numbers.indices, by: { Int(numbers[$0]) - 1 })
    }
}

extension Column? {
    /// The cell as a person writes it.
    fileprivate func text(_ row: Int, _ type: FieldType?) -> String {
        switch self?.values {
        case .bytes(let values):
            switch (values[row], type) {
            case (0, _): ""
            case (Columns.cross, .mark): "X"
            case (let value, _): String(value)
            }
        case .words(let values): Columns.text(values[row], type) ?? ""
        case .longs(let values): Pseudonym(rawValue: values[row])?.text ?? ""
        case .texts(let indices, let dictionary): indices[row] == 0 ? "" : dictionary[Int(indices[row]) - 1]
        case nil: ""
        }
    }
}
