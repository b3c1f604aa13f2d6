public import Checking
public import Definitions

/// Some of a checked draft's findings, a page of them at a time.
public struct FindingPage: Sendable {
    /// Those on the page.
    public var findings: [LocatedFinding]
    /// How many there are on all pages.
    public var total: Int
    /// The page, from 1.
    public var page: Int
    /// How many pages there are, at least 1.
    public var pages: Int
}

/// A finding, and the file and verdict it belongs to.
public struct LocatedFinding: Sendable {
    /// The file's place among the draft's.
    public var file: Int
    /// The verdict's place among the draft's.
    public var verdict: Int
    /// The finding.
    public var finding: Finding
}

/// A column of one of the draft's tables that findings are about.
public struct LocatedColumn: Sendable, Equatable {
    /// The verdict's place among the draft's.
    public var verdict: Int
    /// The column.
    public var column: FindingColumn
}

extension CheckedDraft {
    /// Findings in the order of files, sheets and rows, narrowed to a severity and to a column of a verdict when these
    /// are given. A page beyond the last gives the last.
    public func findings(
        severity: Severity? = nil, column: (verdict: Int, column: Int)? = nil, page: Int = 1, of size: Int = 50
    ) -> FindingPage {
        let lists = located.map { file, verdict, judged in
            (
                file, verdict,
                column.map { $0.verdict != verdict } ?? false
                    ? [] : judged.findings.selected(severity: severity, column: column?.column)
            )
        }
        let total = lists.reduce(0) { $0 + $1.2.count }
        let pages = max(1, (total + size - 1) / size)
        let page = min(max(1, page), pages)
        var skip = (page - 1) * size
        var findings: [LocatedFinding] = []
        for (file, verdict, list) in lists {
            for place in list.indices.dropFirst(skip).prefix(size - findings.count) {
                findings.append(LocatedFinding(file: file, verdict: verdict, finding: list[place]))
            }
            skip = max(0, skip - list.count)
        }
        return FindingPage(findings: findings, total: total, page: page, pages: pages)
    }

    /// The columns that findings of a severity are about, in the order of files, sheets and columns.
    public func columns(severity: Severity? = nil) -> [LocatedColumn] {
        located.flatMap { _, verdict, judged in
            judged.findings.selected(severity: severity).columns.map { LocatedColumn(verdict: verdict, column: $0) }
        }
    }

    /// File, verdict, and the verdict itself.
    var located: [(file: Int, verdict: Int, judged: Verdict)] {
        var number = -1
        return files.enumerated().flatMap { place, file in
            file.verdicts.map { judged in
                number += 1
                return (place, number, judged)
            }
        }
    }
}
