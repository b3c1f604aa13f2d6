import Accounts
import Checking
import Definitions
import Frame
import Hummingbird
import Intake
import Register
import Tabular
import Vocabulary
import Web

// Correcting a few cells on the page.

extension MunicipalityPages {
    func addCorrect(to routes: some RouterMethods<PortalContext>) {
        let place = DraftPlace(":token")
        routes.get(place.correct.route) { _, context in
            let draft = try await self.draft(context, .deliver)
            return try await correct(draft, context)
        }
        routes.post(place.correct.route, use: saveCorrections)
        routes.post(place.undo.route, use: undo)
    }

    /// The form; the result instead when there is nothing that can be corrected there.
    private func correct(
        _ draft: Draft, _ context: PortalContext, typed: [String: String] = [:], _ errors: FormErrors = FormErrors()
    ) async throws -> Response {
        guard case .checked(let checked) = try await house.intake.state(of: draft.id, language: context.language),
            checked.mayCorrect
        else { return .see(Path.draft(draft.id.text).text) }
        let collection = try house.collection(draft.collection)
        let page = CorrectPage(
            checked: checked, collection: collection, rows: try FaultyRow.all(checked, collection), typed: typed)
        return context.page.correct(page, errors).response
    }

    private func saveCorrections(_ request: Request, _ context: PortalContext) async throws -> Response {
        let draft = try await draft(context, .deliver)
        let form = try await Form.read(request)
        guard form["version"] == String(draft.revision) else { return context.changed(draft) }
        guard case .checked(let checked) = try await house.intake.state(of: draft.id, language: context.language) else {
            return .see(Path.draft(draft.id.text).text)
        }
        var edits: [CellEdit] = []
        var errors = FormErrors()
        var typed: [String: String] = [:]
        for field in form.fields {
            guard let edit = CellEdit(field, checked) else { continue }
            edits.append(edit)
            let text = edit.correction.text
            if IdentityNumber.looksLikeOne(in: text) {
                errors.add(field.name, context.page.identityNumber)
            } else {
                typed[field.name] = text
                let most = Intake.Limits().text
                if text.count > most { errors.add(field.name, context.page.tooLong(text.count, most)) }
            }
        }
        let rows =
            try house.collection(draft.collection).tables.isEmpty
            ? [] : FaultyRow.all(checked, house.collection(draft.collection))
        for row in rows where form[row.leaveOut] != nil {
            typed[row.leaveOut] = "ja"
            edits = edits.filter { !row.holds($0) } + row.blanked
        }
        guard errors.isEmpty else { return try await correct(draft, context, typed: typed, errors) }
        return try await keep(edits, in: draft, .corrected, context)
    }

    /// Takes a correction back: the cell is read as it stands in the file.
    private func undo(_ request: Request, _ context: PortalContext) async throws -> Response {
        let draft = try await draft(context, .deliver)
        let form = try await Form.read(request)
        guard form["version"] == String(draft.revision) else { return context.changed(draft) }
        guard let file = form["fil"].flatMap({ Int($0) }), let row = form["rad"].flatMap({ Int($0) }),
            let column = form["kolumn"].flatMap({ Int($0) })
        else { throw PageError.notFound }
        let sheet = form["blad"].flatMap { $0.isEmpty ? nil : $0 }
        let place = CellPlace(sheet: sheet, row: row, column: column)
        guard
            let correction = draft.corrections.last(where: { $0.file == file && $0.correction.cell.place == place })
        else { return .see(Path.draft(draft.id.text).text) }
        let edit = CellEdit(file: file, CellCorrection(place, text: correction.correction.before))
        return try await keep([edit], in: draft, .undone, context)
    }

    private func keep(
        _ edits: [CellEdit], in draft: Draft, _ news: ResultNews, _ context: PortalContext
    ) async throws -> Response {
        let sender = Sender(try context.person())
        return try await context.answering(draft) { () async throws(IntakeError) in
            let corrected = try await house.intake.correct(
                draft.id, edits, by: sender, at: context.now, language: context.language)
            let path = Path.draft(draft.id.text)
            return corrected.revision == draft.revision ? path : path.with(ResultNews.name, news.rawValue)
        }
    }
}

extension PortalContext {
    /// That the draft is not as it was on the page that was sent.
    fileprivate func changed(_ draft: Draft) -> Response {
        let path = draft.elsewhere ?? Path.draft(draft.id.text).with(ResultNews.name, ResultNews.changed.rawValue)
        return .see(path.text)
    }
}

extension CellEdit {
    /// What was typed in a cell of the form; `nil` for other fields.
    fileprivate init?(_ field: Form.Field, _ checked: CheckedDraft) {
        let parts = field.name.split(separator: "-")
        guard parts.count == 5, parts[0] == "c" else { return nil }
        let numbers = parts.dropFirst().compactMap { Int($0) }
        guard numbers.count == 4, checked.verdicts.indices.contains(numbers[1]) else { return nil }
        let sheet = checked.verdicts[numbers[1]].sheet
        self.init(
            file: numbers[0],
            CellCorrection(
                CellPlace(sheet: sheet, row: numbers[2], column: numbers[3]), text: field.value.trimmingBlanks))
    }
}

/// What the page where cells are corrected shows.
struct CorrectPage {
    let checked: CheckedDraft
    let collection: Definitions.Collection
    let rows: [FaultyRow]
    /// What has been typed and not kept, by the name of the field.
    let typed: [String: String]

    /// What cannot be mended cell by cell.
    var ofFile: [Finding] {
        checked.verdicts.flatMap { $0.findings.of(.error).filter { $0.row == nil } }
    }

    /// The month that decides which codes there are.
    func month(_ row: FaultyRow) -> Month? { checked.verdicts[row.verdict].month ?? checked.draft.month }
}
