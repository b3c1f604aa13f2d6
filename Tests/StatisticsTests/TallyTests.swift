import Checking
import Definitions
import Testing
import Vocabulary

@testable import Statistics

@Suite struct TallyTests {
    let stockholm = Municipality(code: "0180")
    let uppsala = Municipality(code: "0380")

    @Test func `a person with several measures is one person and several marks`() throws {
        var tally = try #require(Self.marks())
        try tally.add(
            #require(stockholm), Self.month(3),
            [.init(1, reg: [1: 5, 2: Columns.cross]), .init(2, reg: [0: Columns.cross], med: [2: 3])])
        #expect(tally.marked(1) == 1)
        #expect(tally.marked(2) == 2)
        #expect(tally.measures(role: 0) == 2)
        #expect(tally.persons(role: 0) == 1)
        #expect(tally.persons(role: 1) == 1)
        #expect(tally.withoutMeasure(role: 0) == 1)
        #expect(tally.withoutMeasure(role: 1) == 0)
        #expect(tally.rows == 2)
    }

    @Test func `the same running number in two months is one person, in two municipalities two`() throws {
        var tally = try #require(Self.marks())
        try tally.add(#require(stockholm), Self.month(3), [.init(7, reg: [1: 1]), .init(8, reg: [0: 100])])
        try tally.add(#require(stockholm), Self.month(4), [.init(7, reg: [2: 100]), .init(8, reg: [2: 100])])
        try tally.add(#require(uppsala), Self.month(4), [.init(7, reg: [1: 1], med: [1: 1])])
        let first = try NetPersons.Key(year: 2013, municipality: #require(stockholm))
        let second = try NetPersons.Key(year: 2013, municipality: #require(uppsala))
        #expect(tally.net.keys == [first, second])
        #expect(tally.net.persons(first) == 2)
        #expect(tally.net.persons(second) == 2)
        #expect(tally.net.persons(second, role: 1) == 1)
    }

    @Test func `running numbers of any size are told apart`() throws {
        var tally = try #require(Self.marks())
        let numbers: [UInt32] = [1, 1_048_574, 1_048_575, 1_048_576, 999_999_999]
        for month in 3...4 {
            try tally.add(#require(stockholm), Self.month(month), numbers.map { .init($0, reg: [1: 1]) })
        }
        #expect(try tally.net.persons(.init(year: 2013, municipality: #require(stockholm))) == numbers.count)
    }

    @Test func `what is counted month by month and merged is what is counted at once`() throws {
        let march: [Household] = [
            .init(1, reg: [1: 5], text: "SFI"), .init(2, reg: [0: 100]), .init(2_000_000, reg: [1: 1]),
        ]
        let april: [Household] = [
            .init(1, reg: [2: 5], text: "SFI"), .init(900, reg: [1: 100], med: [1: 2]), .init(2_000_000, reg: [1: 1]),
        ]
        var whole = try #require(Self.marks())
        try whole.add(#require(stockholm), Self.month(3), march)
        try whole.add(#require(stockholm), Self.month(4), april)
        var first = try #require(Self.marks())
        try first.add(#require(stockholm), Self.month(3), march)
        var second = try #require(Self.marks())
        try second.add(#require(stockholm), Self.month(4), april)
        var merged = try #require(Self.marks())
        merged.merge(first)
        merged.merge(second)
        let key = try NetPersons.Key(year: 2013, municipality: #require(stockholm))
        #expect(whole.net.persons(key) == 4)
        #expect(merged.net.persons(key) == 4)
        #expect(merged.parts.map(\.month) == whole.parts.map(\.month))
        #expect(merged.marked(1) == whole.marked(1))
        #expect(merged.texts.entries.map(\.count) == [2])
        #expect(merged.texts.entries.map(\.municipalities) == [1])
    }

    @Test(arguments: [1, 2, 3, 4, 5, 12, 13, 120])
    func `slices hold every month once, in order`(count: Int) throws {
        let first = try #require(Month(year: 2013, month: 1))
        let last = Month(index: first.index + Int32(count) - 1)
        let slices = Statistics.slices(of: first...last, most: 4)
        #expect(slices.count == min(4, count))
        #expect(slices.first?.lowerBound == first)
        #expect(slices.last?.upperBound == last)
        for (one, next) in zip(slices, slices.dropFirst()) { #expect(one.upperBound.next == next.lowerBound) }
    }

    @Test func `a year is counted for itself`() throws {
        var tally = try #require(Self.marks())
        for year in [2013, 2014] {
            let month = try #require(Month(year: year, month: 1))
            try tally.add(#require(stockholm), month, [.init(1, reg: [1: 1])])
        }
        #expect(tally.net.keys.map(\.year) == [2013, 2014])
    }

    @Test func `a municipality gives days, X, or both`() throws {
        var tally = try #require(Self.marks())
        try tally.add(#require(stockholm), Self.month(3), [.init(1, reg: [1: 31, 2: 1])])
        // Both, over two months.
        try tally.add(#require(stockholm), Self.month(4), [.init(1, reg: [2: Columns.cross])])
        try tally.add(#require(uppsala), Self.month(3), [.init(1, reg: [0: Columns.cross], med: [1: Columns.cross])])
        let volumes = tally.volumes
        #expect(volumes.map(\.code) == [1, 2])
        #expect(volumes.map(\.days) == [1, 0])
        #expect(volumes.map(\.both) == [0, 1])
        #expect(volumes.map(\.crosses) == [1, 0])
        #expect(volumes.map(\.someDays) == [1, 1])
        #expect(tally.municipalitiesWithDays == 1)
    }

    @Test func `free texts are counted by household and municipality, most common first`() throws {
        var tally = try #require(Self.marks())
        try tally.add(
            #require(stockholm), Self.month(3),
            [
                .init(1, reg: [1: 1], text: "SFI"), .init(2, reg: [1: 1], text: "Kurs"),
                .init(3, reg: [1: 1], text: "SFI"),
            ])
        try tally.add(#require(uppsala), Self.month(3), [.init(1, reg: [1: 1], text: "Kurs")])
        try tally.add(#require(uppsala), Self.month(4), [.init(1, reg: [1: 1], text: "Annat")])
        #expect(tally.texts.entries.map(\.text) == ["Kurs", "SFI", "Annat"])
        #expect(tally.texts.entries.map(\.count) == [2, 2, 1])
        #expect(tally.texts.entries.map(\.municipalities) == [2, 1, 1])
    }

    @Test func `reasons are counted by part and year`() throws {
        let list = CodeList(id: "skäl", title: Self.word, codes: [1, 12].map { Code(value: $0, label: Self.word) })
        let table = Self.table(
            ["reg", "med"].map { Field(name: $0, title: Self.word, type: .code(list: "skäl"), group: $0) })
        let collection = Self.collection(table, [list])
        var tally = try #require(ReasonTally(table, of: collection))
        for year in [2013, 2014] {
            let columns = Columns(
                count: 3,
                columns: [
                    Column(name: "reg", values: .bytes([12, 12, 1])), Column(name: "med", values: .bytes([0, 1, 0])),
                ])
            try tally.add(#require(stockholm), #require(Month(year: year, month: 3)), columns)
        }
        #expect(tally.counts(field: 0) == [2, 4])
        #expect(tally.counts(field: 1) == [2, 0])
        #expect(tally.counts(field: 0, year: 2013) == [1, 2])
        #expect(tally.years == [2013, 2014])
        #expect(tally.rows == 6)
    }

    @Test func `a part stored before a measure existed is counted with those it has`() throws {
        var tally = try #require(Self.marks())
        let columns = Columns(
            count: 1,
            columns: [Column(name: "lopnr", values: .words([2])), Column(name: "reg_1", values: .bytes([4]))])
        try tally.add(#require(stockholm), Self.month(3), columns)
        try tally.add(#require(uppsala), Self.month(3), [.init(1, reg: [2: 1])])
        #expect(tally.marked(1) == 1)
        #expect(tally.marked(2) == 1)
    }
}

extension TallyTests {
    static let word = Localized(sv: "ord", en: "word")

    static func month(_ month: Int) throws -> Month { try #require(Month(year: 2013, month: month)) }

    static func marks() -> MarkTally? {
        let marks = ["reg", "med"].flatMap { (group: String) in
            (0...2).map { code in
                Field(
                    name: "\(group)_\(code)", title: word, type: .mark(days: code > 0), group: group, code: code)
            }
        }
        let number = Field(name: "lopnr", title: word, type: .runningNumber(width: 4, maxDigits: 9))
        return MarkTally(table([number] + marks + [Field(name: "text", title: word, type: .text(maxLength: 9))]))
    }

    static func table(_ fields: [Field]) -> Table {
        Table(
            id: "tabell", title: word, description: word, unit: word,
            groups: ["reg", "med"].map { FieldGroup(id: $0, title: word, aliases: []) }, fields: fields, rules: [],
            examples: [])
    }

    static func collection(_ table: Table, _ lists: [CodeList]) -> Collection {
        Collection(
            id: "prov", version: 1, title: word, description: word, authority: "", source: "", codeLists: lists,
            tables: [table], form: nil, calendar: CollectionCalendar(periods: []))
    }
}

/// A row of marks.
struct Household {
    var number: UInt32
    var marks: [[Int: UInt8]]
    var text: String

    init(_ number: UInt32, reg: [Int: UInt8], med: [Int: UInt8] = [:], text: String = "") {
        self.number = number
        marks = [reg, med]
        self.text = text
    }
}

extension MarkTally {
    mutating func add(_ municipality: Municipality, _ month: Month, _ households: [Household]) throws {
        let dictionary = Set(households.map(\.text)).subtracting([""]).sorted()
        var columns = [Column(name: "lopnr", values: .words(households.map { $0.number + 1 }))]
        for (role, name) in ["reg", "med"].enumerated() {
            for code in 0...2 {
                columns.append(
                    Column(name: "\(name)_\(code)", values: .bytes(households.map { $0.marks[role][code] ?? 0 })))
            }
        }
        let indices = households.map { UInt32((dictionary.firstIndex(of: $0.text) ?? -1) + 1) }
        columns.append(Column(name: "text", values: .texts(indices: indices, dictionary: dictionary)))
        try add(municipality, month, Columns(count: households.count, columns: columns))
    }
}

extension PartTally {
    mutating func add(_ municipality: Municipality, _ month: Month, _ columns: Columns) throws {
        let bytes = try columns.encoded()
        try add(municipality, month, bytes.span)
    }
}
