public import ArgumentParser
import Definitions
import Demonstration
import Documents
import Extraction
import Foundation
import Publication
import Register
import Reporting
import Statistics
import Storage
import Vocabulary

/// `underlag demo`: the test collection of 2013 made up, delivered and counted, and a municipality's case systems of
/// 2021–2023, taken in and made reports of.
public struct DemoCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "demo",
        abstract: "Påhittad testinsamling och påhittade utdrag: lämnas in och blir tabeller och nämndrapporter.")

    @Option(help: "Mapp för registret och filerna; utan den används en tillfällig mapp som tas bort.")
    var data: String?

    @Option(
        help: ArgumentHelp("Hitta i stället på utdrag för så många kommuner, till att mäta med.", valueName: "count"))
    var municipalities: Int?
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
            throw (Refusal(register: error, language) ?? Refusal(report: error, language) ?? error as? Refusal)?.told()
                ?? error
        }
    }

    private func show(_ folder: URL) async throws {
        try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
        try DemonstrationMark.put(in: folder)
        print("*** \(Demonstration.warning[language]) ***\n")
        let library = try DefinitionLibrary.embedded()
        let database = try await Engine.open(folder.path)
        let register = try await Register(database)
        if let municipalities { return try await makeUp(municipalities, library, register, folder) }
        try await showCollection(library, register, folder)
        try await showReports(library, database, register, folder)
    }

    /// Extracts of the first `count` municipalities, each of the size its inhabitants give; those whose inhabitants are not
    /// known share the rest of the country's.
    private func makeUp(_ count: Int, _ library: DefinitionLibrary, _ register: Register, _ folder: URL) async throws {
        guard let population = library.text("population/2012-11-01.csv").flatMap({ Population($0) }) else { return }
        let known = population.municipalities
        let others = (population.nation - known.values.reduce(0, +)) / max(1, Municipality.all.count - known.count)
        let key = try PseudonymKey(file: PseudonymKey.usualFile(data: folder))
        for municipality in Municipality.all.prefix(count) {
            // The municipality whose reports are known has some 150 000.
            try await CaseSystemRun(municipality: municipality, library: library, key: key).deliver(
                to: register, size: Double(known[municipality] ?? others) / 150_000, language: language,
                tell: { _ in })
        }
        print(Localized(sv: "Utdrag för \(count) kommuner.", en: "Extracts of \(count) municipalities.")[language])
    }

    /// The test collection of 2013, to the tables that its report prints.
    private func showCollection(_ library: DefinitionLibrary, _ register: Register, _ folder: URL) async throws {
        let collection = try library.collection("testinsamling-2013")
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
        let comparison = PublishedComparison(context)
        try tell(comparison.compared, comparison.differences.map { "\($0)" })
    }

    /// A municipality's extracts of 2021–2023, to the key figures that its committee's reports print.
    private func showReports(
        _ library: DefinitionLibrary, _ database: any Database, _ register: Register, _ folder: URL
    ) async throws {
        guard let municipality = CaseSystemRun.municipality else { return }
        print("\n\(municipality.label)")
        let key = try PseudonymKey(file: PseudonymKey.usualFile(data: folder))
        defer { if data == nil { try? FileManager.default.removeItem(at: PseudonymKey.usualFile(data: folder)) } }
        try await CaseSystemRun(municipality: municipality, library: library, key: key).deliver(
            to: register, into: folder.appending(path: "utdrag"), language: language, tell: { print($0) })
        let run = ReportRun(
            library: library, register: register, desk: try await ReportDesk(database), press: Press(),
            warning: Demonstration.warning[language], language: language)
        var reports: [Report] = []
        for month in Printed2023.months {
            let identity = ReportIdentity(kind: NamndrapportCommand.kind, municipality: municipality, month: month)
            let report = try await run.report(identity)
            reports.append(report)
            print("\n" + report.title)
            print(TextColumns.text(report.tileHeaders, report.tileRows))
            guard data != nil else { continue }
            let files = try await run.make(
                report, DocumentForm.allCases, into: folder.appending(path: "rapporter").path)
            print(files.joined(separator: "\n"))
        }
        guard let august = Printed2023.months.first else { return }
        let identity = ReportIdentity(kind: NamndrapportCommand.kind, municipality: municipality, month: august)
        let comparison = PrintedReportComparison(
            reports, august: try await ReportFigures.read(identity, library: library, register: register))
        try tell(comparison.compared, comparison.differences.map { "\($0)" })
    }

    private func tell(_ compared: Int, _ differences: [String]) throws {
        guard differences.isEmpty else {
            for difference in differences { print(difference) }
            throw ExitCode(70)
        }
        print(
            "\n"
                + Localized(
                    sv: "Alla \(compared) tryckta tal lika med rapportens.",
                    en: "All \(compared) printed figures equal the report's.")[language])
    }
}

extension Report {
    fileprivate var tileHeaders: [String] {
        language == .sv
            ? ["Nyckeltal", identity.month.fullName(.sv), identity.month.yearBefore.fullName(.sv)]
            : ["Key figure", identity.month.fullName(.en), identity.month.yearBefore.fullName(.en)]
    }

    fileprivate var tileRows: [[String]] {
        tiles.map { tile in
            let form = FigureForm(tile.unit, language)
            return [tile.title, form.text(tile.value), form.text(tile.before)]
        }
    }
}
