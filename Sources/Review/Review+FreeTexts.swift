import Checking
public import Definitions
import Register
public import Vocabulary

extension Review {
    /// The free texts of what counts in a collection, those that say the same together: the most common first.
    public func freeTexts(
        in collection: Definitions.Collection, months: ClosedRange<Month>? = nil
    ) async throws(ReviewError) -> [FreeTextGroup] {
        let recodings = try await recodings(collection: collection.id)
        var groups: [FreeTextGroup] = []
        for columns in collection.tables.compactMap({ FreeTextColumns($0) }) {
            let texts = try await freeTexts(columns, of: collection, months: months)
            let known = columns.table.knownTexts
            let words = KnownWords(known.map(\.text))
            groups += Dictionary(grouping: texts, by: { Wording($0.text) }).map { wording, texts in
                let text = texts.commonest
                return FreeTextGroup(
                    table: columns.table.id, wording: wording, text: text, texts: texts,
                    suggestion: words.first(in: text).map { known[$0].code.map { .code($0) } ?? .outsideModel },
                    recoding: recodings.first { $0.table == columns.table.id && $0.wording == wording })
            }
        }
        return groups.sorted { ($1.households, $0.table, $0.wording) < ($0.households, $1.table, $1.wording) }
    }

    /// By month and municipality.
    private func freeTexts(
        _ columns: FreeTextColumns, of collection: Definitions.Collection, months: ClosedRange<Month>?
    ) async throws(ReviewError) -> [FreeText] {
        let selection = PartSelection(collection: collection.id, table: columns.table.id, months: months)
        return try await asked { (register) throws(RegisterError) in
            try await register.reduceParts(selection, into: []) { texts, part, bytes in
                try texts.append(contentsOf: columns.texts(of: part, bytes))
            }
        }
    }
}

extension [FreeText] {
    /// The way of writing that most households have; the first by letter where several have as many.
    fileprivate var commonest: String {
        let counts = reduce(into: [String: Int]()) { $0[$1.text, default: 0] += $1.households }
        return counts.min { ($1.value, $0.key) < ($0.value, $1.key) }?.key ?? ""
    }
}

extension FreeTextColumns {
    /// The texts of one part, by text.
    fileprivate func texts(of part: StoredPart, _ bytes: Span<UInt8>) throws(Segment.Problem) -> [FreeText] {
        var segment = Segment()
        try segment.open(bytes)
        guard let place = segment.place(of: text), !segment.isBlank(place) else { return [] }
        // A bit for each role that is marked with the code.
        var marked = [UInt8](repeating: 0, count: segment.rows)
        for (bit, mark) in marks.enumerated() {
            guard let column = segment.place(of: mark.column) else { continue }
            try segment.forEachFilled(column, in: bytes) { row, _ in marked[row] |= 1 << UInt8(bit) }
        }
        let dictionary = try segment.texts(place, in: bytes)
        var counts: [Key: Int] = [:]
        try segment.forEachFilled(place, in: bytes) { row, text in
            counts[Key(text: Int(text) - 1, roles: marked[row]), default: 0] += 1
        }
        return counts.sorted { ($0.key.text, $0.key.roles) < ($1.key.text, $1.key.roles) }.map { key, count in
            FreeText(
                number: part.number, table: part.table, text: dictionary[key.text],
                roles: marks.indices.filter { key.roles >> UInt8($0) & 1 == 1 }.map { marks[$0].group },
                households: count)
        }
    }

    private struct Key: Hashable {
        var text: Int
        var roles: UInt8
    }
}
