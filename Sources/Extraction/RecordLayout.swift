/// The columns of a file's records, by name; grows as new names are met in JSON.
struct RecordLayout {
    /// Greatest number of names, so that a file cannot fill memory with them.
    static let mostNames = 4_000

    private(set) var columns: [String: Int] = [:]
    private(set) var lists: [String: Int] = [:]
    /// Of each list, its columns.
    private(set) var nested: [[String: Int]] = []
    /// Grows with every new name, so that what was found by name is looked for again.
    private(set) var revision = 0

    var names: [String] {
        columns.keys + lists.flatMap { list, place in nested[place].keys.map { "\(list).\($0)" } }
    }

    mutating func column(_ name: String) -> Int? {
        if let found = columns[name] { return found }
        guard revision < Self.mostNames else { return nil }
        revision += 1
        columns[name] = columns.count
        return columns.count - 1
    }

    mutating func list(_ name: String) -> Int? {
        if let found = lists[name] { return found }
        guard revision < Self.mostNames else { return nil }
        revision += 1
        lists[name] = nested.count
        nested.append([:])
        return nested.count - 1
    }

    mutating func column(_ name: String, of list: Int) -> Int? {
        if let found = nested[list][name] { return found }
        guard revision < Self.mostNames else { return nil }
        revision += 1
        nested[list][name] = nested[list].count
        return nested[list].count - 1
    }
}

/// A column where this file has it.
enum BoundColumn {
    case own(Int)
    case item(Int)
    case nested(list: Int, where: (column: Int, value: Value)?, column: Int)

    enum Value {
        case text(String)
        case column(Int)
    }

    /// `nil` when the file has no such column.
    init?(_ reference: ColumnReference, in layout: RecordLayout, each: Int?) {
        switch reference {
        case .own(let name):
            guard let slot = layout.columns[name] else { return nil }
            self = .own(slot)
        case .item(let name):
            guard let each, let slot = layout.nested[each][name] else { return nil }
            self = .item(slot)
        case .nested(let name, let condition, let column):
            guard let list = layout.lists[name], let slot = layout.nested[list][column] else { return nil }
            var bound: (Int, Value)?
            if let condition {
                guard let place = layout.nested[list][condition.column] else { return nil }
                if condition.isColumn {
                    guard let own = layout.columns[condition.value] else { return nil }
                    bound = (place, .column(own))
                } else {
                    bound = (place, .text(condition.value))
                }
            }
            self = .nested(list: list, where: bound, column: slot)
        }
    }

    func text(_ record: RawRecord, _ item: RawRecord.Item?) -> ArraySlice<UInt8>? {
        switch self {
        case .own(let slot): return record.value(slot)
        case .item(let slot): return item.flatMap { record.value(slot, of: $0) }
        case .nested(let list, let condition, let column):
            for item in record.items where item.list == list {
                if let condition {
                    guard let text = record.value(condition.column, of: item) else { continue }
                    switch condition.value {
                    case .text(let wanted):
                        guard String(decoding: text, as: UTF8.self).folded == wanted else { continue }
                    case .column(let own): guard record.value(own) == text else { continue }
                    }
                }
                if let text = record.value(column, of: item) { return text }
            }
            return nil
        }
    }
}
