import Checking
public import Definitions
import Register
import Statistics
public import Vocabulary

extension Review {
    /// What the marks of what counts in a collection would count to with the decisions on free texts applied: one for
    /// each table that has free texts. Nothing that is stored changes.
    public func recodedCounts(
        in collection: Definitions.Collection, months: ClosedRange<Month>? = nil
    ) async throws(ReviewError) -> [RecodedCounts] {
        let recodings = try await recodings(collection: collection.id)
        var counts: [RecodedCounts] = []
        for table in collection.tables {
            guard let columns = FreeTextColumns(table), let layout = MarkLayout(table) else { continue }
            let targets = Dictionary(
                recodings.filter { $0.table == table.id }.compactMap { recoding in
                    recoding.target.map { (recoding.wording, $0) }
                }
            ) { $1 }
            let empty = RecodedTally(columns, layout, targets)
            let selection = PartSelection(collection: collection.id, table: table.id, months: months)
            let tally = try await asked { (register) throws(RegisterError) in
                try await register.reduceParts(selection, into: empty) { tally, _, bytes in try tally.add(bytes) }
            }
            counts.append(tally.counts)
        }
        return counts
    }
}

/// Counts marks as delivered and as decided, part by part.
private struct RecodedTally: Sendable {
    private(set) var counts: RecodedCounts
    private let columns: FreeTextColumns
    private let layout: MarkLayout
    private let targets: [Wording: Recoding.Target]
    private var segment = Segment()

    init(_ columns: FreeTextColumns, _ layout: MarkLayout, _ targets: [Wording: Recoding.Target]) {
        self.columns = columns
        self.layout = layout
        self.targets = targets
        let none = layout.roles.map { _ in 0 }
        counts = RecodedCounts(
            table: columns.table.id, describedCode: columns.code, roles: layout.roles.map(\.group),
            codes: layout.codes.map { RecodedCounts.Code(code: $0, before: none, after: none) })
    }

    mutating func add(_ bytes: Span<UInt8>) throws(Segment.Problem) {
        try segment.open(bytes)
        let texts = try decided(bytes)
        for (role, described) in layout.roles.enumerated() {
            // A bit for each code a row has, kept only where texts are to be moved.
            var marks: [Int: UInt64] = [:]
            for (code, column) in zip(described.codes, described.columns) {
                guard let place = segment.place(of: column), let entry = layout.codes.firstIndex(of: code) else {
                    continue
                }
                var marked = 0
                try segment.forEachFilled(place, in: bytes) { row, _ in
                    marked += 1
                    if texts[row] != nil { marks[row, default: 0] |= 1 << UInt64(entry) }
                }
                counts.codes[entry].before[role] += marked
                counts.codes[entry].after[role] += marked
            }
            for (row, marks) in marks { move(marks, texts[row] ?? nil, role) }
        }
    }

    /// Moves the described code's mark of one person, who has the codes of `marks`.
    private mutating func move(_ marks: UInt64, _ target: Recoding.Target?, _ role: Int) {
        guard let own = layout.codes.firstIndex(of: columns.code), marks >> UInt64(own) & 1 == 1 else { return }
        switch target {
        case nil: counts.undecided += 1
        case .stays: break
        case .code(let code):
            guard let entry = layout.codes.firstIndex(of: code) else { return }
            counts.codes[own].after[role] -= 1
            if marks >> UInt64(entry) & 1 == 0 { counts.codes[entry].after[role] += 1 }
        case .outsideModel:
            counts.codes[own].after[role] -= 1
            if marks == 1 << UInt64(own) { counts.leftWithout += 1 }
        }
    }

    /// What has been decided on the text of each row that has one; `nil` for nothing yet.
    private func decided(_ bytes: Span<UInt8>) throws(Segment.Problem) -> [Int: Recoding.Target?] {
        guard let place = segment.place(of: columns.text), !segment.isBlank(place) else { return [:] }
        let targets = try segment.texts(place, in: bytes).map { self.targets[Wording($0)] }
        var decided: [Int: Recoding.Target?] = [:]
        try segment.forEachFilled(place, in: bytes) { row, text in
            decided[row] = .some(targets[Int(text) - 1])
        }
        return decided
    }
}
