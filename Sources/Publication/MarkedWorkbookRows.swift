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

    /// The marks that `verdicts` of one sheet give its data `rows`.
    ///
    /// - Parameter comments: How many cells may still be commented; negative once some have gone without.
    init(_ verdicts: [Verdict], rows data: [Int], comments: inout Int, language: Language) {
        headerRow = verdicts.compactMap(\.headerRow).max()
        names = language == .sv ? .sv : .en
        var findings: [Int: [Finding]] = [:]
        var repairs: [Int: [Finding]] = [:]
        for verdict in verdicts {
            for finding in verdict.findings { if let row = finding.row { findings[row, default: []].append(finding) } }
            for repair in verdict.repairs { if let row = repair.row { repairs[row, default: []].append(repair) } }
        }
        for row in Set(data).union(findings.keys).union(repairs.keys).sorted() {
            // The heaviest first; within a weight in the order they were found.
            let wrong = MarkingTone.allCases.reversed().flatMap { tone in
                findings[row, default: []].filter { $0.severity.tone == tone }
            }
            let mended = repairs[row] ?? []
            let explanation = (wrong + mended).map(\.explanation).joined(separator: "\n")
            let result = Self.result(wrong, language)
            rows.append(MarkedRow(row: row, result: result.text, explanation: explanation, tone: result.tone))
            addCells(wrong, mended, comments: &comments)
        }
    }

    /// The marks of the sheet called `sheet`.
    func marks(sheet: String) -> SheetMarks {
        SheetMarks(
            sheet: sheet, headerRow: headerRow, headers: (names.result, names.explanation), cells: cells, rows: rows)
    }

    /// Repairs are filled but not commented: there is nothing to do about them, and the row's explanation tells.
    private mutating func addCells(_ wrong: [Finding], _ mended: [Finding], comments: inout Int) {
        var texts: [String: (tone: MarkingTone, lines: [String])] = [:]
        for finding in wrong {
            guard let cell = finding.cell else { continue }
            texts[cell, default: (finding.severity.tone, [])].lines.append(finding.explanation)
        }
        for repair in mended {
            guard let cell = repair.cell else { continue }
            texts[cell, default: (.note, [])].lines += []
        }
        for (address, mark) in texts.sorted(by: { $0.key < $1.key }) {
            guard let (row, column) = CellRange.cell(address.utf8) else { continue }
            var comment: String?
            if !mark.lines.isEmpty {
                if comments > 0 { comment = mark.lines.joined(separator: "\n") }
                comments -= 1
            }
            cells.append(MarkedCell(row: row, column: column, tone: mark.tone, comment: comment))
        }
    }

    private static func result(_ findings: [Finding], _ language: Language) -> (text: String, tone: MarkingTone?) {
        let errors = findings.count { $0.severity == .error }
        let warnings = findings.count { $0.severity == .warning }
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

extension Finding {
    /// Where, what and how, in one line.
    fileprivate var explanation: String { remedy.isEmpty ? message : "\(message) \(remedy)" }
}
