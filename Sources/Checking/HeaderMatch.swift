import Definitions
import Tabular
import Vocabulary

/// How the columns of a file or sheet answer to the fields of a table.
struct HeaderMatch: Sendable {
    var collection: Collection
    var table: Table
    /// Per column: the field's place, or a `ColumnRole`.
    var roles: [UInt8]
    /// Header texts as written, one per column.
    var headers: [String]
    /// Place among the preview's rows; `nil` when the columns were taken by position.
    var headerRow: Int?

    /// The places of fields no column was found for.
    var missing: [Int] { table.fields.indices.filter { !roles.contains(UInt8($0)) } }
    /// How many fields were found.
    var found: Int { table.fields.count - missing.count }
}

/// Finds the header row and the columns by their texts, or by the template's positions.
struct HeaderFinder {
    /// The first rows of a file, blanks included.
    let rows: [[String]]
    /// The tables it may be.
    let candidates: [(collection: Collection, table: Table)]

    /// No header has more bytes than this, and to compare such a text with every name would take its time.
    private static let longest = 400

    init(rows: [[String]], candidates: [(collection: Collection, table: Table)]) {
        self.rows = rows.map { $0.map { $0.utf8.count > Self.longest ? "…" : $0 } }
        self.candidates = candidates
    }

    /// The best answer; `nil` when nothing like a header is there and no row looks like the template's.
    func find() -> HeaderMatch? {
        var best: HeaderMatch?
        for (collection, table) in candidates {
            let names = Names(table)
            for row in rows.indices {
                guard let match = match(row, names, collection, table), match.found >= 2 else { continue }
                if isBetter(match, than: best) { best = match }
            }
        }
        guard var best else { return byPosition() }
        // Headers are said back in findings, whatever stands in them.
        best.headers = best.headers.map { IdentityNumber.looksLikeOne(in: $0) ? "…" : $0 }
        return best
    }

    private func isBetter(_ one: HeaderMatch, than other: HeaderMatch?) -> Bool {
        guard let other else { return true }
        // The share of the table's fields decides: six of six is better than six of twenty-two.
        let (left, right) = (one.found * other.table.fields.count, other.found * one.table.fields.count)
        return left != right ? left > right : one.found > other.found
    }

    private func match(_ row: Int, _ names: Names, _ collection: Collection, _ table: Table) -> HeaderMatch? {
        let own = rows[row]
        guard own.contains(where: { !$0.isEmpty }) else { return nil }
        let above = Self.filledForward(row > 0 ? rows[row - 1] : [], count: own.count)
        var width = own.count
        while width > 0, own[width - 1].isEmpty, above[width - 1].isEmpty || row == 0 { width -= 1 }
        var roles = Array(repeating: ColumnRole.own, count: width)
        var taken: Set<Int> = []
        var headers: [String] = []
        for column in 0..<width {
            headers.append(own[column].isEmpty ? above[column] : own[column])
            if MarkingNames.allCases.contains(where: { $0.result == own[column] || $0.explanation == own[column] }) {
                roles[column] = ColumnRole.ours
                continue
            }
            guard let field = names.field(own: own[column], above: above[column]), taken.insert(field).inserted else {
                continue
            }
            roles[column] = UInt8(field)
            headers[column] =
                names.isGrouped(field) && !above[column].isEmpty && names.alone(own[column]) == nil
                ? "\(above[column]) \(own[column])" : headers[column]
        }
        return HeaderMatch(collection: collection, table: table, roles: roles, headers: headers, headerRow: row)
    }

    /// A merged header gives its text to the first of its columns only.
    private static func filledForward(_ row: [String], count: Int) -> [String] {
        var texts: [String] = []
        for column in 0..<count {
            let text = column < row.count ? row[column] : ""
            texts.append(text.isEmpty ? texts.last ?? "" : text)
        }
        return texts
    }

    /// Without a header: rows whose first cells are the template's month and municipality, and no wider than it.
    private func byPosition() -> HeaderMatch? {
        let filled = rows.filter { $0.contains { !$0.isEmpty } }
        let width = filled.map { row in row.lastIndex { !$0.isEmpty }.map { $0 + 1 } ?? 0 }.max() ?? 0
        let fits = candidates.filter { candidate in
            let fields = candidate.table.fields
            guard width <= fields.count, let month = fields.firstIndex(where: { $0.type == .month }),
                let municipality = fields.firstIndex(where: { $0.type == .municipality })
            else { return false }
            let year = candidate.collection.calendar.singleYear
            return filled.allSatisfy { row in
                guard month < row.count, municipality < row.count else { return false }
                var (monthText, municipalityText) = (row[month], row[municipality])
                let isMonth = monthText.withUTF8 { MonthReading(year: year).read($0) != nil }
                let isMunicipality = municipalityText.withUTF8 {
                    if case .value = CellReading.municipality($0) { true } else { false }
                }
                return isMonth && isMunicipality
            }
        }
        guard !filled.isEmpty, let (collection, table) = fits.min(by: { $0.table.fields.count < $1.table.fields.count })
        else { return nil }
        return HeaderMatch(
            collection: collection, table: table, roles: table.fields.indices.map(UInt8.init),
            headers: table.fields.map(\.title.sv), headerRow: nil)
    }

    /// The headers a table's fields answer to.
    private struct Names {
        private var places: [String: Int] = [:]
        private let grouped: Set<Int>

        init(_ table: Table) {
            grouped = Set(table.fields.indices.filter { table.fields[$0].group != nil })
            var groupKeys: [String: Set<String>] = [:]
            for (place, field) in table.fields.enumerated() {
                let own = Self.keys([field.header.sv, field.header.en] + field.aliases)
                if let group = field.group.flatMap(table.group) {
                    let groups =
                        groupKeys[group.id] ?? Self.keys([group.id, group.title.sv, group.title.en] + group.aliases)
                    groupKeys[group.id] = groups
                    for group in groups {
                        for own in own {
                            add(group + own, place)
                            add(own + group, place)
                        }
                    }
                } else {
                    for own in own { add(own, place) }
                }
                for whole in Self.keys([field.name, field.title.sv, field.title.en]) { add(whole, place) }
            }
        }

        private mutating func add(_ key: String, _ place: Int) {
            if places[key] == nil { places[key] = place }
        }

        private static func keys(_ names: [String]) -> Set<String> { Set(names.map(key).filter { !$0.isEmpty }) }

        func isGrouped(_ field: Int) -> Bool { grouped.contains(field) }

        func alone(_ own: String) -> Int? { places[Self.key(own)] ?? places[Self.key(Self.withoutRemark(own))] }

        /// The field that a header with the text `above` it means.
        func field(own: String, above: String) -> Int? {
            if own.isEmpty { return alone(above) }
            if let field = alone(own) { return field }
            let (short, group) = (Self.withoutRemark(own), Self.withoutRemark(above))
            return places[Self.key(group + short)] ?? places[Self.key(short + group)]
        }

        /// "Löpnr (hushåll)" without what stands in brackets.
        private static func withoutRemark(_ text: String) -> String {
            guard let start = text.firstIndex(of: "(") else { return text }
            return String(text[..<start])
        }

        /// Letters and digits only, small, å ä ö é without their marks: "Län-/ kommun- kod" is "lankommunkod".
        static func key(_ text: String) -> String {
            var key = ""
            for scalar in text.lowercased().unicodeScalars {
                switch scalar {
                case "å", "ä", "à", "á": key.unicodeScalars.append("a")
                case "ö": key.unicodeScalars.append("o")
                case "é", "è": key.unicodeScalars.append("e")
                case "a"..."z", "0"..."9": key.unicodeScalars.append(scalar)
                default: break
                }
            }
            return key
        }
    }
}

extension CollectionCalendar {
    /// The year, when all periods are of one.
    var singleYear: Int? {
        guard let first = periods.first?.month.year, periods.allSatisfy({ $0.month.year == first }) else { return nil }
        return first
    }
}
