import Checking
import Definitions
import Vocabulary

/// What people read of an outcome and a severity, in one place.
extension Outcome {
    /// "Filen är inte godkänd – 3 fel att rätta."
    func sentence(_ language: Language, errors: Int, warnings: Int) -> String {
        switch (self, language) {
        case (.approved, .sv): "Filen är godkänd."
        case (.approvedWithWarnings, .sv):
            "Filen är godkänd men har \(warnings) \(warnings == 1 ? "varning" : "varningar")."
        case (.notApproved, .sv): "Filen är inte godkänd – \(errors) fel att rätta."
        case (.approved, .en): "The file is approved."
        case (.approvedWithWarnings, .en):
            "The file is approved but has \(warnings) \(warnings == 1 ? "warning" : "warnings")."
        case (.notApproved, .en):
            "The file is not approved – \(errors) \(errors == 1 ? "error" : "errors") to correct."
        }
    }
}

extension Severity {
    /// "Fel".
    func word(_ language: Language) -> String {
        switch (self, language) {
        case (.error, .sv): "Fel"
        case (.warning, .sv): "Varning"
        case (.info, .sv): "Upplysning"
        case (.error, .en): "Error"
        case (.warning, .en): "Warning"
        case (.info, .en): "Note"
        }
    }
}
