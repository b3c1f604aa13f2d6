import Frame

extension Path {
    /// What a sign-in method's redirect leads back to.
    static let signInAnswer = signIn().under("svar")
    /// The invitation's form again, when an app has been chosen and is to be confirmed.
    static func changedInvitation(_ token: String) -> Path { invitation(token).with("andra", "ja") }
    /// An app for codes, by an invitation.
    static func invitationApp(_ token: String) -> Path { invitation(token).under("app") }

    /// One's own name and language (*mina uppgifter*).
    static let accountProfile = account.under("uppgifter")
    /// One's own password (*lösenord*).
    static let accountPassword = account.under("losenord")
    /// How one gets codes (*engångskoder*).
    static let accountFactor = account.under("koder")
    /// An app that is to be confirmed by a code.
    static let accountApp = account.under("koder", "app")
    /// One's own recovery codes (*reservkoder*).
    static let accountRecovery = account.under("reservkoder")
    /// One of one's own sessions (*inloggningar*).
    static func accountSession(_ id: String) -> Path { account.under("inloggningar", id) }
    /// Signing out everywhere.
    static let signOutEverywhere = account.under("inloggningar")

    /// Going through the log (*granska loggen*).
    static let logReview = log.under("granska")
}
