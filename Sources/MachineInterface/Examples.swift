import Definitions
import Tabular
import Vocabulary

/// What may be sent, by way of example, as the newest collection has it.
struct Examples {
    /// By the parameter's name.
    let parameters: [String: JSON]
    /// By the kind of content.
    let bodies: [String: JSON]

    /// Examples of `collection`.
    init(_ collection: Collection) {
        guard let month = collection.calendar.periods.last?.month, let table = collection.tables.first else {
            (parameters, bodies) = ([:], [:])
            return
        }
        parameters = [
            "month": .text(month.iso), "collection": .text(collection.id), "table": .text(table.id),
            "number": .text("\(month.iso)-0380-1"), "Idempotency-Key": "7f3d0c52-1b1e-4a57-9d0b-5f4f0a9d1c11",
        ]
        var file = CSVWriter(byteOrderMark: false)
        file.row(table.fields.map(\.name))
        for row in table.examples { file.row(row) }
        let nothing: JSON = ["month": .text(month.iso), "tables": [.text(table.id)]]
        bodies = ["text/csv": .text(String(decoding: file.bytes, as: UTF8.self)), "application/json": nothing]
    }
}
