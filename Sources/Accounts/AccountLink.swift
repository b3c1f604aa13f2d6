public import Secrets

/// A page that a mail points to. Its address holds a token at most, never anything about a person.
public enum AccountLink: Sendable {
    /// Accepting an invitation.
    case invitation(Token)
    /// Choosing a new password.
    case newPassword(Token)
    /// Signing in.
    case signIn

    /// Where invitations are accepted; the token follows.
    public static let invitationPath = "/inbjudan"
    /// Where a new password is chosen; the token follows.
    public static let newPasswordPath = "/nytt-losenord"
    /// Where one signs in.
    public static let signInPath = "/logga-in"

    /// The address within the portal.
    public var path: String {
        switch self {
        case .invitation(let token): "\(Self.invitationPath)/\(token.text)"
        case .newPassword(let token): "\(Self.newPasswordPath)/\(token.text)"
        case .signIn: Self.signInPath
        }
    }
}
