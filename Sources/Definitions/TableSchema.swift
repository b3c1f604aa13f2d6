public import Vocabulary

/// A collection in the words of Frictionless' Table Schema and Data Package, so that other tools can read its files.
public struct TableSchema {
    private let collection: Collection
    private let language: Language

    /// The schemas of `collection`, titles in `language`.
    public init(of collection: Collection, _ language: Language) {
        self.collection = collection
        self.language = language
    }

    /// The Table Schema of one table, as JSON.
    public func json(_ table: Table) -> String { schema(table).written() + "\n" }

    /// A Data Package with a semicolon-separated resource a table, as JSON.
    public var dataPackage: String {
        let resources = collection.tables.map { table in
            JSON.object([
                "name": .text(table.id), "path": .text(table.id + ".csv"), "title": .text(table.title[language]),
                "format": "csv", "encoding": "utf-8", "dialect": .object(["delimiter": ";"]), "schema": schema(table),
            ])
        }
        let package = JSON.object([
            "name": .text(collection.id), "title": .text(collection.title[language]),
            "description": .text(collection.description[language]), "version": .text(String(collection.version)),
            "resources": .list(resources),
        ])
        return package.written() + "\n"
    }

    private func schema(_ table: Table) -> JSON {
        let unique = table.rules.compactMap { rule -> Int? in
            if case .unique(let field) = rule.kind { field } else { nil }
        }
        let place = table.fields.indices.filter { [.month, .municipality].contains(table.fields[$0].type) }
        let key = unique.first.map { JSON.list((place + [$0]).map { .text(table.fields[$0].name) }) }
        return .object([
            "fields": .list(table.fields.map { entry($0) }), "missingValues": .list([""]), "primaryKey": key,
        ])
    }

    private func entry(_ field: Field) -> JSON {
        let constraints: KeyValuePairs<String, JSON?> = [
            "required": field.required ? .truth(true) : nil, "pattern": pattern(field.type).map { .text($0) },
            "enum": codes(field.type).map { .list($0.map { .number($0) }) },
            "minimum": bounds(field.type).map { .number($0.lowerBound) },
            "maximum": bounds(field.type).map { .number($0.upperBound) },
            "maxLength": maxLength(field.type).map { .number($0) },
        ]
        return .object([
            "name": .text(field.name), "title": .text(field.title[language]),
            "description": .text(field.description[language]), "type": .text(type(field.type)),
            "decimalChar": field.type == .amount ? "," : nil,
            "constraints": constraints.contains { $0.value != nil } ? .object(constraints) : nil,
        ])
    }

    private func type(_ type: FieldType) -> String {
        switch type {
        case .month: "yearmonth"
        case .code, .integer: "integer"
        case .date: "date"
        case .amount: "number"
        case .municipality, .runningNumber, .mark, .text, .key, .term: "string"
        }
    }

    private func pattern(_ type: FieldType) -> String? {
        switch type {
        case .municipality: "[0-9]{4}"
        case .runningNumber(let width, let maxDigits): "[0-9]{\(min(width, maxDigits)),\(maxDigits)}"
        case .mark(days: true): "(X|[1-9]|[12][0-9]|3[01])"
        case .mark(days: false): "X"
        case .key: "[a-z]{\(Pseudonym.length)}"
        case .month, .code, .text, .integer, .date, .amount, .term: nil
        }
    }

    private func codes(_ type: FieldType) -> [Int]? {
        if case .code(let list) = type { collection.codeList(list)?.codes.map(\.value) } else { nil }
    }

    private func bounds(_ type: FieldType) -> ClosedRange<Int>? {
        if case .integer(let minimum, let maximum) = type { minimum...max(minimum, maximum) } else { nil }
    }

    private func maxLength(_ type: FieldType) -> Int? {
        switch type {
        case .text(let maxLength), .term(let maxLength): maxLength
        default: nil
        }
    }
}
