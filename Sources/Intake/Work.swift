import Checking
import Definitions
import Register
import Storage
import Tabular
import Vocabulary

/// A draft's files as they are to be judged.
struct Work: Sendable {
    var draft: Draft.ID
    var revision: Int
    var collection: Definitions.Collection
    var municipality: Municipality
    var month: Month?
    var language: Language
    /// With their corrections.
    var files: [InputFile]
}

extension Intake {
    /// Judges `work`, unless that has been done lately; `nil` when it takes longer than `patience`.
    func judge(_ work: Work, within patience: Duration? = nil) async throws(IntakeError) -> Judgement? {
        let (collection, municipality) = (work.collection.id, work.municipality)
        let state = try await read { try $0.deliveryState(collection: collection, municipality: municipality) }
        return try await judge(work, against: state, within: patience)
    }

    func judge(
        _ work: Work, against state: DeliveryState, within patience: Duration?
    ) async throws(IntakeError) -> Judgement? {
        let result = await checks.judgement(Checks.Key(work, state), within: patience) { () throws(IntakeError) in
            try await make(work)
        }
        return try result?.get()
    }

    /// Judges the draft as it is written. Its files are in memory only from when its turn has come.
    func judge(
        _ draft: Draft, _ language: Language, against state: DeliveryState, within patience: Duration?
    ) async throws(IntakeError) -> Judgement? {
        let key = Checks.Key(draft, language, state)
        let result = await checks.judgement(key, within: patience) { () throws(IntakeError) in
            try await make(try await work(draft, language))
        }
        return try result?.get()
    }

    private func make(_ work: Work) async throws(IntakeError) -> Judgement {
        var request = CheckRequest(collections: [work.collection])
        request.municipality = work.municipality
        request.month = work.month
        request.language = work.language
        do {
            let checked = try await DeliveryJudge(register: register, request: request).judge(work.files)
            let verdicts = checked.flatMap(\.verdicts)
            return Judgement(
                files: checked,
                questions: try await register.questions(verdicts, collection: work.collection.id),
                comparisons: try await comparisons(work, verdicts))
        } catch {
            throw IntakeError(error)
        }
    }

    private func comparisons(_ work: Work, _ verdicts: [Verdict]) async throws -> [TableComparison] {
        guard let month = work.month ?? verdicts.lazy.compactMap(\.month).first else { return [] }
        let (id, municipality) = (work.collection.id, work.municipality)
        let arrivals = try await database.read {
            try $0.arrivals(collection: id, months: month.previous...month, municipality: municipality)
        }
        func earlier(_ table: String, _ month: Month) -> TableComparison.Earlier? {
            for arrival in arrivals where arrival.number.month == month {
                for part in arrival.parts where part.isCurrent && part.table == table {
                    return TableComparison.Earlier(number: arrival.number, rows: part.rows)
                }
            }
            return nil
        }
        var comparisons: [TableComparison] = []
        for verdict in verdicts where verdict.rows > 0 {
            guard let table = work.collection.table(verdict.table) else { continue }
            var comparison = TableComparison(
                table: table.id, rows: verdict.rows, monthBefore: earlier(table.id, month.previous),
                replaced: earlier(table.id, month))
            if comparison.replaced != nil, let columns = verdict.columns {
                let parts = try await register.parts(
                    PartSelection(collection: id, table: table.id, months: month...month, municipality: municipality))
                // A part with nothing to report has no columns.
                comparison.difference = TableDifference(
                    of: table.id, fields: table.fields,
                    before: parts.first?.columns ?? Columns(count: 0, columns: []), after: columns)
            }
            comparisons.append(comparison)
        }
        return comparisons
    }
}
