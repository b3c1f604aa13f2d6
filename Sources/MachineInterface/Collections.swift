import Definitions
import Frame
import HTTPTypes
import Hummingbird
import Vocabulary
import Web

// What is collected, and how it is coded.

extension MachineInterface {
    var collectionEndpoints: [Endpoint] {
        [
            Endpoint(
                id: "listCollections", method: .get, path: "collections",
                title: Localized(sv: "Insamlingarna", en: "The collections"),
                about: Localized(
                    sv: "Den nyaste först: månader, tabeller, fält och koder.",
                    en: "The newest first: months, tables, fields and codes."),
                permission: nil,
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Insamlingarna.", en: "The collections."),
                        shape: .object(["collections": .has(.list(of: .component("Collection")))]))
                ],
                run: { call in
                    try .json(["collections": house.collections.map { CollectionRecord($0, call.language) }])
                }),
            Endpoint(
                id: "getCollection", method: .get, path: "collections/{collection}",
                title: Localized(sv: "En insamling", en: "A collection"),
                about: Localized(sv: "Månader, tabeller, fält och koder.", en: "Months, tables, fields and codes."),
                permission: nil, parameters: [.collectionInPath],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Insamlingen.", en: "The collection."),
                        shape: .component("Collection"))
                ],
                run: { call in
                    try .json(CollectionRecord(try collectionInPath(call), call.language))
                }),
            Endpoint(
                id: "getTableSchema", method: .get, path: "collections/{collection}/tables/{table}",
                title: Localized(sv: "En tabells filbeskrivning", en: "A table's file description"),
                about: Localized(
                    sv: "Som Table Schema (Frictionless), för verktyg som läser det.",
                    en: "As Table Schema (Frictionless), for tools that read it."),
                permission: nil, parameters: [.collectionInPath, .tableInPath],
                answers: [
                    Endpoint.AnswerShape(
                        status: .ok, about: Localized(sv: "Filbeskrivningen.", en: "The file description."),
                        shape: .anyObject)
                ],
                run: { call in
                    let collection = try collectionInPath(call)
                    guard let table = collection.table(try call.context.parameter("table")) else {
                        throw Problem(.notFound)
                    }
                    return Response.text(TableSchema(of: collection, call.language).json(table), as: .json)
                }),
        ]
    }

    private func collectionInPath(_ call: Call) throws -> Definitions.Collection {
        let id = try call.context.parameter("collection")
        guard let collection = house.collections.first(where: { $0.id == id }) else { throw Problem(.notFound) }
        return collection
    }

    /// The collection called `id`.
    func collection(_ id: String) throws(Problem) -> Definitions.Collection {
        guard let collection = house.collections.first(where: { $0.id == id }) else {
            throw .invalid("collection", sv: "Insamlingen finns inte.", en: "There is no such collection.")
        }
        return collection
    }

    /// The collection called `id`, or else the newest that has `month`.
    func collection(_ id: String?, having month: Month?) throws(Problem) -> Definitions.Collection {
        let collection = try id.map { id throws(Problem) in try self.collection(id) }
        let candidates = collection.map { [$0] } ?? house.collections
        let found = month.map { month in candidates.first { $0.calendar.period(month) != nil } } ?? candidates.first
        guard let found else {
            let months = candidates.flatMap(\.calendar.periods).suffix(12).map(\.month.iso).joined(separator: ", ")
            throw .invalid(
                "month", sv: "Månaden samlas inte in. Välj en av \(months).",
                en: "The month is not collected. Choose one of \(months).")
        }
        return found
    }
}

/// A collection, as a system is told.
private struct CollectionRecord: Encodable {
    struct MonthRecord: Encodable {
        let month: String
        let opens: String
        let due: String
        let closes: String?
    }
    struct FieldRecord: Encodable {
        let name: String
        let title: String
        let required: Bool
        let codeList: String?
        let code: Int?
    }
    struct TableRecord: Encodable {
        let id: String
        let title: String
        let description: String
        let unit: String
        let fields: [FieldRecord]
        let schema: String
    }
    struct CodeRecord: Encodable {
        let value: Int
        let label: String
        let validFrom: String?
        let validTo: String?
    }
    struct CodeListRecord: Encodable {
        let id: String
        let title: String
        let codes: [CodeRecord]
    }

    let id: String
    let version: Int
    let title: String
    let description: String
    let authority: String
    let months: [MonthRecord]
    let tables: [TableRecord]
    let codeLists: [CodeListRecord]

    init(_ collection: Definitions.Collection, _ language: Language) {
        id = collection.id
        version = collection.version
        title = collection.title[language]
        description = collection.description[language]
        authority = collection.authority
        months = collection.calendar.periods.map {
            MonthRecord(month: $0.month.iso, opens: $0.opens, due: $0.due, closes: $0.closes)
        }
        tables = collection.tables.map { table in
            TableRecord(
                id: table.id, title: table.title[language], description: table.description[language],
                unit: table.unit[language],
                fields: table.fields.map {
                    FieldRecord(
                        name: $0.name, title: $0.title[language], required: $0.required, codeList: $0.codeList,
                        code: $0.code)
                }, schema: MachineInterface.base.under("collections", collection.id, "tables", table.id).text)
        }
        codeLists = collection.codeLists.map { list in
            CodeListRecord(
                id: list.id, title: list.title[language],
                codes: list.codes.map {
                    CodeRecord(
                        value: $0.value, label: $0.label[language], validFrom: $0.validFrom?.iso,
                        validTo: $0.validTo?.iso)
                })
        }
    }
}

extension Endpoint.Parameter {
    static let tableInPath = Self(
        name: "table", place: .path, about: Localized(sv: "Tabellens id.", en: "The table's id."), shape: .identifier)
}
