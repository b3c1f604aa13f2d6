import Checking
import Definitions
import Frame
import Register
import Vocabulary

/// What is found in a delivery's files now, with its corrections.
struct ReviewFindings {
    /// A finding, and the verdict it belongs to.
    struct Place {
        let verdict: Verdict
        let finding: Finding
    }

    let verdicts: [Verdict]
    /// The warnings, those of a table that say the same together.
    private let warnings: [(table: String, subject: FindingSubject)]

    init(_ files: [CheckedFile]) {
        verdicts = files.flatMap(\.verdicts)
        warnings = verdicts.flatMap { verdict in
            verdict.findings.subjects(of: .warning).map { (verdict.table, $0) }
        }
    }

    func count(_ severity: Severity) -> Int { verdicts.reduce(0) { $0 + $1.findings.count(of: severity) } }

    /// Those in `range` among all of a severity that are kept, in the order of the files.
    func found(_ severity: Severity, _ range: Range<Int>) -> [Place] {
        var (places, skip): ([Place], Int) = ([], range.lowerBound)
        for verdict in verdicts {
            let list = verdict.findings.of(severity)
            places += list.indices.dropFirst(skip).prefix(range.count - places.count).map {
                Place(verdict: verdict, finding: list[$0])
            }
            skip = max(0, skip - list.count)
        }
        return places
    }

    /// How many of a severity can be shown one by one: of millions, a million are kept.
    func kept(_ severity: Severity) -> Int { verdicts.reduce(0) { $0 + $1.findings.of(severity).count } }

    /// What was warned of when the municipality gave an answer, as it is said now and how often; `nil` when it no
    /// longer is.
    func warning(_ answered: ConfirmedWarning) -> FindingSubject? {
        warnings.first {
            $0.table == answered.table && $0.subject.first.rule == answered.rule
                && $0.subject.first.subject == answered.subject
        }?.subject
    }

    /// What is warned of now and was not when the delivery came, by a definition that has changed since.
    func unasked(_ answered: [ConfirmedWarning]) -> [FindingSubject] {
        warnings.filter { warning in
            !answered.contains {
                $0.table == warning.table && $0.rule == warning.subject.first.rule
                    && $0.subject == warning.subject.first.subject
            }
        }.map(\.subject)
    }
}

extension Severity {
    /// As addresses have it.
    var word: String {
        switch self {
        case .error: "fel"
        case .warning: "varningar"
        case .info: "upplysningar"
        }
    }

    /// What findings of it are called.
    var plural: Localized {
        switch self {
        case .error: Localized(sv: "Fel", en: "Errors")
        case .warning: Localized(sv: "Varningar", en: "Warnings")
        case .info: Localized(sv: "Upplysningar", en: "Notes")
        }
    }
}
