public import Vocabulary

/// What a question is about (*ämne*), so that questions can be compiled.
public enum QuestionTopic: String, CaseIterable, Sendable {
    /// *Tider och anstånd*.
    case time
    /// *Filen och mallen*.
    case file
    /// *Koder och begrepp*.
    case codes
    /// *Fel och varningar*.
    case findings
    /// *Att delta*.
    case participation
    /// *Inloggning och konton*.
    case accounts
    /// *Annat*.
    case other

    /// What users choose.
    public var title: Localized {
        switch self {
        case .time: Localized(sv: "Tider och anstånd", en: "Dates and more time")
        case .file: Localized(sv: "Filen och mallen", en: "The file and the template")
        case .codes: Localized(sv: "Koder och begrepp", en: "Codes and terms")
        case .findings: Localized(sv: "Fel och varningar", en: "Errors and warnings")
        case .participation: Localized(sv: "Att delta", en: "Taking part")
        case .accounts: Localized(sv: "Inloggning och konton", en: "Signing in and accounts")
        case .other: Localized(sv: "Annat", en: "Something else")
        }
    }
}
