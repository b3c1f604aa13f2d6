import Checking
import Definitions
import Tabular
import Vocabulary

/// What the two columns say of each row, and which cells are filled and commented.
struct MarkedWorkbookRows {
    private let headerRow: Int?
    private let names: MarkingNames
    private var cells: [MarkedCell] = []
    private var rows: [MarkedRow] = []

    /// What is kept of a finding until its row is written.
    private struct Note {
        let tone: MarkingTone
        let text: String
        let cell: String?
        let isRepair: Bool
    }

    /// The marks that `verdicts` of one sheet give its data `rows`.
    ///
    /// - Parameter comments: How many cells may still be commented; negative once some have gone without.
    init(_ verdicts: [Verdict], rows data: [Int], comments: inout Int, language: Language) {
        headerRow = verdicts.compactMap(\.headerRow).max()
        names = language == .sv ? .sv : .en
        var notes: [Int: [Note]] = [:]
        for verdict in verdicts {
            for (findings, isRepair) in [(verdict.findings, false), (verdict.repairs, true)] {
                for finding in findings {
                    guard let row = finding.row else { continue }
                    notes[row, default: []].append(
                        Note(
                            tone: isRepair ? .note : finding.severity.tone,
                            text: finding.remedy.isEmpty ? finding.message : "\(finding.message) \(finding.remedy)",
                            cell: finding.cell, isRepair: isRepair))
                }
            }
        }
        // Rows of a sheet that could not be judged are not said to be approved, nor those whose findings are only counted.
        let isWhole = verdicts.contains { $0.rows > 0 } && verdicts.allSatisfy { $0.findings.omitted == 0 }
        let judged = isWhole ? data : []
        for row in Set(judged).union(notes.keys).sorted() {
            // The heaviest first; within a weight in the order they were found.
            let own = MarkingTone.allCases.reversed().flatMap { tone in
                notes[row, default: []].filter { $0.tone == tone }
            }
            let result = Self.result(own, language)
            let explanation = own.map(\.text).joined(separator: "\n")
            rows.append(MarkedRow(row: row, result: result.text, explanation: explanation, tone: result.tone))
            addCells(own, comments: &comments)
        }
    }

    /// The marks of the sheet called `sheet`.
    func marks(sheet: String) -> SheetMarks {
        SheetMarks(
            sheet: sheet, headerRow: headerRow, headers: (names.result, names.explanation), cells: cells, rows: rows)
    }

    /// Repairs are filled but not commented: there is nothing to do about them, and the row's explanation tells.
    private mutating func addCells(_ notes: [Note], comments: inout Int) {
        var marks: [String: (tone: MarkingTone, lines: [String])] = [:]
        for note in notes {
            guard let cell = note.cell else { continue }
            marks[cell, default: (note.tone, [])].lines += note.isRepair ? [] : [note.text]
        }
        for (address, mark) in marks.sorted(by: { $0.key < $1.key }) {
            guard let (row, column) = CellRange.cell(address.utf8) else { continue }
            var comment: String?
            if !mark.lines.isEmpty {
                if comments > 0 { comment = mark.lines.joined(separator: "\n") }
                comments -= 1
            }
            cells.append(MarkedCell(row: row, column: column, tone: mark.tone, comment: comment))
        }
    }

    private static func result(_ notes: [Note], _ language: Language) -> (text: String, tone: MarkingTone?) {
        let errors = notes.count { $0.tone == .error }
        let warnings = notes.count { $0.tone == .warning }
        let parts = [
            errors > 0 ? MarkedWorkbookWords.errors(errors, language) : nil,
            warnings > 0 ? MarkedWorkbookWords.warnings(warnings, language) : nil,
        ].compactMap { $0 }
        if parts.isEmpty { return (language == .sv ? "Godkänd" : "Approved", nil) }
        return (parts.joined(separator: ", "), errors > 0 ? .error : .warning)
    }
}

extension Severity {
    /// The mark of a finding of this weight.
    var tone: MarkingTone {
        switch self {
        case .error: .error
        case .warning: .warning
        case .info: .note
        }
    }
}
