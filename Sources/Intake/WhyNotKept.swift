public import Vocabulary

/// Why a draft's files do not stay with us.
public enum WhyNotKept: Sendable {
    /// They hold what looks like an identity number.
    case identityNumber
    /// They cannot be read as a table, so nobody knows what is in them.
    case noTable

    /// What the sender is told while the findings are shown.
    public var text: Localized {
        switch self {
        case .identityNumber:
            Localized(
                sv: """
                    Filen ser ut att innehålla personnummer, så den är inte sparad hos oss. Felen visas bara nu. Ta bort \
                    numren i din fil och ladda upp den igen.
                    """,
                en: """
                    The file seems to hold identity numbers, so we have not kept it. The errors are shown only now. Remove \
                    the numbers from your file and upload it again.
                    """)
        case .noTable:
            Localized(
                sv: "Filen går inte att läsa som en tabell, så den är inte sparad hos oss. Välj en annan fil.",
                en: "The file cannot be read as a table, so we have not kept it. Choose another file.")
        }
    }

    /// What the sender is told when the findings are no longer there either.
    public var textWhenGone: Localized {
        switch self {
        case .identityNumber:
            Localized(
                sv: """
                    Filen såg ut att innehålla personnummer. Varken den eller felen är sparade hos oss. Ta bort numren i \
                    din fil och ladda upp den igen.
                    """,
                en: """
                    The file seemed to hold identity numbers. Neither it nor the errors have been kept. Remove the numbers \
                    from your file and upload it again.
                    """)
        case .noTable:
            Localized(
                sv: "Filen gick inte att läsa som en tabell och är inte sparad hos oss. Välj en annan fil.",
                en: "The file could not be read as a table and has not been kept. Choose another file.")
        }
    }
}

extension Draft {
    /// Why its files are not kept; `nil` when they are.
    public var whyNotKept: WhyNotKept? {
        guard !isKept else { return nil }
        return attempt?.rules.contains { $0.rule == Judgement.identityNumber } == true ? .identityNumber : .noTable
    }
}
