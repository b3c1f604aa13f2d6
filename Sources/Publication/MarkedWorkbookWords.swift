import Checking
import Definitions
import Vocabulary

/// The words of a marked workbook that depend on a number.
enum MarkedWorkbookWords {
    /// "1 fel", "2 fel".
    static func errors(_ count: Int, _ language: Language) -> String {
        switch language {
        case .sv: "\(count) fel"
        case .en: count == 1 ? "1 error" : "\(count) errors"
        }
    }

    /// "1 varning", "2 varningar".
    static func warnings(_ count: Int, _ language: Language) -> String {
        switch language {
        case .sv: count == 1 ? "1 varning" : "\(count) varningar"
        case .en: count == 1 ? "1 warning" : "\(count) warnings"
        }
    }

    /// The outcome as a sentence: "Filen är godkänd men har 3 varningar".
    static func outcome(_ verdict: Verdict, _ language: Language) -> String {
        let errors = verdict.findings.count { $0.severity == .error }
        let warnings = verdict.findings.count { $0.severity == .warning }
        switch (verdict.outcome, language) {
        case (.approved, .sv): return "Godkänd"
        case (.approved, .en): return "Approved"
        case (.approvedWithWarnings, .sv): return "Godkänd men har \(Self.warnings(warnings, .sv))"
        case (.approvedWithWarnings, .en): return "Approved with \(Self.warnings(warnings, .en))"
        case (.notApproved, .sv): return "Inte godkänd – \(Self.errors(errors, .sv)) att rätta"
        case (.notApproved, .en): return "Not approved – \(Self.errors(errors, .en)) to correct"
        }
    }

    /// The weight of a finding as a word.
    static func severity(_ severity: Severity, _ language: Language) -> String {
        switch (severity, language) {
        case (.error, .sv): "Fel"
        case (.warning, .sv): "Varning"
        case (.info, .sv): "Upplysning"
        case (.error, .en): "Error"
        case (.warning, .en): "Warning"
        case (.info, .en): "Note"
        }
    }
}
