import Foundation
import Storage
import Vocabulary

extension ReportIdentity {
    /// In a WHERE.
    var condition: SQL {
        "kind = \(kind) AND municipality = \(Int(municipality.number)) AND month = \(Int(month.index))"
    }

    /// Reads kind, municipality and month, of which the first stands at `place`.
    init(row: any Row, at place: Int = 0) throws {
        guard let municipality = Municipality(number: row.integer(place + 1)) else {
            throw StorageError.corrupt("municipality \(row.integer(place + 1))")
        }
        self.init(
            kind: row.text(place), municipality: municipality,
            month: Month(index: Int32(truncatingIfNeeded: row.integer(place + 2))))
    }
}

extension ReportWork {
    /// What `values` writes, and `init(row:)` reads after kind, municipality and month.
    static var columns: SQL {
        """
        edition, revision, state, state_by, state_at, choices, known_until, carried_from, changed_by, changed_at,
        sender, sent_by, sent_at, back_reason, back_by, back_at
        """
    }

    /// What `init(row:)` reads after `columns`: of the last approval of the edition, which its history keeps.
    static func approval(_ column: String) -> SQL {
        """
        (SELECT s.\(raw: column) FROM report_step s
            WHERE s.kind = report_work.kind AND s.municipality = report_work.municipality
                AND s.month = report_work.month AND s.edition = report_work.edition AND s.act = 'approve'
            ORDER BY s.id DESC LIMIT 1)
        """
    }

    func values() throws -> SQL {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
        let choices = String(decoding: try encoder.encode(choices), as: UTF8.self)
        let step = state.step ?? changed
        return """
            \(edition), \(revision), \(state.word), \(step.by), \(step.at), \(choices), \(knownUntil),
            \(carriedFrom.map { Int($0.index) }), \(changed.by), \(changed.at), \(sent?.sender),
            \(sent?.step.by ?? ""), \(sent?.step.at), \(givenBack?.reason), \(givenBack?.step.by ?? ""),
            \(givenBack?.step.at)
            """
    }

    init(row: any Row) throws {
        identity = try ReportIdentity(row: row)
        edition = row.integer(3)
        revision = row.integer(4)
        guard let state = ReportState(word: row.text(5), ReportStep(by: row.text(6), at: row.time(7))),
            let choices = try? JSONDecoder().decode(ReportChoices.self, from: Data(row.text(8).utf8))
        else { throw StorageError.corrupt("report \(identity.kind) \(identity.month.iso)") }
        self.state = state
        self.choices = choices
        knownUntil = row.optionalTime(9)
        carriedFrom = row.optionalInteger(10).map { Month(index: Int32(truncatingIfNeeded: $0)) }
        changed = ReportStep(by: row.text(11), at: row.time(12))
        sent = row.optionalText(13).map { sender in
            Sent(sender: sender, step: ReportStep(by: row.text(14), at: row.time(15)))
        }
        let isApproved =
            switch state {
            case .approved, .published, .withdrawn: true
            case .draft, .locked, .inReview: false
            }
        approved = row.optionalText(19).flatMap { isApproved ? ReportStep(by: $0, at: row.time(20)) : nil }
        givenBack = row.optionalText(16).map { reason in
            GivenBack(reason: reason, step: ReportStep(by: row.text(17), at: row.time(18)))
        }
    }
}

extension ReportState {
    /// As it is stored.
    var word: String {
        switch self {
        case .draft: "draft"
        case .locked: "locked"
        case .inReview: "review"
        case .approved: "approved"
        case .published: "published"
        case .withdrawn: "withdrawn"
        }
    }

    init?(word: String, _ step: ReportStep) {
        switch word {
        case "draft": self = .draft
        case "locked": self = .locked(step)
        case "review": self = .inReview(step)
        case "approved": self = .approved(step)
        case "published": self = .published(step)
        case "withdrawn": self = .withdrawn(step)
        default: return nil
        }
    }

    /// Who took it there and when; `nil` for a draft.
    public var step: ReportStep? {
        switch self {
        case .draft: nil
        case .locked(let step), .inReview(let step), .approved(let step), .published(let step), .withdrawn(let step):
            step
        }
    }
}
