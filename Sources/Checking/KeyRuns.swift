/// The running numbers of a partition as runs of consecutive numbers on consecutive rows.
///
/// Registers write households in order, so a municipality's month is a run or two however many rows it has, and
/// finding duplicates costs next to nothing. Files in any other order are judged the same, only slower.
struct KeyRuns {
    /// `length` numbers from `key`, the first on `row`.
    struct Run {
        var key: UInt32
        var row: UInt32
        var length: UInt32
    }

    var runs: [Run] = []

    /// Takes the number `key` that stands on `row`.
    mutating func add(_ key: UInt32, row: UInt32) {
        let last = runs.count - 1
        if last >= 0, key == runs[last].key &+ runs[last].length, row == runs[last].row &+ runs[last].length {
            runs[last].length += 1
        } else {
            runs.append(Run(key: key, row: row, length: 1))
        }
    }

    /// Every row whose number stands on a row above, with the first of those.
    func duplicates() -> [(key: UInt32, row: UInt32, first: UInt32)] {
        let sorted = runs.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
        var found: [(UInt32, UInt32, UInt32)] = []
        var start = 0
        while start < sorted.count {
            // Runs that touch the same numbers.
            var end = start + 1
            var beyond = sorted[start].key &+ sorted[start].length
            while end < sorted.count, sorted[end].key < beyond {
                beyond = max(beyond, sorted[end].key &+ sorted[end].length)
                end += 1
            }
            if end - start > 1 { Self.duplicates(sorted[start..<end], &found) }
            start = end
        }
        return found
    }

    private static func duplicates(_ runs: ArraySlice<Run>, _ found: inout [(UInt32, UInt32, UInt32)]) {
        var all: [(key: UInt32, row: UInt32)] = []
        for run in runs {
            for step in 0..<run.length { all.append((run.key + step, run.row + step)) }
        }
        all.sort { ($0.key, $0.row) < ($1.key, $1.row) }
        var first = all[0]
        for one in all.dropFirst() {
            if one.key == first.key {
                found.append((one.key, one.row, first.row))
            } else {
                first = one
            }
        }
    }
}
