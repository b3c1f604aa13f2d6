public import ArgumentParser

/// `underlag extract`: what comes out of case systems.
public struct ExtractCommand: ParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Ta in utdrag ur verksamhetssystem, och gör filer av dem.",
        subcommands: [ExtractFilesCommand.self, ExtractTestCollectionCommand.self],
        defaultSubcommand: ExtractFilesCommand.self)

    /// Without arguments; the parser fills them in.
    public init() {}
}
