public import ArgumentParser
import Definitions
import Publication
import Register
import Vocabulary

/// `underlag nothing-to-report`: there were no households that month.
public struct NothingToReportCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "nothing-to-report",
        abstract: "Tala om att det inte finns något att rapportera för en månad.",
        discussion: "Det antecknas som en leverans och ersätter det som lämnats förut.")

    @Argument(help: "Insamlingens namn.") var collection: String
    @Option(help: "Kommunkod, till exempel 0380.") var municipality: String
    @Option(help: "Månad, till exempel 2013-03.") var month: Month
    @Option(name: .customLong("table"), help: "Bara den här tabellen; kan anges flera gånger.") var tables: [String] =
        []
    @OptionGroup var sender: SenderOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let language = options.language
        let collection = try definitions.collection(collection, language)
        do throws(DefinitionError) {
            for table in tables { _ = try collection.knownTable(table) }
        } catch {
            throw error.told(language)
        }
        let known = collection.tables.map(\.id)
        let municipality = try Municipality.named(self.municipality, language)
        try await options.withRegister(creating: true) { register in
            guard collection.calendar.period(month) != nil else {
                let months = collection.calendar.periods.map(\.month.iso).joined(separator: ", ")
                throw Refusal(
                    64, language, sv: "Månaden \(month.iso) ingår inte i insamlingen. Ange en av: \(months).",
                    en: "The month \(month.iso) is not in the collection. Give one of: \(months).")
            }
            let receipt = try await register.nothingToReport(
                collection: collection.id, definitionVersion: collection.version,
                tables: tables.isEmpty ? known : known.filter(tables.contains), municipality: municipality,
                month: month, sender: sender.sender)
            try options.print(ReceiptRecord(receipt), or: receipt.text(language, of: collection))
        }
    }
}
