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

    /// Columns whose header means a field that an earlier column already is.
    var repeated: [Int] = []

    /// How many columns were taken by their place, whatever their headers say.
    var guessed = 0

    /// The column of a field; -1 when there is none.
    func column(of field: Int?) -> Int { field.flatMap { field in roles.firstIndex { Int($0) == field } } ?? -1 }

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
        if left != right { return left > right }
        return one.found != other.found ? one.found > other.found : one.guessed < other.guessed
    }

    private func match(_ row: Int, _ names: Names, _ collection: Collection, _ table: Table) -> HeaderMatch? {
        let own = rows[row]
        guard own.contains(where: { !$0.isEmpty }) else { return nil }
        // The row above, and the one above that: a line such as "se kodlistan" may stand between group and code.
        let above = [1, 2].map { row >= $0 ? rows[row - $0] : [] }
        func text(_ row: [String], _ column: Int) -> String { row.indices.contains(column) ? row[column] : "" }
        var width = max(own.count, above[0].count, above[1].count)
        while width > 0, text(own, width - 1).isEmpty, above.allSatisfy({ text($0, width - 1).isEmpty }) { width -= 1 }
        let groups = above.map { Self.filledForward($0, count: width) }
        var match = HeaderMatch(
            collection: collection, table: table, roles: Array(repeating: ColumnRole.own, count: width), headers: [],
            headerRow: row)
        var taken: Set<Int> = []
        for column in 0..<width {
            let header = text(own, column)
            match.headers.append([header, text(above[0], column), text(above[1], column)].first { !$0.isEmpty } ?? "")
            if Self.isOurs(own, column) {
                match.roles[column] = ColumnRole.ours
                continue
            }
            let found =
                header.isEmpty
                ? names.alone(text(above[0], column)) ?? names.alone(text(above[1], column))
                : names.field(own: header, above: groups[0][column])
                    ?? names.field(own: header, above: groups[1][column])
            guard let field = found else { continue }
            guard taken.insert(field).inserted else {
                // A title that spans blank headers is no second column.
                if !header.isEmpty { match.repeated.append(column) }
                continue
            }
            match.roles[column] = UInt8(field)
            if names.isGrouped(field), names.alone(header) == nil {
                match.headers[column] = table.fields[field].title.sv
            }
        }
        return match.missing.isEmpty ? match : names.byPlace(match, own)
    }

    /// The two columns of an earlier answer, which stand side by side.
    private static func isOurs(_ row: [String], _ column: Int) -> Bool {
        func text(_ column: Int) -> String { row.indices.contains(column) ? row[column] : "" }
        return MarkingNames.allCases.contains { names in
            (text(column) == names.result && text(column + 1) == names.explanation)
                || (text(column) == names.explanation && text(column - 1) == names.result)
        }
    }

    /// A merged header gives its text to the first of its columns only. A row with one text is a title, not a group.
    private static func filledForward(_ row: [String], count: Int) -> [String] {
        let isTitle = row.count(where: { !$0.isEmpty }) < 2
        var texts: [String] = []
        for column in 0..<count {
            let text = row.indices.contains(column) ? row[column] : ""
            texts.append(text.isEmpty && !isTitle ? texts.last ?? "" : text)
        }
        return texts
    }

    /// Without a header: rows whose first cells are the template's month and municipality, and no wider than it.
    private func byPosition() -> HeaderMatch? {
        let filled = rows.filter { $0.contains { !$0.isEmpty } }
        let width = filled.map(\.count).max() ?? 0
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
        // Where several tables would do, the one whose cells can be read; a tie is not for us to settle.
        let scores = fits.map { candidate in Self.readable(filled, candidate.table, candidate.collection) }
        guard !filled.isEmpty, let best = scores.max(), scores.count(where: { $0 == best }) == 1,
            let (collection, table) = zip(fits, scores).first(where: { $0.1 == best })?.0
        else { return nil }
        return HeaderMatch(
            collection: collection, table: table, roles: table.fields.indices.map(UInt8.init),
            headers: table.fields.map(\.title.sv), headerRow: nil)
    }

    /// How many cells can be read as the fields of `table` in its order, less those that cannot.
    private static func readable(_ rows: [[String]], _ table: Table, _ collection: Collection) -> Int {
        let plan = TablePlan(table, of: collection)
        var score = 0
        for row in rows {
            for (place, cell) in row.enumerated() where !cell.isEmpty && place < plan.kinds.count {
                var cell = cell
                let reading: Reading = cell.withUTF8 { bytes in
                    switch plan.kinds[place] {
                    case .mark: CellReading.mark(bytes, days: true)
                    case .crossOnly: CellReading.mark(bytes, days: false)
                    case .code: CellReading.code(bytes, valid: plan.validCodes[place])
                    default: .blank
                    }
                }
                switch reading {
                case .value: score += 1
                case .fault: score -= 10
                case .blank: break
                }
            }
        }
        return score
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

        /// The match with missing columns taken by place, where all others stand as in the template: codes without
        /// their group above them, or a single column under words of the municipality's own.
        func byPlace(_ match: HeaderMatch, _ own: [String]) -> HeaderMatch {
            var match = match
            let fields = match.table.fields
            let missing = match.missing
            func isCode(_ field: Int) -> Bool {
                grouped.contains(field) && own.indices.contains(field)
                    && Self.key(own[field]) == Self.key(fields[field].header.sv)
            }
            guard match.roles.count >= fields.count,
                match.roles.indices.allSatisfy({ match.roles[$0] >= ColumnRole.ours || Int(match.roles[$0]) == $0 }),
                missing.allSatisfy(isCode) || (missing.count == 1 && missing.allSatisfy { !match.headers[$0].isEmpty })
            else { return match }
            match.guessed = missing.count
            for field in missing {
                match.roles[field] = UInt8(field)
                if isCode(field) { match.headers[field] = fields[field].title.sv }
            }
            return match
        }

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
