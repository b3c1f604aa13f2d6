public import Vocabulary

extension Act {
    /// What was done, as a list says it: "Loggade in".
    public var title: Localized {
        switch self {
        case .checked: Localized(sv: "Kontrollerade en fil", en: "Checked a file")
        case .corrected: Localized(sv: "Rättade", en: "Corrected")
        case .delivered: Localized(sv: "Lämnade in", en: "Delivered")
        case .withdrew: Localized(sv: "Återkallade en leverans", en: "Withdrew a delivery")
        case .declined: Localized(sv: "Avstod med motivering", en: "Declined with a reason")
        case .commented: Localized(sv: "Lämnade synpunkter", en: "Commented")
        case .sawDelivery: Localized(sv: "Såg en leverans", en: "Saw a delivery")
        case .sawFindings: Localized(sv: "Såg rader med fynd", en: "Saw rows with findings")
        case .fetchedFile: Localized(sv: "Hämtade en fil", en: "Fetched a file")
        case .approved: Localized(sv: "Godkände", en: "Approved")
        case .returned: Localized(sv: "Återsände", en: "Sent back")
        case .recoded: Localized(sv: "Kodade om", en: "Recoded")
        case .reminded: Localized(sv: "Påminde", en: "Reminded")
        case .extended: Localized(sv: "Gav anstånd", en: "Gave more time")
        case .changedPeriod: Localized(sv: "Ändrade en period", en: "Changed a period")
        case .changedObligation: Localized(sv: "Ändrade vem som ska lämna", en: "Changed who is to deliver")
        case .exported: Localized(sv: "Gjorde ett uttag", en: "Exported")
        case .previewedRules: Localized(sv: "Prövade en regeländring", en: "Tried a change of rules")
        case .changedSetting: Localized(sv: "Ändrade en inställning", en: "Changed a setting")
        case .asked: Localized(sv: "Ställde en fråga", en: "Asked a question")
        case .answered: Localized(sv: "Svarade på en fråga", en: "Answered a question")
        case .noted: Localized(sv: "Skrev en anteckning", en: "Wrote a note")
        case .sawMunicipality:
            Localized(sv: "Såg hur kommunen ligger till", en: "Saw how the municipality stands")
        case .signedIn: Localized(sv: "Loggade in", en: "Signed in")
        case .signInRefused: Localized(sv: "Misslyckades att logga in", en: "Failed to sign in")
        case .signedOut: Localized(sv: "Loggade ut", en: "Signed out")
        case .invited: Localized(sv: "Bjöd in", en: "Invited")
        case .joined: Localized(sv: "Tog emot inbjudan", en: "Accepted the invitation")
        case .changedAccount: Localized(sv: "Ändrade ett konto", en: "Changed an account")
        case .changedPassword: Localized(sv: "Bytte lösenord", en: "Changed the password")
        case .changedFactor: Localized(sv: "Ändrade hur koder fås", en: "Changed how codes are got")
        case .askedForPassword: Localized(sv: "Bad om ett nytt lösenord", en: "Asked for a new password")
        case .deactivated: Localized(sv: "Stängde av ett konto", en: "Deactivated an account")
        case .reactivated: Localized(sv: "Öppnade ett konto igen", en: "Reactivated an account")
        case .changedKey: Localized(sv: "Ändrade en API-nyckel", en: "Changed an API key")
        case .changedOrganisation: Localized(sv: "Ändrade organisationens uppgifter", en: "Changed the organisation")
        case .refused: Localized(sv: "Nekades", en: "Was refused")
        case .sawLog: Localized(sv: "Läste händelser", en: "Read the log")
        case .reviewedLog: Localized(sv: "Granskade loggen", en: "Reviewed the log")
        case .backedUp: Localized(sv: "Säkerhetskopierade", en: "Backed up")
        case .restored: Localized(sv: "Återställde", en: "Restored")
        }
    }
}
