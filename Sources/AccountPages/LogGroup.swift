import AccessLog
import Vocabulary

/// Acts of one kind, for narrowing the log.
enum LogGroup: String, CaseIterable {
    case deliveries = "leveranser"
    case seen = "lasning"
    case review = "granskning"
    case reports = "rapporter"
    case collecting = "insamling"
    case signIn = "inloggning"
    case people = "konton"
    case refused = "nekat"
    case log = "logg"

    init(_ act: Act) {
        self =
            switch act {
            case .checked, .corrected, .delivered, .withdrew, .declined, .commented: .deliveries
            case .sawDelivery, .sawFindings, .fetchedFile, .exported, .sawMunicipality: .seen
            case .approved, .returned, .recoded, .previewedRules: .review
            case .wroteReport, .lockedReport, .unlockedReport, .sentReport, .publishedReport, .withdrewReport: .reports
            case .reminded, .extended, .changedPeriod, .changedObligation, .changedSetting, .asked, .answered,
                .noted:
                .collecting
            case .signedIn, .signedOut, .askedForPassword, .changedPassword, .changedFactor: .signIn
            case .invited, .joined, .changedAccount, .deactivated, .reactivated, .changedKey, .changedOrganisation:
                .people
            case .signInRefused, .refused: .refused
            case .sawLog, .reviewedLog, .backedUp, .restored: .log
            }
    }

    /// The acts of the kind.
    var acts: Set<Act> { Set(Act.allCases.filter { LogGroup($0) == self }) }

    var title: Localized {
        switch self {
        case .deliveries: Localized(sv: "Lämna och rätta", en: "Delivering and correcting")
        case .seen: Localized(sv: "Se och hämta uppgifter", en: "Seeing and fetching data")
        case .review: Localized(sv: "Granska", en: "Review")
        case .reports: Localized(sv: "Rapporter", en: "Reports")
        case .collecting: Localized(sv: "Insamling och frågor", en: "Collecting and questions")
        case .signIn: Localized(sv: "Inloggning", en: "Signing in")
        case .people: Localized(sv: "Personer och nycklar", en: "People and keys")
        case .refused: Localized(sv: "Nekade försök", en: "Refused attempts")
        case .log: Localized(sv: "Logg och drift", en: "Log and operation")
        }
    }
}
