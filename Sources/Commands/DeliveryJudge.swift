import Checking
import Definitions
import Register
import Tabular
import Vocabulary

/// Judges files that are to be kept: as `check` does, and against the month before in the register.
struct DeliveryJudge {
    let register: Register
    let request: CheckRequest

    /// The files with their verdicts, columns included.
    func judge(_ files: [InputFile]) async throws(RegisterError) -> [CheckedFile] {
        var request = request
        request.keepsColumns = true
        var checked = await Check.files(files, as: request)
        for file in checked.indices {
            for verdict in checked[file].verdicts.indices {
                let findings = try await compare(checked[file].verdicts[verdict])
                checked[file].verdicts[verdict].findings.prepend(findings)
            }
        }
        return checked
    }

    private func compare(_ verdict: Verdict) async throws(RegisterError) -> [Finding] {
        guard let columns = verdict.columns, let municipality = verdict.municipality, let month = verdict.month,
            let collection = request.collections.first(where: { $0.id == verdict.collection }),
            let table = collection.table(verdict.table)
        else { return [] }
        let before = try await register.parts(
            PartSelection(
                collection: collection.id, table: table.id, months: month.previous...month.previous,
                municipality: municipality))
        guard let before = before.first?.columns else { return [] }
        return Comparison(table, of: collection, month: month, language: request.language)
            .findings(columns, before: before)
    }
}
