import Definitions
import Tabular
import Vocabulary

/// What a column of the file is to the check.
enum ColumnRole {
    /// Not ours: the municipality's own column, echoed in findings.
    static let own: UInt8 = 255
    /// What we wrote ourselves in an earlier answer.
    static let ours: UInt8 = 254
}

/// Judges rows one at a time: types every filled cell, then looks at the row as a word of filled fields.
///
/// This is the hot path: a plain cell costs a few comparisons, a blank one nothing. Whatever is not plain goes the long
/// way through `CellReading`, and only there does anything get a copy.
final class RowChecker: RecordConsumer {
    /// What is the same for all rows of a file.
    struct Settings: Sendable {
        var plan: TablePlan
        /// Per column of the file: the field's place, or a `ColumnRole`.
        var roles: [UInt8]
        /// Number of columns of the header, 0 where rows may be of any width.
        var width: Int
        /// Each municipality and month by itself, for the authority's files.
        var splits: Bool
        /// Whether typed values are kept, for storing.
        var keepsValues: Bool
        /// The year a bare month number means.
        var year: Int?
        /// Municipality and month of rows in a file that has no column for them; 0 = not said.
        var assumed = PartitionKey(municipality: 0, month: 0)
    }

    private let plan: TablePlan
    private let settings: Settings
    private let roles: UnsafeMutablePointer<UInt8>
    private let kinds: UnsafeMutablePointer<TablePlan.Kind>
    private let valid: UnsafeMutablePointer<UInt64>
    private let rules: UnsafeMutablePointer<TablePlan.RowRule>
    /// The row's typed values, meaningful where `filled` says so.
    private let values: UnsafeMutablePointer<UInt32>
    /// The row's keys, meaningful where `filled` says so.
    private let longs: UnsafeMutablePointer<UInt64>
    private let columnOf: UnsafeMutablePointer<Int16>
    private let keyBits: UInt64
    private let mixedFields: UInt64

    private(set) var faults: [Fault] = []
    /// Faults beyond the budget, counted only, by partition and rule.
    private(set) var dropped: [DroppedFaults.Key: Int] = [:]
    private var budget = FaultBudget(each: DroppedFaults.mostInStretch)
    private(set) var pool = ValuePool()
    private(set) var ownCells: [OwnCell] = []
    private(set) var partitions: [Partition]
    private var places: [PartitionKey: Int]
    private var current = 0
    private var currentKey: PartitionKey?
    /// How many rows each municipality and month has, in the order met, for a file that should hold one.
    private(set) var runs: [Run] = []
    private var texts: TextReading
    /// Texts in UTF-8 beyond ASCII, and texts that had to be read as Windows-1252.
    private(set) var encodings = (utf8: 0, windows: 0)

    private var keyCells: KeyCells
    /// The place among a report's figures of the one that the row names, once its name is known.
    private var figure: Int?

    /// A cell of the municipality's own columns on a row with a fault.
    struct OwnCell {
        var row: UInt32
        var column: Int16
        var value: UInt32
    }

    /// Consecutive rows of the same municipality and month.
    struct Run {
        var key: PartitionKey
        var firstRow: Int
        var lastRow: Int

        var rows: Int { lastRow - firstRow + 1 }
    }

    init(_ settings: Settings) {
        self.settings = settings
        plan = settings.plan
        keyCells = KeyCells(plan.collection.calendar, year: settings.year)
        let fields = plan.kinds.count
        roles = .allocate(capacity: settings.roles.count + 1)
        roles.initialize(from: settings.roles, count: settings.roles.count)
        kinds = .allocate(capacity: fields)
        kinds.initialize(from: plan.kinds, count: fields)
        valid = .allocate(capacity: fields)
        valid.initialize(from: plan.validCodes, count: fields)
        rules = .allocate(capacity: plan.rowRules.count + 1)
        rules.initialize(from: plan.rowRules, count: plan.rowRules.count)
        values = .allocate(capacity: fields)
        values.initialize(repeating: 0, count: fields)
        longs = .allocate(capacity: fields)
        longs.initialize(repeating: 0, count: fields)
        columnOf = .allocate(capacity: fields)
        columnOf.initialize(repeating: -1, count: fields)
        for (column, role) in settings.roles.enumerated() where role < ColumnRole.ours {
            columnOf[Int(role)] = Int16(truncatingIfNeeded: column)
        }
        keyBits = [plan.month, plan.municipality].reduce(0) { bits, field in bits | (field.map { 1 << UInt64($0) } ?? 0)
        }
        mixedFields = plan.mixedVolume?.fields ?? 0
        texts = TextReading(plan)
        partitions = []
        places = [:]
        if !settings.splits { enter(.whole) }
    }

    deinit {
        roles.deallocate()
        kinds.deallocate()
        valid.deallocate()
        rules.deallocate()
        values.deallocate()
        longs.deallocate()
        columnOf.deallocate()
    }

    func consume(row: Int, width: Int, cells: UnsafeBufferPointer<RecordCell>) -> Bool {
        let firstFault = faults.count
        let firstValue = pool.count
        var filled: UInt64 = 0
        var crosses: UInt64 = 0
        var longest: UInt32 = 0
        var monthCell: RecordCell?
        var municipalityCell: RecordCell?
        var hasOwn = false
        figure = nil
        let columns = settings.roles.count
        for cell in cells {
            let column = Int(cell.column)
            // What stands to the right of the last header is the municipality's own.
            let role = column < columns ? roles[column] : ColumnRole.own
            if role >= ColumnRole.ours {
                if role == ColumnRole.own { hasOwn = ownCell(cell, row: row) || hasOwn }
                continue
            }
            let field = Int(role)
            let bit: UInt64 = 1 << UInt64(field)
            let first = cell.bytes[0]
            switch kinds[field] {
            case .mark:
                if cell.length == 1, first == UInt8(ascii: "X") {
                    values[field] = UInt32(Columns.cross)
                    crosses |= bit
                } else if cell.length == 1, first &- 49 < 9 {
                    values[field] = UInt32(first - 48)
                } else if cell.length == 2, first &- 49 < 3, cell.bytes[1] &- 48 < 10,
                    first < 51 || cell.bytes[1] < 50
                {
                    let days = UInt32(first - 48) * 10 + UInt32(cell.bytes[1] - 48)
                    values[field] = days
                    longest = max(longest, days)
                } else {
                    guard take(CellReading.mark(cell.buffer, days: true), field, cell, row) else { continue }
                    if values[field] == UInt32(Columns.cross) {
                        crosses |= bit
                    } else {
                        longest = max(longest, values[field])
                    }
                }
            case .crossOnly:
                if cell.length == 1, first == UInt8(ascii: "X") {
                    values[field] = UInt32(Columns.cross)
                } else if !take(CellReading.mark(cell.buffer, days: false), field, cell, row) {
                    continue
                }
            case .month:
                monthCell = cell
            case .municipality:
                municipalityCell = cell
            case .runningNumber:
                if !take(runningNumber(cell), field, cell, row) { continue }
            case .code:
                if cell.length == 1, first &- 49 < 9, valid[field] >> UInt64(first - 48) & 1 == 1 {
                    values[field] = UInt32(first - 48)
                } else if !take(CellReading.code(cell.buffer, valid: valid[field]), field, cell, row) {
                    continue
                }
            case .text, .term:
                if !text(cell, field, row) { continue }
            case .date:
                let word = CellReading.plainDate(cell.buffer)
                if word > 0 {
                    values[field] = word
                } else if !take(CellReading.date(cell.buffer), field, cell, row) {
                    continue
                }
            case .amount:
                if !take(CellReading.amount(cell.buffer), field, cell, row) { continue }
            case .key:
                if !key(cell, field, row) { continue }
            case .integer:
                guard case .integer(let minimum, let maximum) = plan.table.fields[field].type else { continue }
                if !take(CellReading.integer(cell.buffer, minimum, maximum), field, cell, row) { continue }
            }
            filled |= bit
        }

        if filled & ~keyBits == 0, !hasOwn || filled == 0 {
            // A row that only says month and municipality is one the template had ready.
            if let cell = monthCell ?? municipalityCell, KeyCells.isSum(cell) {
                faults.append(fault(.notAHousehold, row: row, column: Int(cell.column)))
            }
            placeOutside(faultsFrom: firstFault, values: firstValue, row)
            return true
        }
        guard let month = keys(monthCell, municipalityCell, row) else {
            // What stands in a sum's cells is nobody's fault; that it is one has just been noted.
            faults.removeSubrange(firstFault..<faults.count - 1)
            placeOutside(faultsFrom: firstFault, values: firstValue, row)
            return true
        }
        // Every month has 28.
        if longest > 28, let days = month.known.map({ UInt32($0.days) }), longest > days {
            tooManyDays(days, filled & ~crosses, row)
        }
        if plan.hasValidity, let month = month.known { endedCodes(filled, month, cells, row) }
        if width != settings.width, width > 0, settings.width > 0 { wrongWidth(width, cells, row) }
        check(filled, row)

        partitions[current].rows += 1
        if crosses & mixedFields != 0, filled & mixedFields & ~crosses != 0 { partitions[current].mixedRows += 1 }
        if let field = plan.runningNumber, filled >> UInt64(field) & 1 == 1, values[field] > 0 {
            partitions[current].runs.add(values[field] - 1, row: UInt32(row))
        }
        if settings.keepsValues {
            for field in 0..<plan.kinds.count {
                let isFilled = filled >> UInt64(field) & 1 == 1
                if plan.longFields >> UInt64(field) & 1 == 1 {
                    partitions[current].longs[field].append(isFilled ? longs[field] : 0)
                } else {
                    partitions[current].values[field].append(isFilled ? values[field] : 0)
                }
            }
        }
        if faults.count > firstFault { place(faultsFrom: firstFault, values: firstValue, hasOwn ? cells : nil, row) }
        return true
    }

    // MARK: Cells

    /// Keeps what a cell was read as, with its repair or fault. False when it turned out blank.
    private func take(_ reading: Reading, _ field: Int, _ cell: RecordCell, _ row: Int) -> Bool {
        switch reading {
        case .blank: return false
        case .value(let value, let repair):
            values[field] = value
            if let repair { add(repair, row, cell, echo: true) }
        case .fault(let rule):
            values[field] = 0
            add(rule, row, cell, echo: true)
        }
        return true
    }

    private func runningNumber(_ cell: RecordCell) -> Reading {
        let length = Int(cell.length)
        guard length >= plan.digits.width, length <= plan.digits.most else {
            return CellReading.runningNumber(cell.buffer, digits: plan.digits)
        }
        var number: UInt32 = 0
        for place in 0..<length {
            let digit = cell.bytes[place] &- 48
            guard digit < 10 else { return CellReading.runningNumber(cell.buffer, digits: plan.digits) }
            number = number &* 10 &+ UInt32(digit)
        }
        return .value(number + 1, nil)
    }

    private func text(_ cell: RecordCell, _ field: Int, _ row: Int) -> Bool {
        let reading = texts.read(cell.buffer)
        guard reading.length > 0 else { return false }
        switch reading.encoding {
        case .ascii: break
        case .utf8: encodings.utf8 += 1
        case .windows:
            encodings.windows += 1
            add(.encoding, row, cell, echo: true)
        }
        if reading.holdsIdentityNumber {
            add(.identityNumber, row, cell, echo: false)
        } else {
            if reading.length > plan.longest[field] {
                add(.textTooLong, row, cell, echo: true, detail: UInt32(reading.length))
            }
            if let indicator = plan.indicator, indicator.field == field { name(cell, indicator, row) }
            if kinds[field] == .text, let known = reading.known, let rule = plan.knownTexts?.rule {
                let code = plan.knownTexts?.texts[known].code
                faults.append(
                    Fault(
                        row: UInt32(row), value: pool.add(CellReading.trimmed(cell.buffer)), detail: UInt32(code ?? 0),
                        column: Int16(truncatingIfNeeded: cell.column),
                        rule: code == nil ? rule : plan.book.belongsElsewhere))
            }
        }
        values[field] = settings.keepsValues ? texts.place(CellReading.trimmed(cell.buffer), field) : 1
        return true
    }

    /// What figure a cell names; the rule is broken when it names none.
    private func name(
        _ cell: RecordCell, _ indicator: (field: Int, rule: UInt8, names: IndicatorNames), _ row: Int
    ) {
        let text = CellReading.trimmed(cell.buffer)
        if let id = indicator.names[Windows1252.text(text)] {
            figure = indicator.names.figures.firstIndex { $0.id == id }
        } else {
            faults.append(
                Fault(
                    row: UInt32(row), value: pool.add(text), detail: 0,
                    column: Int16(truncatingIfNeeded: cell.column), rule: indicator.rule))
        }
    }

    private func key(_ cell: RecordCell, _ field: Int, _ row: Int) -> Bool {
        if let pseudonym = Pseudonym(letters: cell.buffer) {
            longs[field] = pseudonym.rawValue
            values[field] = 1
            return true
        }
        longs[field] = 0
        let text = CellReading.trimmed(cell.buffer)
        if text.isEmpty { return false }
        guard let pseudonym = Pseudonym(letters: text) else {
            return take(.fault(.unknownKey), field, cell, row)
        }
        longs[field] = pseudonym.rawValue
        return take(.value(1, .spaces), field, cell, row)
    }

    private func ownCell(_ cell: RecordCell, row: Int) -> Bool {
        guard !CellReading.trimmed(cell.buffer).isEmpty else { return false }
        if cell.length >= 10, TextReading.holdsIdentityNumber(cell.buffer) {
            add(.identityNumber, row, cell, echo: false)
        }
        return true
    }

    // MARK: Keys

    /// The month of a household's row, where it can be read.
    private struct RowMonth {
        var known: Month?
    }

    /// Finds the row's partition and its month, if that can be read; `nil` when the row is not a household's.
    private func keys(_ month: RecordCell?, _ municipality: RecordCell?, _ row: Int) -> RowMonth? {
        var key = settings.assumed
        if let cell = month {
            let reading = keyCells.month(cell)
            if let rule = reading.rule {
                if rule == .unknownMonth, KeyCells.isSum(cell) {
                    faults.append(fault(.notAHousehold, row: row, column: Int(cell.column)))
                    return nil
                }
                add(rule, row, cell, echo: true)
            }
            key.month = reading.value
        } else if let field = plan.month, columnOf[field] >= 0 {
            key.month = 0
            faults.append(fault(.monthMissing, row: row, column: Int(columnOf[field])))
        }
        if let cell = municipality {
            let reading = keyCells.municipality(cell)
            if let rule = reading.rule { add(rule, row, cell, echo: true) }
            key.municipality = reading.value
        } else if let field = plan.municipality, columnOf[field] >= 0 {
            key.municipality = 0
            faults.append(fault(.municipalityMissing, row: row, column: Int(columnOf[field])))
        }
        if settings.splits {
            if key != currentKey { enter(key) }
        } else if let last = runs.last, last.key == key, last.lastRow == row - 1 {
            runs[runs.count - 1].lastRow = row
        } else {
            runs.append(Run(key: key, firstRow: row, lastRow: row))
        }
        return RowMonth(known: key.month == 0 ? nil : Month(index: key.month))
    }

    private func enter(_ key: PartitionKey) {
        if let place = places[key] {
            current = place
        } else {
            current = partitions.count
            places[key] = current
            partitions.append(Partition(key, fields: plan.kinds.count))
        }
        currentKey = key
    }

    // MARK: Rows

    private func check(_ filled: UInt64, _ row: Int) {
        for place in 0..<plan.rowRules.count {
            let rule = rules[place]
            let bit: UInt64 = 1 << UInt64(rule.field)
            let isBroken =
                switch rule.kind {
                case .required: filled & bit == 0 && (rule.others == .max || filled & rule.others != 0)
                case .exclusive: filled & bit != 0 && filled & rule.others != 0
                case .atLeastOne: filled & rule.others == 0
                case .onlyWith: filled & bit != 0 && filled & rule.others == 0
                case .agrees: filled & bit != 0 && filled & rule.others != 0 && !agrees(rule, filled)
                case .ordered: filled & bit != 0 && filled & rule.others != 0 && isBefore(rule)
                }
            if isBroken { broken(rule, filled, row) }
        }
        if let figure, let names = plan.indicator?.names { check(names.figures[figure], at: figure, filled, row) }
    }

    private func check(_ figure: Indicator, at place: Int, _ filled: UInt64, _ row: Int) {
        func word(_ field: Int) -> UInt32? { filled >> UInt64(field) & 1 == 1 ? values[field] : nil }
        let delivery = settings.assumed.month == 0 ? nil : Month(index: settings.assumed.month)
        for broken in plan.figures.broken(by: figure, at: place, word, in: delivery) {
            var value: UInt32 = 0
            if kinds[broken.field] == .date, let day = word(broken.field), day > 0 {
                var text = Columns.day(day).iso
                value = text.withUTF8 { pool.add($0) }
            }
            faults.append(
                Fault(
                    row: UInt32(row), value: value, detail: broken.detail, column: columnOf[broken.field],
                    rule: broken.rule))
        }
        if let row = plan.figures.row(of: figure, at: place, word, row, { columnOf[$0] }) {
            partitions[current].figures.append(row)
        }
    }

    private func agrees(_ rule: TablePlan.RowRule, _ filled: UInt64) -> Bool {
        var others = filled & rule.others
        // A value that could not be read has its own finding.
        guard values[Int(rule.field)] != 0 else { return true }
        while others != 0 {
            let other = values[others.trailingZeroBitCount]
            if other == 0 || other == values[Int(rule.field)] { return true }
            others &= others &- 1
        }
        return false
    }

    /// Whether the rule's other date comes before its own; one that could not be read has its own finding.
    private func isBefore(_ rule: TablePlan.RowRule) -> Bool {
        let end = values[rule.others.trailingZeroBitCount]
        return end > 0 && end < values[Int(rule.field)]
    }

    private func broken(_ rule: TablePlan.RowRule, _ filled: UInt64, _ row: Int) {
        var detail: UInt32 = 0
        switch rule.kind {
        case .exclusive:
            // The columns that stand with it, as bits of their place among the others.
            var others = filled & rule.others
            while others != 0 {
                let field = others.trailingZeroBitCount
                let code = plan.table.fields[field].code ?? field
                if code < 32 { detail |= 1 << UInt32(code) }
                others &= others &- 1
            }
        case .agrees:
            // The household's value, then the others in order, a byte each.
            detail = values[Int(rule.field)]
            var shift: UInt32 = 8
            for field in 0..<plan.kinds.count where rule.others >> UInt64(field) & 1 == 1 && shift < 32 {
                if filled >> UInt64(field) & 1 == 1 { detail |= (values[field] & 0xFF) << shift }
                shift += 8
            }
        case .ordered:
            // About the end; the beginning goes with it.
            let end = rule.others.trailingZeroBitCount
            var text = Columns.day(values[end]).iso
            faults.append(
                Fault(
                    row: UInt32(row), value: text.withUTF8 { pool.add($0) }, detail: values[Int(rule.field)],
                    column: columnOf[end], rule: rule.rule))
            return
        case .required, .atLeastOne, .onlyWith: break
        }
        faults.append(Fault(row: UInt32(row), detail: detail, column: columnOf[Int(rule.field)], rule: rule.rule))
    }

    private func tooManyDays(_ days: UInt32, _ filled: UInt64, _ row: Int) {
        for field in 0..<plan.kinds.count
        where kinds[field] == .mark && filled >> UInt64(field) & 1 == 1 && values[field] > days {
            var text = String(values[field])
            let value = text.withUTF8 { pool.add($0) }
            faults.append(
                Fault(
                    row: UInt32(row), value: value, detail: days, column: columnOf[field],
                    rule: BuiltInRule.tooManyDays.rawValue))
        }
    }

    /// Codes that the list has, but not in the row's month.
    private func endedCodes(
        _ filled: UInt64, _ month: Month, _ cells: UnsafeBufferPointer<RecordCell>, _ row: Int
    ) {
        for cell in cells where Int(cell.column) < settings.roles.count {
            let field = Int(roles[Int(cell.column)])
            guard field < plan.kinds.count, kinds[field] == .code, values[field] > 0, filled >> UInt64(field) & 1 == 1,
                !plan.isValid(Int(values[field]), field: field, in: month)
            else { continue }
            values[field] = 0
            add(.unknownCode, row, cell, echo: true)
        }
    }

    private func wrongWidth(_ width: Int, _ cells: UnsafeBufferPointer<RecordCell>, _ row: Int) {
        let rule: BuiltInRule
        if width < settings.width {
            rule = .shortRow
        } else if cells.contains(where: { Int($0.column) >= settings.width && !CellReading.trimmed($0.buffer).isEmpty })
        {
            rule = .tooManyCells
        } else {
            rule = .extraBlankCells
        }
        faults.append(fault(rule, row: row, column: -1, detail: UInt32(width)))
    }

    // MARK: Faults

    private func fault(_ rule: BuiltInRule, row: Int, column: Int, detail: UInt32 = 0) -> Fault {
        Fault(
            row: UInt32(row), detail: detail, partition: UInt32(current), column: Int16(truncatingIfNeeded: column),
            rule: rule.rawValue)
    }

    private func add(_ rule: BuiltInRule, _ row: Int, _ cell: RecordCell, echo: Bool, detail: UInt32 = 0) {
        var rule = rule
        var echo = echo
        // Whatever else is wrong with it, an identity number is never repeated.
        if echo, cell.length >= 10, TextReading.holdsIdentityNumber(cell.buffer) {
            echo = false
            if !rule.isRepair { rule = .identityNumber }
        }
        faults.append(
            Fault(
                row: UInt32(row), value: echo ? pool.add(cell.buffer) : 0, detail: detail, partition: UInt32(current),
                column: Int16(truncatingIfNeeded: cell.column), rule: rule.rawValue))
    }

    /// The same for a row that is no household's: it goes with the rows before it.
    private func placeOutside(faultsFrom first: Int, values firstValue: Int, _ row: Int) {
        guard faults.count > first else { return }
        if partitions.isEmpty { enter(PartitionKey(municipality: 0, month: 0)) }
        place(faultsFrom: first, values: firstValue, nil, row)
    }

    /// Gives the row's faults their partition, and keeps the municipality's own cells beside them.
    ///
    /// Beyond a budget they are counted only, repairs and faults each by themselves so that neither hides the other.
    private func place(
        faultsFrom first: Int, values firstValue: Int, _ cells: UnsafeBufferPointer<RecordCell>?, _ row: Int
    ) {
        var kept = first
        for place in first..<faults.count {
            var fault = faults[place]
            fault.partition = UInt32(current)
            let isRepair = plan.book.entries[Int(fault.rule)].isRepair
            if budget.take(isRepair) {
                faults[kept] = fault
                kept += 1
            } else {
                dropped[DroppedFaults.Key(partition: fault.partition, rule: fault.rule), default: 0] += 1
            }
        }
        faults.removeSubrange(kept...)
        if kept == first { pool.forget(from: firstValue) }
        guard kept > first, let cells else { return }
        for cell in cells where Int(cell.column) >= settings.roles.count || roles[Int(cell.column)] == ColumnRole.own {
            let value = CellReading.trimmed(cell.buffer)
            if value.isEmpty || (value.count >= 10 && TextReading.holdsIdentityNumber(value)) { continue }
            ownCells.append(
                OwnCell(row: UInt32(row), column: Int16(truncatingIfNeeded: cell.column), value: pool.add(value)))
        }
    }

    /// Per field: the texts that its values are numbers of.
    var dictionaries: [TextDictionary] { texts.dictionaries }
}
