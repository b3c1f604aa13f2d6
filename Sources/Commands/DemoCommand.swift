public import ArgumentParser
import Definitions
import Demonstration
import Foundation
import Publication
import Register
import Statistics
import Vocabulary

/// `underlag demo`: the test collection of 2013 made up, delivered and counted.
public struct DemoCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Påhittad testinsamling: skrivs, kontrolleras, lämnas in och blir rapportens tabeller.")

    @Option(help: "Mapp för registret och filerna; utan den används en tillfällig mapp som tas bort.")
    var data: String?

    @Option(help: "Språk: sv eller en.") var language: Language = .sv

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let folder =
            data.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "underlag-demo-\(UUID())")
        defer { if data == nil { try? FileManager.default.removeItem(at: folder) } }
        do {
            guard !FileManager.default.fileExists(atPath: folder.appending(path: "underlag.sqlite").path) else {
                throw Refusal(
                    64, language, sv: "Mappen \(folder.path) har redan ett register. Välj en annan mapp.",
                    en: "The folder \(folder.path) already has a register. Choose another folder.")
            }
            try await show(folder)
        } catch {
            throw (Refusal(register: error, language) ?? error as? Refusal)?.told() ?? error
        }
    }

    private func show(_ folder: URL) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try DemonstrationMark.put(in: folder)
        let warning = Demonstration.warning[language]
        print("*** \(warning) ***\n")
        let library = try DefinitionLibrary.embedded()
        let collection = try library.collection("testinsamling-2013")
        let register = try await Register(Engine.open(folder.path))
        let population = library.text("population/2012-11-01.csv").flatMap { Population($0) }
        let demonstration = try Demonstration(collection, population: population?.municipalities ?? [:])
        let run = DemonstrationRun(
            collection: collection, register: register, folder: folder.appending(path: "filer"), language: language,
            tell: { print($0) })
        try await run.deliver(demonstration)
        let context = try await TableContext.read(
            collection, library, register, kinds: TableKind.report, language: language, warning: warning)
        for table in TableKind.report.flatMap(context.tables) { print("\n" + table.text(language), terminator: "") }
        try tell(PublishedComparison(context))
    }

    private func tell(_ comparison: PublishedComparison) throws {
        guard comparison.differences.isEmpty else {
            for difference in comparison.differences { print(difference) }
            throw ExitCode(70)
        }
        print(
            "\n"
                + Localized(
                    sv: "Alla \(comparison.compared) tryckta tal lika med rapportens.",
                    en: "All \(comparison.compared) printed figures equal the report's.")[language])
    }
}
