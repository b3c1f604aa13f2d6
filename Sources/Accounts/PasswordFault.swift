/// Why a password may not be chosen. No kind of character is asked for: length and being unguessed are what count.
public enum PasswordFault: Sendable, Equatable {
    /// It has fewer characters than `PasswordRules.shortest`.
    case short
    /// It has more characters than `PasswordRules.longest`.
    case long
    /// Apart from what everybody tries first, and the person's own words, little is left of it.
    case easy
}
