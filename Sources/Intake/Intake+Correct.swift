import AccessLog
public import Checking
import Definitions
public import Foundation
import Register
import Storage
public import Tabular
public import Vocabulary

/// What somebody writes in a cell on the page.
public struct CellEdit: Sendable, Hashable {
    /// The file's place among the draft's.
    public var file: Int
    /// The cell.
    public var correction: CellCorrection

    /// Writes `correction` in the draft's `file`.
    public init(file: Int, _ correction: CellCorrection) {
        self.file = file
        self.correction = correction
    }
}

extension Intake {
    /// Corrects cells of a draft with few errors, and checks it anew; the files themselves stay as they came.
    ///
    /// The cells must stand on rows that something was found about, or have been corrected before. The text that a cell
    /// had takes its correction back.
    public func correct(
        _ id: Draft.ID, _ edits: [CellEdit], by sender: Sender, at time: Date, language: Language = .sv
    ) async throws(IntakeError) -> Draft {
        let draft = try await keptDraft(id)
        var work = try await work(draft, language)
        let checked = try await checked(draft, work)
        guard checked.errors <= limits.correctable else {
            throw .tooManyErrors(checked.errors, limit: limits.correctable)
        }
        let corrections = try corrections(edits, checked, work, by: sender, at: time)
        guard !corrections.isEmpty else { return draft }
        for (file, correction) in corrections { work.files[file].correct(correction) }
        work.revision += 1
        return try await settle(work) { transaction, judgement in
            _ = try transaction.openDraft(id, revision: draft.revision)
            try transaction.revise(draft, .correction, by: sender, at: time)
            // Text that would make us let go of the files was refused; it is not kept here either.
            for (file, correction) in corrections { try transaction.keep(correction, file, of: id) }
            try transaction.log(
                .corrected, draft.collection, draft.municipality, draft.month, by: sender, at: time)
        }
    }

    /// The draft with its judgement, however long that takes.
    func checked(_ draft: Draft, _ work: Work) async throws(IntakeError) -> CheckedDraft {
        guard let judgement = try await judge(work) else { throw .notKept }
        return CheckedDraft(draft, judgement, correctable: limits.correctable)
    }

    private func corrections(
        _ edits: [CellEdit], _ checked: CheckedDraft, _ work: Work, by sender: Sender, at time: Date
    ) throws(IntakeError) -> [(file: Int, correction: Correction)] {
        var corrections: [(file: Int, correction: Correction)] = []
        for (file, edits) in Dictionary(grouping: edits, by: \.file).sorted(by: { $0.key < $1.key }) {
            guard checked.files.indices.contains(file) else { throw .noSuchDraft(checked.draft.id) }
            let texts = try texts(at: Set(edits.map(\.correction.place)), of: work.files[file])
            for edit in edits {
                let place = edit.correction.place
                guard let verdict = checked.verdict(file, place.sheet),
                    verdict.mayBeCorrected(place, checked.draft, file)
                else { throw .noSuchCell(place) }
                let text = try oneLine(edit.correction.text)
                let before = texts[place] ?? ""
                let now = checked.draft.corrections.last { $0.file == file && $0.correction.cell.place == place }
                guard text != now?.correction.cell.text ?? before else { continue }
                corrections.append(
                    (
                        file,
                        Correction(
                            cell: CellCorrection(place, text: text),
                            field: verdict.fields.indices.contains(place.column) ? verdict.fields[place.column] : nil,
                            before: before, by: sender.name, at: time)
                    ))
            }
        }
        return corrections
    }

    private func texts(at places: Set<CellPlace>, of file: InputFile) throws(IntakeError) -> [CellPlace: String] {
        do throws(FileProblem) {
            return try file.texts(at: places)
        } catch {
            throw .notKept
        }
    }

    /// What was typed as one line of a cell's text.
    private func oneLine(_ text: String) throws(IntakeError) -> String {
        let line = text.split { $0.isNewline || $0 == "\0" }.joined(separator: " ")
        guard line.count <= limits.text else { throw .textTooLong(.correction, limit: limits.text) }
        guard !IdentityNumber.looksLikeOne(in: line) else { throw .identityNumber(in: .correction) }
        return line
    }
}

extension CheckedDraft {
    /// What stands in the cells of findings and corrections of a file, for the form where they are corrected: the
    /// correction where there is one, else the file's own text; blank cells have none.
    public func texts(at places: Set<CellPlace>, file: Int) throws(FileProblem) -> [CellPlace: String] {
        guard files.indices.contains(file) else { return [:] }
        let checked = files[file]
        var texts = try InputFile(name: checked.name, bytes: checked.bytes).texts(at: places)
        for correction in draft.corrections where correction.file == file {
            let cell = correction.correction.cell
            if places.contains(cell.place) { texts[cell.place] = cell.text.isEmpty ? nil : cell.text }
        }
        return texts
    }

    fileprivate func verdict(_ file: Int, _ sheet: String?) -> Verdict? {
        files[file].verdicts.first { $0.sheet == sheet }
    }
}

extension Verdict {
    /// Whether the cell stands below the header, on a row that something was found about or that has been corrected.
    fileprivate func mayBeCorrected(_ place: CellPlace, _ draft: Draft, _ file: Int) -> Bool {
        guard place.row > headerRow ?? 0, CellRange.allColumns.contains(place.column) else { return false }
        return findings.asks(about: place.row)
            || draft.corrections.contains {
                $0.file == file && $0.correction.cell.place.sheet == place.sheet
                    && $0.correction.cell.place.row == place.row
            }
    }
}

extension InputFile {
    /// Takes in a correction as the draft keeps it: the cell's last one counts, and its own text takes it back.
    fileprivate mutating func correct(_ correction: Correction) {
        corrections.removeAll { $0.place == correction.cell.place }
        if correction.cell.text != correction.before { corrections.append(correction.cell) }
    }
}

extension Transaction {
    /// Keeps a correction in place of an earlier one of the same cell; none when the cell has its own text again.
    fileprivate func keep(_ correction: Correction, _ file: Int, of id: Draft.ID) throws {
        let place = correction.cell.place
        let draft: SQL = "(SELECT id FROM draft WHERE token = \(id.text))"
        let isOnSheet: SQL = place.sheet.map { "sheet = \($0)" } ?? "sheet IS NULL"
        try execute(
            """
            DELETE FROM draft_correction
            WHERE draft = \(draft) AND file = \(file) AND cell_row = \(place.row) AND cell_column = \(place.column)
                AND \(isOnSheet)
            """)
        guard correction.cell.text != correction.before else { return }
        try execute(
            """
            INSERT INTO draft_correction (draft, number, file, \(raw: Correction.columns))
            VALUES (
                \(draft), (SELECT COALESCE(MAX(number), 0) + 1 FROM draft_correction WHERE draft = \(draft)), \(file),
                \(correction.values)
            )
            """)
    }
}
