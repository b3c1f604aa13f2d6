public import ArgumentParser

/// `underlag accounts`: people, roles and keys, for whoever runs the portal.
public struct AccountsCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "accounts",
        abstract: "Personer, roller och API-nycklar.",
        discussion: """
            Det som administratören gör i portalen, från kommandoraden på samma dator. Allt antecknas i händelseloggen.
            Lösenord anges aldrig här: den som bjuds in väljer sitt eget genom en länk som fungerar en gång.
            """,
        subcommands: [
            AccountsListCommand.self, AccountsInviteCommand.self, AccountsWithdrawCommand.self,
            AccountsRolesCommand.self, AccountsContactCommand.self, AccountsDeactivateCommand.self,
            AccountsReactivateCommand.self, AccountsResetCodesCommand.self, AccountsSignOutCommand.self,
            AccountsOrganisationCommand.self, AccountsKeysCommand.self, AccountsBootstrapCommand.self,
        ])

    /// Without arguments; the parser fills them in.
    public init() {}
}
