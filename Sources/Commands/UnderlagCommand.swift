public import ArgumentParser

/// `underlag`: the table of contents of the command line.
public struct UnderlagCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "underlag",
        abstract: "Från kommunens fil till besked, kvitto och tabell.",
        discussion: "From a municipality's file to a verdict, a receipt and a table.",
        subcommands: [
            CheckCommand.self, TemplateCommand.self, DefinitionsCommand.self,
            SubmitCommand.self, NothingToReportCommand.self, DeclineCommand.self, CommentCommand.self,
            WithdrawCommand.self, DeliveriesCommand.self, ReceiptCommand.self, DiffCommand.self,
            TablesCommand.self, DemoCommand.self,
        ]
    )

    public init() {}
}
