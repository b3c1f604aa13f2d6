import Checking
import Definitions
import Foundation
import Register
import Vocabulary

/// A delivered table beside the same municipality's month before (*jämförelse*).
struct ReviewComparison {
    /// One count in both.
    struct Line {
        let title: Localized
        let now: Int
        /// `nil` when nothing counts for the month before.
        let before: Int?
    }

    let table: Definitions.Table
    let month: Month
    /// Households, and what each measure was marked for.
    let lines: [Line]
    /// How often each code was given, field by field.
    let codes: [Line]

    /// The tables of a delivery, in the collection's order.
    static func all(
        of receipt: Receipt, _ files: [CheckedFile], in collection: Definitions.Collection, _ register: Register
    ) async throws(RegisterError) -> [ReviewComparison] {
        let verdicts = files.flatMap(\.verdicts)
        var comparisons: [ReviewComparison] = []
        for table in collection.tables {
            guard let now = verdicts.first(where: { $0.table == table.id })?.columns else { continue }
            let before = try await register.parts(
                PartSelection(
                    collection: collection.id, table: table.id, months: receipt.month.previous...receipt.month.previous,
                    municipality: receipt.municipality)
            ).first?.columns
            comparisons.append(ReviewComparison(table, of: collection, receipt.month, now, before))
        }
        return comparisons
    }

    init(
        _ table: Definitions.Table, of collection: Definitions.Collection, _ month: Month, _ now: Columns,
        _ before: Columns?
    ) {
        self.table = table
        self.month = month
        let marks = Set(table.fields.compactMap(\.code)).sorted()
        lines =
            [Line(title: table.unit, now: now.count, before: before?.count)]
            + marks.map { code -> Line in
                let fields = table.fields.filter { $0.code == code }
                let label = fields.first?.codeList.flatMap(collection.codeList)?.codes.first { $0.value == code }
                return Line(
                    title: label?.shortLabel.after("\(code) ") ?? Localized(sv: "\(code)", en: "\(code)"),
                    now: fields.reduce(0) { $0 + now.filled($1.name) },
                    before: before.map { before in fields.reduce(0) { $0 + before.filled($1.name) } })
            }
            // A measure that nobody has had says nothing.
            .filter { $0.now > 0 || $0.before ?? 0 > 0 }
        codes = table.fields.flatMap { field -> [Line] in
            guard case .code(let list) = field.type, let codes = collection.codeList(list)?.codes else { return [] }
            let (new, old) = (now.codes(field.name), before?.codes(field.name))
            return codes.filter { new[$0.value] != nil || old?[$0.value] != nil }.map { code in
                Line(
                    title: Localized(
                        sv: "\(field.title.sv): \(code.value) \(code.shortLabel.sv)",
                        en: "\(field.title.en): \(code.value) \(code.shortLabel.en)"),
                    now: new[code.value] ?? 0, before: old.map { $0[code.value] ?? 0 })
            }
        }
    }
}

extension Columns {
    /// Rows in which the field is filled in.
    fileprivate func filled(_ name: String) -> Int {
        switch self[name]?.values {
        case .bytes(let values): values.count { $0 != 0 }
        case .words(let values): values.count { $0 != 0 }
        case .longs(let values): values.count { $0 != 0 }
        case .texts(let indices, _): indices.count { $0 != 0 }
        case nil: 0
        }
    }

    /// Rows by code.
    fileprivate func codes(_ name: String) -> [Int: Int] {
        guard case .bytes(let values)? = self[name]?.values else { return [:] }
        return values.reduce(into: [:]) { if $1 != 0 { $0[Int($1), default: 0] += 1 } }
    }
}

extension Localized {
    fileprivate func after(_ beginning: String) -> Localized { Localized(sv: beginning + sv, en: beginning + en) }
}
