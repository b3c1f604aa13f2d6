import Tabular

/// A reading with its columns where this file has them.
struct BoundReading {
    let reading: Reading
    /// What is said of it when it cannot be read.
    let name: String
    let columns: [BoundColumn]
    let more: [BoundColumn]
    let otherwise: [BoundReading]

    init(_ reading: Reading, in layout: RecordLayout, each: Int?) {
        self.reading = reading
        func bind(_ columns: [ColumnReference]) -> [BoundColumn] {
            columns.compactMap { BoundColumn($0, in: layout, each: each) }
        }
        var otherwise: [BoundReading] = []
        switch reading {
        case .role(let coApplicant, let at):
            columns = bind(coApplicant)
            more = bind(at)
        case .date(let own, let born):
            columns = bind(own)
            more = bind(born)
        case .month(let own, let through, let other):
            columns = bind(own)
            more = bind(through)
            otherwise = other.map { [BoundReading($0, in: layout, each: each)] } ?? []
        case .link(_, let from, let other):
            columns = bind(from)
            more = []
            otherwise = other.map { [BoundReading($0, in: layout, each: each)] } ?? []
        default:
            columns = bind(reading.columns)
            more = []
        }
        self.otherwise = otherwise
        name = reading.columns.first?.shown ?? ""
    }

    /// Whether the file has a column to read it from, or needs none.
    var isThere: Bool {
        if case .constant = reading { return true }
        if case .role = reading { return true }
        if case .code(_, _, otherwise: .some) = reading { return true }
        return !columns.isEmpty || otherwise.contains(where: \.isThere)
    }
}

/// A rule with its columns where this file has them.
struct BoundRule {
    let rule: RowRule
    let each: Int?
    let filters: [BoundFilter]
    let key: [BoundPart]
    let fields: [BoundReading]
    let adults: BoundReading?

    enum BoundPart {
        case column(BoundColumn)
        /// The field at this place among the rule's.
        case field(Int)
        case missing(String)
    }

    init(_ rule: RowRule, in layout: RecordLayout) {
        self.rule = rule
        let each = rule.each.flatMap { layout.lists[$0] }
        self.each = each
        filters = rule.filters.map { BoundFilter($0, in: layout, each: each) }
        key = rule.key.map { part in
            switch part {
            case .column(let reference):
                BoundColumn(reference, in: layout, each: each).map { .column($0) } ?? .missing(reference.shown)
            case .field(let name):
                rule.fields.firstIndex { $0.name == name }.map { .field($0) } ?? .missing(name)
            }
        }
        fields = rule.fields.map { BoundReading($0.reading, in: layout, each: each) }
        adults = rule.adults.map { BoundReading($0, in: layout, each: each) }
    }

    /// The columns that must be there and are not.
    var missing: [String] {
        key.compactMap { if case .missing(let name) = $0 { name } else { nil } }
            + zip(rule.fields, fields).compactMap { $0.isOptional || $1.isThere ? nil : $1.name }
    }
}

/// A filter with its columns where this file has them.
struct BoundFilter {
    let filter: RowFilter
    let columns: [BoundColumn]

    init(_ filter: RowFilter, in layout: RecordLayout, each: Int?) {
        self.filter = filter
        columns = filter.columns.compactMap { BoundColumn($0, in: layout, each: each) }
    }

    var name: String { filter.columns.first?.shown ?? "" }

    func passes(_ record: RawRecord, _ item: RawRecord.Item?, in mapper: RecordMapper) -> Bool {
        if let link = filter.unlinked {
            return columns.firstText(record, item).map { mapper.links[mapper.place(of: $0, link: link)] == nil } ?? true
        }
        let text = columns.firstText(record, item).map { Windows1252.text($0).folded } ?? ""
        return filter.patterns.contains { $0.matches(text) } != filter.isNegated
    }
}

/// A link with its columns where this file has them.
struct BoundLink {
    let id: String
    let each: Int?
    let filters: [BoundFilter]
    let from: [BoundColumn]
    let to: BoundReading

    init(_ link: Link, in layout: RecordLayout) {
        id = link.id
        let each = link.each.flatMap { layout.lists[$0] }
        self.each = each
        filters = link.filters.map { BoundFilter($0, in: layout, each: each) }
        from = link.from.compactMap { BoundColumn($0, in: layout, each: each) }
        to = BoundReading(link.to, in: layout, each: each)
    }
}

extension [BoundColumn] {
    /// The first of them that is not blank.
    func firstText(_ record: RawRecord, _ item: RawRecord.Item?) -> ArraySlice<UInt8>? {
        for column in self {
            if let text = column.text(record, item) { return text }
        }
        return nil
    }
}

extension ColumnReference {
    /// As the report names it.
    var shown: String {
        switch self {
        case .own(let name), .item(let name): name
        case .nested(let list, _, let column): "\(list).\(column)"
        }
    }
}
