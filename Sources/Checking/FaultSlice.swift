import Definitions
import Synchronization
import Tabular
import Vocabulary

/// The message catalogue of one language, loaded when the first finding is put into words.
final class LoadedWords: Sendable {
    let language: Language
    private let rules: [Rule]
    private let loaded = Mutex<MessageCatalogue?>(nil)

    /// The catalogue in `language`, with the texts that `rules` bring themselves.
    init(_ language: Language, rules: [Rule]) {
        self.language = language
        self.rules = rules
    }

    var catalogue: MessageCatalogue {
        loaded.withLock { catalogue in
            if let catalogue { return catalogue }
            let new = MessageCatalogue.load(language, rules: rules)
            catalogue = new
            return new
        }
    }
}

/// What the words of a file's findings are made from, shared by all of them.
final class FaultContext: Sendable {
    let plan: TablePlan
    let language: Language
    /// Header texts as the user wrote them.
    let headers: [String]
    /// Place of each column's field, or a role.
    let roles: [UInt8]
    let pool: ValuePool
    /// In file order.
    let ownCells: [RowChecker.OwnCell]
    let year: Int?
    /// The month of the verdict the faults belong to.
    let month: Month?
    let municipality: Municipality?
    /// Number of columns of the header, which short and long rows are measured by.
    let width: Int
    private let words: LoadedWords

    init(
        _ rows: CheckedRows, headers: [String], roles: [UInt8], year: Int?, month: Month?, municipality: Municipality?,
        width: Int,
        words: LoadedWords
    ) {
        plan = rows.plan
        language = words.language
        self.words = words
        self.headers = headers
        self.roles = roles
        pool = rows.pool
        ownCells = rows.ownCells
        self.year = year
        self.month = month
        self.municipality = municipality
        self.width = width
    }

    var catalogue: MessageCatalogue { words.catalogue }

    /// The municipality's own cells on `row`.
    func own(_ row: UInt32) -> [Finding.OwnCell] {
        var low = 0
        var high = ownCells.count
        while low < high {
            let middle = (low + high) / 2
            if ownCells[middle].row < row { low = middle + 1 } else { high = middle }
        }
        var cells: [Finding.OwnCell] = []
        while low < ownCells.count, ownCells[low].row == row {
            let cell = ownCells[low]
            cells.append(Finding.OwnCell(column: header(Int(cell.column)), value: pool[cell.value]))
            low += 1
        }
        return cells
    }

    /// The months of the collection in words: "mars och april 2013".
    var months: String {
        let months = plan.collection.calendar.periods.map(\.month)
        guard let first = months.first, let last = months.last else { return "" }
        guard months.count > 1 else { return first.fullName(language) }
        let joint = months.count > 2 ? "–" : language == .sv ? " och " : " and "
        let start = first.year == last.year ? first.name(language) : first.fullName(language)
        return start + joint + last.fullName(language)
    }

    /// The label of `code` in the list that the table's columns stand for.
    func label(_ code: Int) -> String {
        plan.table.fields.first { $0.code == code }?.description[language] ?? ""
    }

    /// The column in the file; a duplicate is about the running number's.
    func column(of fault: Fault) -> Int? {
        if fault.column == -2 {
            return plan.runningNumber.flatMap { field in roles.firstIndex { Int($0) == field } }
        }
        return fault.column < 0 ? nil : Int(fault.column)
    }

    func header(_ column: Int) -> String {
        headers.indices.contains(column) && !headers[column].isEmpty ? headers[column] : CellRange.letters(column)
    }
}

/// Some of a file's faults: those of one municipality and month.
struct FaultSlice: Sendable {
    let faults: [Fault]
    /// How many more of each rule there were than are kept.
    let dropped: [UInt8: Int]
    let context: FaultContext

    subscript(position: Int) -> Finding { FaultWords(faults[position], context).finding }

    var worst: Severity? {
        var seen = Array(repeating: false, count: context.plan.book.entries.count)
        for fault in faults { seen[Int(fault.rule)] = true }
        for rule in dropped.keys { seen[Int(rule)] = true }
        return seen.indices.lazy.filter { seen[$0] }.map { context.plan.book.entries[$0].severity }.max()
    }

    func groups() -> [FindingGroup] {
        var counts: [(count: Int, rows: [Int], first: Int)] = Array(
            repeating: (0, [], 0), count: context.plan.book.entries.count)
        for (place, fault) in faults.enumerated() {
            let rule = Int(fault.rule)
            if counts[rule].count == 0 { counts[rule].first = place }
            counts[rule].count += 1
            if counts[rule].rows.count < FindingGroup.mostRows, counts[rule].rows.last != Int(fault.row) {
                counts[rule].rows.append(Int(fault.row))
            }
        }
        return counts.enumerated().filter { $0.element.count > 0 }.map { rule, found in
            let entry = context.plan.book.entries[rule]
            return FindingGroup(
                entry, count: found.count + (dropped[UInt8(rule)] ?? 0), rows: found.rows, first: faults[found.first],
                context)
        }
    }
}
