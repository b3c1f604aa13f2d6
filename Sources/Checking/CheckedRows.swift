import Tabular

/// All rows of a file or sheet, judged and put together.
struct CheckedRows {
    var plan: TablePlan
    /// In the order first met; one only, unless the file is split.
    var partitions: [Partition] = []
    /// Per partition.
    var faults: [[Fault]] = []
    var pool = ValuePool()
    /// In file order.
    var ownCells: [RowChecker.OwnCell] = []
    var runs: [RowChecker.Run] = []
    var texts = TextDictionary()
    var encodings = (utf8: 0, windows: 0)

    private var places: [PartitionKey: Int] = [:]
    /// Where rows go whose municipality or month cannot be read: with those before them.
    private var latest: Int?
    /// Rows before any municipality and month could be read.
    private var waiting: (Partition, [Fault])?

    init(_ plan: TablePlan) {
        self.plan = plan
    }

    /// Adds a stretch of the file; `firstRow` is the number of its first row less the one it was read with.
    mutating func append(_ checker: RowChecker, rowShift: Int) {
        let shift = UInt32(rowShift)
        let poolShift = pool.take(checker.pool)
        let textPlaces = texts.take(checker.textDictionary)
        let textField = plan.kinds.firstIndex(of: .text)
        var partitionFaults = Array(repeating: [Fault](), count: checker.partitions.count)
        for var fault in checker.faults {
            fault.row += shift
            if fault.value > 0 { fault.value += poolShift }
            partitionFaults[Int(fault.partition)].append(fault)
        }
        for (place, var partition) in checker.partitions.enumerated() {
            for run in partition.runs.runs.indices { partition.runs.runs[run].row += shift }
            if let textField {
                for row in partition.values[textField].indices where partition.values[textField][row] > 0 {
                    partition.values[textField][row] = textPlaces[Int(partition.values[textField][row]) - 1]
                }
            }
            append(partition, partitionFaults[place])
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

    private mutating func append(_ partition: Partition, _ added: [Fault]) {
        if partition.key == .inherited {
            guard partition.rows > 0 || !added.isEmpty else { return }
            if let latest {
                merge(partition, added, into: latest)
            } else {
                waiting = (partition, added)
            }
            return
        }
        if let place = places[partition.key] {
            merge(partition, added, into: place)
            latest = place
        } else {
            latest = partitions.count
            places[partition.key] = partitions.count
            partitions.append(partition)
            faults.append(added)
        }
        if let (early, earlyFaults) = waiting, let latest {
            waiting = nil
            merge(early, earlyFaults, into: latest)
        }
    }

    private mutating func merge(_ partition: Partition, _ added: [Fault], into place: Int) {
        faults[place].append(contentsOf: added)
        partitions[place].rows += partition.rows
        partitions[place].mixedRows += partition.mixedRows
        partitions[place].runs.runs.append(contentsOf: partition.runs.runs)
        for field in partition.values.indices {
            partitions[place].values[field].append(contentsOf: partition.values[field])
        }
    }

    /// When all is added: what can only be seen in the whole, and file order.
    mutating func finish() {
        if let (early, earlyFaults) = waiting {
            waiting = nil
            partitions.append(early)
            faults.append(earlyFaults)
        }
        for place in partitions.indices {
            if let rule = plan.uniqueRule { duplicates(place, rule) }
            faults[place].sort(by: Fault.inOrder)
        }
    }

    private mutating func duplicates(_ place: Int, _ rule: UInt8) {
        for duplicate in partitions[place].runs.duplicates() {
            var digits = String(duplicate.key)
            digits = String(repeating: "0", count: max(0, plan.digits.width - digits.count)) + digits
            let value = digits.withUTF8 { pool.add($0) }
            faults[place].append(
                Fault(row: duplicate.row, value: value, detail: duplicate.first, column: -2, rule: rule))
        }
    }
}
