import Tabular
import Vocabulary

/// All rows of a file or sheet, judged and put together.
struct CheckedRows {
    var plan: TablePlan
    /// In the order first met; one only, unless the file is split.
    var partitions: [Partition] = []
    /// Per partition.
    var faults: [[Fault]] = []
    /// Per partition, how many faults of each rule are counted but not kept.
    var dropped: [[UInt8: Int]] = []
    private var budget = FaultBudget(each: DroppedFaults.mostInFile)
    var pool = ValuePool()
    /// In file order.
    var ownCells: [RowChecker.OwnCell] = []
    var runs: [RowChecker.Run] = []
    /// Per field: the texts that its values are numbers of.
    var texts: [TextDictionary]
    var encodings = (utf8: 0, windows: 0)

    private var places: [PartitionKey: Int] = [:]
    /// What one stretch has of a partition.
    private struct Stretch {
        var partition: Partition
        var faults: [Fault] = []
        var dropped: [UInt8: Int] = [:]
    }

    init(_ plan: TablePlan) {
        self.plan = plan
        texts = Array(repeating: TextDictionary(), count: plan.kinds.count)
    }

    /// Adds a stretch of the file, whose rows were numbered from `rowShift` less than they are.
    mutating func append(_ checker: RowChecker, rowShift: Int) {
        let shift = UInt32(rowShift)
        let poolShift = pool.take(checker.pool)
        let textFields = plan.kinds.indices.filter { [.text, .term].contains(plan.kinds[$0]) }
        let dictionaries = checker.dictionaries
        let textPlaces = textFields.map { texts[$0].take(dictionaries[$0]) }
        var stretches = checker.partitions.map { Stretch(partition: $0) }
        for (key, count) in checker.dropped { stretches[Int(key.partition)].dropped[key.rule] = count }
        for var fault in checker.faults {
            fault.row += shift
            if fault.value > 0 { fault.value += poolShift }
            if budget.take(plan.book.entries[Int(fault.rule)].isRepair) {
                stretches[Int(fault.partition)].faults.append(fault)
            } else {
                stretches[Int(fault.partition)].dropped[fault.rule, default: 0] += 1
            }
        }
        for place in stretches.indices {
            for run in stretches[place].partition.runs.runs.indices {
                stretches[place].partition.runs.runs[run].row += shift
            }
            for figure in stretches[place].partition.figures.indices {
                stretches[place].partition.figures[figure].row += shift
            }
            for (field, numbers) in zip(textFields, textPlaces) where !numbers.isEmpty {
                for row in stretches[place].partition.values[field].indices {
                    let text = stretches[place].partition.values[field][row]
                    if text > 0 { stretches[place].partition.values[field][row] = numbers[Int(text) - 1] }
                }
            }
            append(stretches[place])
        }
        for var cell in checker.ownCells {
            cell.row += shift
            cell.value += poolShift
            ownCells.append(cell)
        }
        for var run in checker.runs {
            run.firstRow += rowShift
            run.lastRow += rowShift
            runs.append(run)
        }
        encodings.utf8 += checker.encodings.utf8
        encodings.windows += checker.encodings.windows
    }

    private mutating func append(_ stretch: Stretch) {
        if let place = places[stretch.partition.key] {
            faults[place] += stretch.faults
            dropped[place].merge(stretch.dropped, uniquingKeysWith: +)
            partitions[place].append(stretch.partition)
        } else {
            places[stretch.partition.key] = partitions.count
            partitions.append(stretch.partition)
            faults.append(stretch.faults)
            dropped.append(stretch.dropped)
        }
    }

    /// When all is added: what can only be seen in the whole, and file order.
    mutating func finish() {
        for place in partitions.indices {
            // Rows that are nobody's may be of several municipalities, whose numbers have nothing to do with each other.
            if let rule = plan.uniqueRule, partitions[place].key.isKnown { duplicates(place, rule) }
            figures(place)
            faults[place].sort(by: Fault.inOrder)
        }
    }

    private mutating func figures(_ place: Int) {
        for (row, rule, detail) in plan.figures.broken(by: partitions[place].figures) {
            guard budget.take(false) else {
                dropped[place][rule, default: 0] += 1
                continue
            }
            var digits = String(row.value - 1)
            let value = digits.withUTF8 { pool.add($0) }
            faults[place].append(Fault(row: row.row, value: value, detail: detail, column: row.column, rule: rule))
        }
    }

    private mutating func duplicates(_ place: Int, _ rule: UInt8) {
        for duplicate in partitions[place].runs.duplicates() {
            guard budget.take(false) else {
                dropped[place][rule, default: 0] += 1
                continue
            }
            var digits = String(duplicate.key).zeroPadded(to: plan.digits.width)
            let value = digits.withUTF8 { pool.add($0) }
            faults[place].append(
                Fault(row: duplicate.row, value: value, detail: duplicate.first, column: -2, rule: rule))
        }
    }
}
