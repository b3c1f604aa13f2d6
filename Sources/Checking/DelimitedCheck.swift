import Tabular

/// Judges the rows of delimited text, on as many processors as there are.
///
/// The file is cut at line ends into stretches that are judged at the same time. A cut may fall inside a quoted cell:
/// a stretch whose first record did not begin where the one before it ended is judged again from the right place, so
/// that the result is always that of reading from the top.
struct DelimitedCheck {
    let file: FileBytes
    let separator: UInt8
    let settings: RowChecker.Settings
    let overlay: Overlay

    private struct Result: Sendable {
        var start: Int
        var end: DelimitedScanner.Position
        // Handed over whole: only the task that made it has used it.
        nonisolated(unsafe) var checker: RowChecker
    }

    /// Judges everything from `start` on.
    func run(from start: DelimitedScanner.Position) async -> CheckedRows {
        var rows = CheckedRows(settings.plan)
        let cuts = file.stretches(from: start.offset)
        if cuts.count < 2 {
            let result = check(start.offset, file.count, from: start.row)
            rows.append(result.checker, rowShift: start.row)
        } else {
            let results = await withTaskGroup(of: (Int, Result).self, returning: [Result?].self) { group in
                for (place, cut) in cuts.enumerated() {
                    group.addTask { (place, check(cut.lowerBound, cut.upperBound)) }
                }
                var results: [Result?] = Array(repeating: nil, count: cuts.count)
                for await (place, result) in group { results[place] = result }
                return results
            }
            var at = start
            for (place, cut) in cuts.enumerated() where at.offset < cut.upperBound {
                guard var result = results[place] else { continue }
                // Which rows are to be corrected is known when those above have been counted.
                if result.start != at.offset || overlay.touches(at.row..<at.row + result.end.row) {
                    result = check(at.offset, cut.upperBound, from: at.row)
                }
                rows.append(result.checker, rowShift: at.row)
                at = DelimitedScanner.Position(offset: result.end.offset, row: at.row + result.end.row)
            }
        }
        rows.finish()
        return rows
    }

    /// Judges the records that begin in a stretch, with corrections when its first row is known; rows are numbered
    /// from 0.
    private func check(_ start: Int, _ limit: Int, from row: Int? = nil) -> Result {
        var checker = RowChecker(settings)
        let end = file.withBytes { bytes in
            var scanner = DelimitedScanner(separator: separator)
            let begin = DelimitedScanner.Position(offset: start, row: 0)
            guard let row, !overlay.isEmpty else {
                return scanner.scan(bytes, from: begin, limit: limit, into: &checker)
            }
            var corrected = CorrectedRecords(consumer: checker, overlay: overlay, rowShift: row)
            return scanner.scan(bytes, from: begin, limit: limit, into: &corrected)
        }
        file.release(start..<limit)
        return Result(start: start, end: end, checker: checker)
    }
}
