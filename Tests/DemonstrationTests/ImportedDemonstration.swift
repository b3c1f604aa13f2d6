import Checking
import Definitions
import Demonstration
import Extraction
import Foundation
import Indicators
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

/// The made-up exports, taken in as any others: door, check, register. Once for all tests.
struct ImportedDemonstration {
    let systems: CaseSystems
    /// What the door said of each export.
    let reports: [ExtractionReport]
    /// The report for November 2023: every month as it was first extracted, and how payments have grown since.
    let november: ExtractedFigures
    /// The report for August 2023: that month and August 2022.
    let august: ExtractedFigures
    let schools: [SchoolTable]
    /// The files of the register, as bytes.
    let stored: [Data]

    static let shared = Task { try await ImportedDemonstration() }

    private init() async throws {
        let municipality = try #require(Municipality(code: "0580"))
        systems = CaseSystems(municipality: municipality)
        let library = try DefinitionLibrary(folder: Dossier.repository.appending(path: "Definitions").path)
        let folder = try TemporaryFolder()
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let key = try #require(PseudonymKey(String(repeating: "0123456789abcdef", count: 4)))
        var reports: [ExtractionReport] = []
        for export in systems.exports {
            let files = export.files.map { InputFile(name: $0.name, bytes: FileBytes($0.bytes)) }
            let extracted = try Extraction(MappingLibrary(library).mapping(export.mapping), key: key)
                .map(files, today: export.extracted)
            reports.append(extracted.report)
            _ = try await ExtractionDelivery(
                municipality: municipality, month: export.extracted.month, sender: "demonstration",
                receivedAt: Date(timeIntervalSince1970: Double(export.extracted.number) * 86_400 + 43_200)
            ).submit(extracted, as: try library.collection(extracted.collection), to: register)
        }
        self.reports = reports
        let history = try await EventHistory.read(of: municipality, from: register)
        let indicators = try library.indicators("namndrapport-ekonomiskt-bistand")
        let months = try #require(Month(iso: "2021-01"))...#require(Month(iso: "2023-11"))
        november = ExtractedFigures(
            history, indicators, inReportFor: months.upperBound, months,
            growing: ["utbetalt-bistand", "utbetalningshushall"])
        let month = try #require(Month(iso: "2023-08"))
        august = ExtractedFigures(history, indicators, inReportFor: month, month.yearBefore...month)
        schools = try await AdultEducation.read(of: municipality, from: register)
        stored = try FileManager.default.contentsOfDirectory(at: folder.url, includingPropertiesForKeys: nil)
            .map { try Data(contentsOf: $0) }
    }
}
