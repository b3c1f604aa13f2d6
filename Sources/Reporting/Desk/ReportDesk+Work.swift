import AccessLog
public import Foundation
import Storage
public import Vocabulary

extension ReportDesk {
    /// Begins a report with the choices and texts of the latest earlier one of its kind; as it stands when it has been
    /// begun already.
    @discardableResult
    public func begin(
        _ identity: ReportIdentity, by person: ReportPerson, at time: Date
    ) async throws(ReportingError) -> ReportWork {
        try await write { transaction in
            if let begun = try transaction.reportWork(identity) { return begun }
            let earlier = try transaction.reportWorks(
                """
                kind = \(identity.kind) AND municipality = \(Int(identity.municipality.number))
                    AND month < \(Int(identity.month.index)) ORDER BY month DESC LIMIT 1
                """
            ).first
            let step = ReportStep(by: person.name, at: time)
            let work = ReportWork(
                identity: identity, edition: 1, revision: 1, state: .draft,
                choices: earlier?.choices ?? ReportChoices(), knownUntil: nil, carriedFrom: earlier?.identity.month,
                changed: step, sent: nil, approved: nil, givenBack: nil)
            try transaction.execute(
                """
                INSERT INTO report_work (kind, municipality, month, \(ReportWork.columns))
                VALUES (
                    \(identity.kind), \(Int(identity.municipality.number)), \(Int(identity.month.index)),
                    \(try work.values())
                )
                """)
            try transaction.keep("begin", of: work, by: person, at: time)
            try transaction.logReport(work, .wroteReport, by: person, at: time)
            return work
        }
    }

    /// A report on the desk; `nil` when nobody has begun it.
    public func work(_ identity: ReportIdentity) async throws(ReportingError) -> ReportWork? {
        try await read { try $0.reportWork(identity) }
    }

    /// The reports of a municipality, of one kind or all, the newest month first.
    public func works(
        of municipality: Municipality, kind: String? = nil
    ) async throws(ReportingError) -> [ReportWork] {
        try await read { transaction in
            let ofKind: SQL = kind.map { "kind = \($0)" } ?? "1 = 1"
            return try transaction.reportWorks(
                "municipality = \(Int(municipality.number)) AND \(ofKind) ORDER BY month DESC, kind")
        }
    }

    /// Keeps what was chosen and written.
    ///
    /// - Parameter revision: That of the report as it was read. Another's change since then refuses this one: nothing of
    ///   either is lost, and whoever comes second decides what to do.
    @discardableResult
    public func save(
        _ choices: ReportChoices, of identity: ReportIdentity, revision: Int, by person: ReportPerson, at time: Date
    ) async throws(ReportingError) -> ReportWork {
        try await write { transaction in
            let choices = try choices.checked()
            let before = try transaction.reportWork(identity, revision: revision)
            guard before.isEditable else { throw DeskRefusal.wrongState(before.state) }
            if choices == before.choices { return before }
            var work = before
            work.choices = choices
            work.change(by: person, at: time)
            try transaction.put(work)
            try transaction.keep("write", of: work, since: before, by: person, at: time)
            // Writing is saved many times an hour: once a report and person is enough for the log.
            if before.changed.by != person.name || time.timeIntervalSince(before.changed.at) > 3_600 {
                try transaction.logReport(work, .wroteReport, by: person, at: time)
            }
            return work
        }
    }
}

extension Transaction {
    /// A report as it was read by somebody who wants to change it.
    func reportWork(_ identity: ReportIdentity, revision: Int) throws -> ReportWork {
        guard let work = try reportWork(identity) else { throw DeskRefusal.notBegun }
        guard work.revision == revision else { throw DeskRefusal.changedMeanwhile(work.changed) }
        return work
    }

    func reportWork(_ identity: ReportIdentity) throws -> ReportWork? {
        try reportWorks(identity.condition).first
    }

    /// The reports for which `condition` holds, which may end in an order.
    func reportWorks(_ condition: SQL) throws -> [ReportWork] {
        try all(
            """
            SELECT kind, municipality, month, \(ReportWork.columns), \(ReportWork.approval("taken_by")),
                \(ReportWork.approval("taken_at")) FROM report_work WHERE \(condition)
            """
        ) { try ReportWork(row: $0) }
    }

    /// Replaces a report.
    func put(_ work: ReportWork) throws {
        try execute(
            """
            UPDATE report_work SET (\(ReportWork.columns)) = (\(try work.values())) WHERE \(work.identity.condition)
            """)
    }

    /// Adds a step to the history of a report, with what it changed of what is chosen and written.
    func keep(
        _ act: String, of work: ReportWork, since before: ReportWork? = nil, reason: String = "",
        by person: ReportPerson, at time: Date
    ) throws {
        let step = try identity(
            of: """
                INSERT INTO report_step (kind, municipality, month, edition, act, reason, taken_by, taken_at)
                VALUES (
                    \(work.identity.kind), \(Int(work.identity.municipality.number)),
                    \(Int(work.identity.month.index)), \(work.edition), \(act), \(reason), \(person.name), \(time)
                )
                RETURNING id
                """)
        for change in before.map({ work.choices.changes(since: $0.choices) }) ?? [] {
            try execute(
                """
                INSERT INTO report_change (step, subject, text_before, text_after)
                VALUES (\(step), \(change.subject.word), \(change.before), \(change.after))
                """)
        }
    }

    func logReport(_ work: ReportWork, _ act: Act, by person: ReportPerson, at time: Date) throws {
        try log(
            Event(
                at: time, actor: person.actor, organisation: .municipality(work.identity.municipality), act: act,
                subject: "\(work.identity.kind) \(work.identity.month.iso)"))
    }
}
