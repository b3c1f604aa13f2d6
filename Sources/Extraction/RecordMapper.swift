import Vocabulary

/// Makes rows of records: the one place where a column's contents meet the rules of a mapping.
final class RecordMapper {
    /// What a pass over the files is for.
    enum Pass {
        /// Noting what case and customer numbers stand for.
        case links
        case rows
        /// Only counting records.
        case count
    }

    let mapping: Mapping
    var pass = Pass.links
    private(set) var tables: [CanonicalTable]
    private(set) var links: LinkTable
    private let places: [String: Int]
    /// What the digest of a record's key begins with, by table, and of what a link is found by, by its id.
    private let keySeeds: [[UInt8]]
    private let linkSeeds: [String: [UInt8]]
    let today: Day
    var pseudonyms: Pseudonyms

    // Of the file at hand.
    private var source: Mapping.Source?
    private var file = 0
    private var rules: [BoundRule] = []
    private var boundLinks: [BoundLink] = []
    private var revision = -1
    private(set) var report = ExtractionReport.File(name: "")
    private var keptOut: [KeptOutPlace: Int] = [:]
    private var passedOver: [PassedOverPlace: Int] = [:]

    private struct KeptOutPlace: Hashable {
        let table: Int
        let column: String
        let reason: ExtractionReport.Reason
    }
    private struct PassedOverPlace: Hashable {
        let table: Int
        let column: String
    }

    init(_ mapping: Mapping, _ pseudonyms: Pseudonyms, links: LinkTable, today: Day) {
        self.mapping = mapping
        self.links = links
        self.today = today
        self.pseudonyms = pseudonyms
        var made: [CanonicalTable] = []
        var places: [String: Int] = [:]
        for rule in mapping.sources.flatMap(\.rules) where places[rule.table] == nil {
            places[rule.table] = made.count
            made.append(
                CanonicalTable(id: rule.table, fields: (rule.key.isEmpty ? [] : ["nyckel"]) + rule.fields.map(\.name)))
        }
        tables = made
        keySeeds = made.map { Self.seed("post", mapping.system, $0.id) }
        let links = mapping.sources.flatMap(\.links).map { ($0.id, Self.seed("länk", mapping.system, $0.id)) }
        linkSeeds = Dictionary(links) { first, _ in first }
        self.places = places
    }

    func begin(file: Int, report: ExtractionReport.File) {
        (self.file, self.report) = (file, report)
        (source, rules, boundLinks, revision) = (nil, [], [], -1)
        (keptOut, passedOver) = ([:], [:])
    }

    /// A mapper for a part of the file's rows, numbered from 0, so that several parts are mapped at the same time.
    func part(_ layout: RecordLayout, _ pseudonyms: Pseudonyms) -> RecordMapper {
        let part = RecordMapper(mapping, pseudonyms, links: links, today: today)
        part.pass = pass
        part.begin(file: file, report: .init(name: report.name))
        if let source { part.recognise(source, layout, hasHeader: false) }
        return part
    }

    /// Takes over what a part has made, from row `shift` on.
    func append(_ part: RecordMapper, rowShift shift: Int) {
        for place in tables.indices { tables[place].append(part.tables[place], rowShift: shift) }
        report.records += part.report.records
        report.rows.merge(part.report.rows) { $0 + $1 }
        report.months.derived += part.report.months.derived
        report.months.none += part.report.months.none
        passedOver.merge(part.passedOver) { $0 + $1 }
        for (place, found) in part.keptOut.sorted(by: { $0.value < $1.value }) {
            let more = part.report.keptOut[found]
            let mine = keptOut[place] ?? report.keptOut.count
            if mine == report.keptOut.count {
                keptOut[place] = mine
                report.keptOut.append(
                    .init(table: more.table, column: more.column, reason: more.reason, count: 0, rows: []))
            }
            report.keptOut[mine].count += more.count
            let room = 10 - report.keptOut[mine].rows.count
            report.keptOut[mine].rows += more.rows.prefix(room).map { $0 + shift }
        }
    }

    /// Of several rows with the same key, leaves the last.
    func keepLastOfEachKey() {
        for place in tables.indices where mapping.hasKey(tables[place].id) { tables[place].keepLastOfEachKey() }
    }

    func fail(_ problem: ExtractionReport.Problem) { report.problem = report.problem ?? problem }

    /// Says what the file is; with `header`, all its columns are known and those that must be there are asked for.
    func recognise(_ source: Mapping.Source, _ layout: RecordLayout, hasHeader: Bool) {
        self.source = source
        report.source = source.id
        bind(layout)
        guard hasHeader else { return }
        let missing = rules.flatMap(\.missing).reduce(into: [String]()) { if !$0.contains($1) { $0.append($1) } }
        if !missing.isEmpty { fail(.columnsMissing(missing)) }
    }

    private func bind(_ layout: RecordLayout) {
        guard let source, revision != layout.revision else { return }
        revision = layout.revision
        rules = source.rules.map { BoundRule($0, in: layout) }
        boundLinks = source.links.map { BoundLink($0, in: layout) }
    }

    /// Makes the rows of a record, or notes its links.
    func take(_ record: RawRecord, _ layout: RecordLayout) {
        bind(layout)
        switch pass {
        case .links: for link in boundLinks { note(link, record) }
        case .count: report.records += 1
        case .rows:
            report.records += 1
            for rule in rules { make(rule, record) }
        }
    }

    private func items(_ each: Int?, _ isNested: Bool, _ record: RawRecord) -> [RawRecord.Item?] {
        guard isNested else { return [nil] }
        return record.items.filter { $0.list == each }
    }

    private func note(_ link: BoundLink, _ record: RawRecord) {
        for item in items(link.each, link.each != nil, record)
        where link.filters.allSatisfy({ $0.passes(record, item, in: self) }) {
            guard let from = link.from.firstText(record, item),
                let value = (try? read(link.to, record, item, RowContext()))?.number
            else { continue }
            let place = place(of: from, link: link.id)
            // Of two months it says none.
            let isAmbiguous = link.to.reading.isMonth && (links[place] ?? value) != value
            links[place] = isAmbiguous ? 0 : value
        }
    }

    private func make(_ bound: BoundRule, _ record: RawRecord) {
        guard let place = places[bound.rule.table] else { return }
        for item in items(bound.each, bound.rule.each != nil, record) {
            if let filter = bound.filters.first(where: { !$0.passes(record, item, in: self) }) {
                guard filter.filter.isOfKind else { continue }
                passedOver[PassedOverPlace(table: place, column: filter.name), default: 0] += 1
                continue
            }
            do throws(Unread) {
                if try write(bound, record, item, place) {
                    report.rows[bound.rule.table, default: 0] += 1
                } else {
                    passedOver[PassedOverPlace(table: place, column: bound.adults?.name ?? ""), default: 0] += 1
                }
            } catch {
                keepOut(error, place, record.number)
            }
        }
    }

    private func keepOut(_ unread: Unread, _ table: Int, _ row: Int) {
        let place = KeptOutPlace(table: table, column: unread.column, reason: unread.reason)
        guard let found = keptOut[place] else {
            keptOut[place] = report.keptOut.count
            report.keptOut.append(
                .init(table: tables[table].id, column: unread.column, reason: unread.reason, count: 1, rows: [row]))
            return
        }
        report.keptOut[found].count += 1
        if report.keptOut[found].rows.count < 10 { report.keptOut[found].rows.append(row) }
    }

    /// What is known of a row while its fields are read.
    struct RowContext {
        var household: UInt64?
        var person: UInt64?
        var number: PersonNumber?
    }

    /// Whether it is a row: a child is none where the table is about adults.
    private func write(
        _ bound: BoundRule, _ record: RawRecord, _ item: RawRecord.Item?, _ place: Int
    ) throws(Unread) -> Bool {
        var context = RowContext()
        var values: [Value] = []
        values.reserveCapacity(bound.fields.count)
        for (field, reading) in zip(bound.rule.fields, bound.fields) {
            let value = try read(reading, record, item, context)
            if case .blank = value, !field.isOptional {
                throw Unread(column: reading.name, reason: reading.blankReason)
            }
            if case .number(let number) = value {
                if field.name == "hushall" { context.household = number }
                if field.name == "person" { context.person = number }
            }
            if case .person(let number, let pseudonym) = value {
                if field.name == "hushall" { context.household = pseudonym }
                if field.name == "person" { (context.person, context.number) = (pseudonym, number) }
            }
            values.append(value)
        }
        if let adults = bound.adults, try isChild(adults, record, item, context) { return false }
        try refuseBackwards(bound, values)
        // Nothing is written before all of the row is known.
        let key = bound.key.isEmpty ? nil : try key(bound, values, record, item, place)
        if let key { tables[place].key(key) }
        for (field, value) in zip(bound.rule.fields, values) { tables[place].write(value, as: field.reading) }
        tables[place].end(Extracted.Origin(file: Int32(file), row: Int32(clamping: record.number)))
        for (reading, value) in zip(bound.fields, values) where reading.reading.isMonth {
            guard reading.columns.firstText(record, item) == nil else { continue }
            if case .blank = value { report.months.none += 1 } else { report.months.derived += 1 }
        }
        return true
    }

    private func refuseBackwards(_ bound: BoundRule, _ values: [Value]) throws(Unread) {
        var first: Day?
        for (field, value) in zip(bound.rule.fields, values) {
            guard case .day(let day) = value else { continue }
            if field.name == "fran" { first = day }
            if field.name == "till", let first, day < first {
                throw Unread(column: field.reading.columns.first?.shown ?? field.name, reason: .endsBeforeBeginning)
            }
        }
    }

    private func key(
        _ bound: BoundRule, _ values: [Value], _ record: RawRecord, _ item: RawRecord.Item?, _ place: Int
    ) throws(Unread) -> UInt64 {
        var seed = keySeeds[place]
        for part in bound.key {
            seed.append(0x1F)
            switch part {
            case .column(let column):
                guard let text = column.text(record, item) else { throw Unread(column: "nyckel", reason: .blank) }
                seed.append(contentsOf: text)
            case .field(let field):
                guard let number = values[field].number else { throw Unread(column: "nyckel", reason: .blank) }
                seed.append(contentsOf: String(number).utf8)
            case .missing(let name): throw Unread(column: name, reason: .blank)
            }
        }
        return pseudonyms.pseudonym(seed)
    }

    private static func seed(_ purpose: String, _ system: String, _ kind: String) -> [UInt8] {
        Array(purpose.utf8) + [0x1F] + Array(system.utf8) + [0x1F] + Array(kind.utf8) + [0x1F]
    }

    /// What a case or customer number is found by.
    func place(of id: ArraySlice<UInt8>, link: String) -> UInt64 {
        var seed = linkSeeds[link] ?? []
        seed.append(contentsOf: id)
        return pseudonyms.pseudonym(seed)
    }

    /// What was counted of the file at hand, and the names of its columns that were not read.
    func finish(_ layout: RecordLayout, skipped: Set<String>) -> ExtractionReport.File {
        report.passedOver = passedOver.map { place, count in
            .init(table: tables[place.table].id, column: place.column, count: count)
        }.sorted { ($0.table, $0.column) < ($1.table, $1.column) }
        if let source {
            let known = mapping.names(of: source)
            let met = Set(layout.names).union(skipped)
            report.dropped = met.filter { mapping.isDropped($0) && !known.contains($0) }.map(Self.shown).sorted()
            report.unknown = met.filter { !mapping.isDropped($0) && !known.contains($0) }.map(Self.shown).sorted()
        }
        return report
    }

    private static func shown(_ name: String) -> String {
        IdentityNumber.looksLikeOne(in: name) ? "(kolumnnamn med personnummer)" : name
    }
}
