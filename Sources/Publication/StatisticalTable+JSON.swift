import Foundation
import Statistics
import Vocabulary

extension StatisticalTable {
    /// The tables as a JSON list of objects with sorted keys: `table`, `title`, `columns` (`id`, `title`, `unit`),
    /// `rows` (`total`, and `cells` by column id), `notes`, `source`, and `warning` when the figures are made up.
    ///
    /// A cell is a text, or a number; one without a value is an object with `status` (`missing`, `not-applicable`, `protected`).
    public static func json(_ tables: [StatisticalTable]) throws -> [UInt8] {
        let objects = tables.map { table in
            var object: [String: Any] = [
                "table": table.id, "title": table.title, "notes": table.notes, "source": table.source,
                "columns": table.columns.map { ["id": $0.id, "title": $0.title, "unit": $0.unit.rawValue] },
                "rows": table.rows.map { row in
                    let cells = zip(table.columns, row.cells).map { ($0.id, $1.json) }
                    return ["total": row.isTotal, "cells": Dictionary(cells) { first, _ in first }] as [String: Any]
                },
            ]
            object["warning"] = table.warning
            return object
        }
        let options: JSONSerialization.WritingOptions = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
        return try Array(JSONSerialization.data(withJSONObject: objects, options: options))
    }
}

extension StatisticalTable.Cell {
    fileprivate var json: Any {
        switch self {
        case .text(let text): text
        case .figure(.value(.count(let number))): number
        // A decimal and not a double, which would print 40.6 as 40.600000000000001.
        case .figure(.value(.share(let share))):
            NSDecimalNumber(mantissa: UInt64(share.tenths), exponent: -1, isNegative: false)
        case .figure(.value(.whole)): 100
        case .figure: ["status": symbol?.status ?? ""]
        }
    }
}
