public import ArgumentParser
import Vocabulary

/// `underlag`: the table of contents of the command line.
public struct UnderlagCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "underlag",
        abstract: "Från kommunens fil till besked, kvitto och tabell.",
        discussion: "From a municipality's file to a verdict, a receipt and a table.",
        version: "0.1.0",
        subcommands: [
            CheckCommand.self, TemplateCommand.self, DefinitionsCommand.self, ExtractCommand.self,
            IndicatorsCommand.self, ReportCommand.self,
            SubmitCommand.self, NothingToReportCommand.self, DeclineCommand.self, CommentCommand.self,
            WithdrawCommand.self, DeliveriesCommand.self, ReceiptCommand.self, DiffCommand.self,
            TablesCommand.self, DemoCommand.self, ServeCommand.self, AccountsCommand.self, BackupCommand.self,
            RestoreCommand.self,
        ]
    )

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Runs the command that was asked for and ends with a status of docs/verdict.md.
    public static func main() async {
        do {
            var command = try parseAsRoot()
            if var command = command as? any AsyncParsableCommand {
                try await command.run()
            } else {
                try command.run()
            }
        } catch let refusal as Refusal {
            exit(withError: refusal.told())
        } catch  where !(error is ExitCode) && exitCode(for: error) == .failure {
            // Left to the parser it would be 1, which says approved with warnings.
            let refusal = Refusal(
                70, .sv, sv: "Något har gått fel hos oss: \(error)", en: "Something has gone wrong: \(error)")
            exit(withError: refusal.told())
        } catch {
            exit(withError: error)
        }
    }
}
