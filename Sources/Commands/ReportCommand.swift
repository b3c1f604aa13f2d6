public import ArgumentParser

/// `underlag report`: reports to those who decide.
public struct ReportCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "report", abstract: "Gör en rapport till dem som beslutar.",
        subcommands: [NamndrapportCommand.self])

    /// Without arguments; the parser fills them in.
    public init() {}
}
