public import ArgumentParser
import Definitions
import Vocabulary

/// `underlag template`: the workbook to fill in.
public struct TemplateCommand: ParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "template",
        abstract: "Skriv mallen för en tabell, att fylla i.")

    @Argument(help: "Insamlingens namn.") var collection: String
    @Option(help: "Tabellens namn; behövs inte när insamlingen har en enda.") var table: String?
    @Option(help: ArgumentHelp("Kommunens kod, 0180.", valueName: "code")) var municipality: String?
    @Option(help: ArgumentHelp("Mätmånad, 2013-03.", valueName: "month")) var month: Month?
    @Option(name: .shortAndLong, help: "Fil att skriva; annars <tabell>.xlsx.") var output: String?
    @Option(help: "Språk: sv eller en.") var language: Language = .sv
    @OptionGroup var options: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() throws {
        let collection: Collection
        let table: Table
        do {
            collection = try options.library().collection(self.collection)
            guard let id = self.table ?? (collection.tables.count == 1 ? collection.tables[0].id : nil) else {
                throw tableNeeded(collection)
            }
            table = try collection.knownTable(id)
        } catch let error as DefinitionError {
            throw error.told(language)
        }
        let municipality = try self.municipality.map { try Municipality.named($0, language) }
        if let month, collection.calendar.period(month) == nil {
            let months = collection.calendar.periods.map(\.month.iso).joined(separator: ", ")
            throw ValidationError(
                language == .sv
                    ? "\(month.iso) ingår inte i insamlingen. Välj en av: \(months)."
                    : "\(month.iso) is not part of the collection. Choose one of: \(months).")
        }
        let bytes = try Template.workbook(collection, table, municipality: municipality, month: month, language)
        let path = output ?? table.id + ".xlsx"
        let file = try OutputFile(path, language)
        file.write(bytes)
        try file.finish()
        print(path)
    }

    private func tableNeeded(_ collection: Collection) -> Refusal {
        let ids = collection.tables.map(\.id)
        return Refusal(
            64, language, sv: "Ange --table: \(ids.joined(separator: " eller ")).",
            en: "Give --table: \(ids.joined(separator: " or ")).")
    }
}
