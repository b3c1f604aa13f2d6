import Tabular
import Vocabulary

/// A table of the collection as it is being written: UTF-8, semicolons, a row of headers that are the fields' names.
struct CanonicalTable {
    let id: String
    private let fields: [String]
    private(set) var bytes: [UInt8]
    private(set) var origins: [Extracted.Origin] = []

    init(id: String, fields: [String]) {
        self.id = id
        self.fields = fields
        bytes = Array(fields.joined(separator: ";").utf8) + [13, 10]
    }

    /// The same without rows.
    var empty: CanonicalTable { CanonicalTable(id: id, fields: fields) }

    /// Adds the rows of `part`, whose origins are numbered from 0, from row `shift` on.
    mutating func append(_ part: CanonicalTable, rowShift shift: Int) {
        bytes.append(contentsOf: part.bytes[empty.bytes.count...])
        origins.append(
            contentsOf: part.origins.lazy.map { .init(file: $0.file, row: $0.row + Int32(clamping: shift)) })
    }

    /// Of several rows with the same key, which is what a row begins with, leaves the last. No text has a line break in it.
    mutating func keepLastOfEachKey() {
        let rows = bytes.split(separator: 10).dropFirst()
        var last: [ArraySlice<UInt8>: Int] = [:]
        for (place, row) in rows.enumerated() { last[row.prefix { $0 != Self.separator }] = place }
        guard last.count < rows.count else { return }
        let kept = Set(last.values)
        let all = (rows: Array(rows), origins: origins)
        (bytes, origins) = (empty.bytes, [])
        for place in all.rows.indices where kept.contains(place) {
            bytes += all.rows[place] + [10]
            origins.append(all.origins[place])
        }
    }

    mutating func end(_ origin: Extracted.Origin) {
        // The separator after the last field.
        bytes.removeLast()
        bytes.append(13)
        bytes.append(10)
        origins.append(origin)
    }

    mutating func blank() { bytes.append(Self.separator) }

    mutating func key(_ number: UInt64) {
        if let pseudonym = Pseudonym(rawValue: number) { bytes.append(contentsOf: pseudonym.text.utf8) }
        blank()
    }

    mutating func number(_ number: Int) {
        bytes.append(contentsOf: String(number).utf8)
        blank()
    }

    mutating func day(_ day: Day) {
        let month = day.month
        digits(month.year, 4)
        bytes.append(UInt8(ascii: "-"))
        digits(month.month, 2)
        bytes.append(UInt8(ascii: "-"))
        digits(day.dayOfMonth, 2)
        blank()
    }

    private mutating func digits(_ number: Int, _ count: Int) {
        var power = count == 4 ? 1_000 : 10
        while power > 0 {
            bytes.append(UInt8(48 + number / power % 10))
            power /= 10
        }
    }

    /// Öre as kronor: `8420` or `8420,50`.
    mutating func amount(_ cents: Int) {
        bytes.append(contentsOf: String(cents / 100).utf8)
        if cents % 100 != 0 {
            bytes.append(UInt8(ascii: ","))
            bytes.append(UInt8(48 + cents % 100 / 10))
            bytes.append(UInt8(48 + cents % 10))
        }
        blank()
    }

    mutating func text(_ text: String) {
        var writer = CSVWriter(separator: Self.separator, byteOrderMark: false)
        writer.text(text)
        bytes.append(contentsOf: writer.bytes)
        blank()
    }

    private static let separator = UInt8(ascii: ";")
}
