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
    public static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Påhittad testinsamling: skrivs, kontrolleras, lämnas in och blir rapportens tabeller.")

    @Option(help: "Mapp för registret och filerna; utan den används en tillfällig mapp som tas bort.")
    var data: String?

    @Option(help: "Språk: sv eller en.") var language: Language = .sv

    public init() {}

    public func run() async throws {
        let folder =
            data.map { URL(filePath: $0) }
            ?? FileManager.default.temporaryDirectory.appending(path: "underlag-demo-\(UUID())")
        guard !FileManager.default.fileExists(atPath: folder.appending(path: "underlag.sqlite").path) else {
            throw ValidationError("Mappen \(folder.path) har redan ett register. Välj en annan mapp.")
        }
        defer { if data == nil { try? FileManager.default.removeItem(at: folder) } }
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try DemonstrationMark.put(in: folder)
        print("*** \(Demonstration.warning[language]) ***\n")
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
            collection, library, register, kinds: TableKind.report, language: language,
            warning: Demonstration.warning[language])
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
