import Secrets
import Storage
public import Vocabulary

extension ReportDesk {
    /// What has been published, of one municipality or all, the newest month first and the latest edition of it.
    public func published(
        of municipality: Municipality? = nil
    ) async throws(ReportingError) -> [PublishedReport] {
        try await read { transaction in
            try transaction.published(municipality.map { "p.municipality = \(Int($0.number))" } ?? "1 = 1")
        }
    }

    /// The editions of one report, the latest first.
    public func published(_ identity: ReportIdentity) async throws(ReportingError) -> [PublishedReport] {
        try await read { transaction in
            try transaction.published(
                """
                p.kind = \(identity.kind) AND p.municipality = \(Int(identity.municipality.number))
                    AND p.month = \(Int(identity.month.index))
                """)
        }
    }

    /// A form as it was published. Throws `DeskRefusal.notPublished` when there is none, or it was taken back.
    public func form(_ form: String, of report: PublishedReport.ID) async throws(ReportingError) -> PublishedForm {
        try await read { transaction in
            let found = try transaction.first(
                """
                SELECT media_type, file_name, body FROM published_form
                WHERE report = \(report) AND form = \(form)
                    AND report NOT IN (SELECT report FROM published_withdrawal)
                """
            ) { row in
                PublishedForm(form: form, mediaType: row.text(0), fileName: row.text(1), bytes: row.bytes(2))
            }
            guard let found else { throw DeskRefusal.notPublished }
            return found
        }
    }
}

extension Transaction {
    /// Keeps the forms of a report.
    func publish(_ forms: [PublishedForm], of work: ReportWork, called title: String, _ step: ReportStep) throws {
        if forms.isEmpty { throw DeskRefusal.noForms }
        let report = try identity(
            of: """
                INSERT INTO published_report (kind, municipality, month, edition, title, published_by, published_at)
                VALUES (
                    \(work.identity.kind), \(Int(work.identity.municipality.number)), \(Int(work.identity.month.index)),
                    \(work.edition), \(title), \(step.by), \(step.at)
                )
                RETURNING id
                """)
        for form in forms {
            let digest = form.bytes.withUnsafeBufferPointer { Digest.hexadecimal($0) }
            try execute(
                """
                INSERT INTO published_form (report, form, media_type, file_name, sha256, size, body)
                VALUES (
                    \(report), \(form.form), \(form.mediaType), \(form.fileName), \(digest), \(form.bytes.count),
                    \(form.bytes)
                )
                """)
        }
    }

    /// Takes back every edition of a report that is open, so that none stays behind at an address of its own. Throws
    /// `DeskRefusal.notPublished` when none is.
    func withdrawPublished(_ identity: ReportIdentity, reason: String, _ step: ReportStep) throws {
        let open = try all(
            """
            SELECT id FROM published_report
            WHERE \(identity.condition) AND id NOT IN (SELECT report FROM published_withdrawal)
            """
        ) { $0.integer(0) }
        if open.isEmpty { throw DeskRefusal.notPublished }
        for report in open {
            try execute(
                """
                INSERT INTO published_withdrawal (report, reason, withdrawn_by, withdrawn_at)
                VALUES (\(report), \(reason), \(step.by), \(step.at))
                """)
        }
    }

    /// The published reports for which `condition`, of a table called p, holds.
    func published(_ condition: SQL) throws -> [PublishedReport] {
        var forms: [Int: [PublishedReport.Form]] = [:]
        try forEach(
            """
            SELECT f.report, f.form, f.media_type, f.file_name, f.size, f.sha256
            FROM published_form f JOIN published_report p ON p.id = f.report WHERE \(condition) ORDER BY f.id
            """
        ) { row in
            forms[row.integer(0), default: []].append(
                PublishedReport.Form(
                    form: row.text(1), mediaType: row.text(2), fileName: row.text(3), size: row.integer(4),
                    sha256: row.text(5)))
        }
        return try all(
            """
            SELECT p.kind, p.municipality, p.month, p.id, p.edition, p.title, p.published_by, p.published_at,
                (SELECT MAX(l.edition) FROM published_report l
                    WHERE l.kind = p.kind AND l.municipality = p.municipality AND l.month = p.month),
                w.withdrawn_by, w.withdrawn_at, w.reason, a.taken_by, a.taken_at
            FROM published_report p LEFT JOIN published_withdrawal w ON w.report = p.id
                JOIN report_step a ON a.id = (
                    SELECT MAX(s.id) FROM report_step s
                    WHERE s.kind = p.kind AND s.municipality = p.municipality AND s.month = p.month
                        AND s.edition = p.edition AND s.act = 'approve')
            WHERE \(condition) ORDER BY p.month DESC, p.municipality, p.kind, p.edition DESC
            """
        ) { row in
            let (edition, last) = (row.integer(4), row.integer(8))
            let standing: PublishedReport.Standing =
                if let by = row.optionalText(9) {
                    .withdrawn(ReportStep(by: by, at: row.time(10)), reason: row.text(11))
                } else if last > edition {
                    .replaced(by: last)
                } else {
                    .current
                }
            return PublishedReport(
                id: row.integer(3), identity: try ReportIdentity(row: row), edition: edition, title: row.text(5),
                approved: ReportStep(by: row.text(12), at: row.time(13)),
                published: ReportStep(by: row.text(6), at: row.time(7)), forms: forms[row.integer(3)] ?? [],
                standing: standing)
        }
    }
}
