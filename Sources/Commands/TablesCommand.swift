public import ArgumentParser
import Definitions
import Foundation
public import Publication
import Register
import Statistics
import Vocabulary

/// `underlag tables`: what has come in, as tables.
public struct TablesCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "tables",
        abstract: "Visa det som kommit in som tabeller.",
        discussion: """
            Utan --table visas rapportens tabeller: 1, 2, 3, bilaga3, volym och fritext. Med --format csv skrivs en fil \
            per tabell i mappen -o, om det är fler än en.
            """)

    @Argument(help: "Insamlingens namn.") var collection: String
    @Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String
    @Option(name: .customLong("table"), help: "Tabell; kan anges flera gånger.") var kinds: [TableKind] = []
    @Option(help: "Form: text, csv, xlsx eller json.") var format: TableFormat = .text
    @Option(name: .shortAndLong, help: "Fil att skriva, eller mapp för flera tabeller som csv.") var output: String?
    @Option(help: "Språk: sv eller en.") var language: Language = .sv
    @OptionGroup var options: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let library: DefinitionLibrary
        let collection: Collection
        do throws(DefinitionError) {
            library = try options.library()
            collection = try library.collection(self.collection)
        } catch {
            throw error.told(language)
        }
        let kinds = self.kinds.isEmpty ? TableKind.report : self.kinds
        do {
            guard FileManager.default.fileExists(atPath: data) else {
                throw Refusal(
                    66, language, sv: "Mappen \(data) finns inte. Kontrollera --data.",
                    en: "There is no folder \(data). Check --data.")
            }
            let register = try await Register(Engine.open(data))
            let warning = DemonstrationMark.warning(in: URL(filePath: data), language)
            let context = try await TableContext.read(
                collection, library, register, kinds: kinds, language: language, warning: warning)
            try format.write(kinds.flatMap(context.tables), language, to: output)
        } catch {
            throw (Refusal(register: error, language) ?? error as? Refusal)?.told() ?? error
        }
    }
}

extension TableKind: ExpressibleByArgument {}

extension TableContext {
    /// Counts what the tables of `kinds` need, and no more.
    static func read(
        _ collection: Collection, _ library: DefinitionLibrary, _ register: Register, kinds: [TableKind],
        language: Language, warning: String?
    ) async throws -> TableContext {
        let tally = try await CollectionTally.read(
            collection, from: register, marks: kinds.contains(where: \.needsMarks),
            reasons: kinds.contains(where: \.needsReasons), net: kinds.contains(where: \.needsNet),
            texts: kinds.contains(where: \.needsTexts))
        let population = library.text("population/2012-11-01.csv").flatMap { Population($0) }
        return TableContext(tally, population: population, language: language, warning: warning)
    }
}
