import Checking
import Definitions
import Demonstration
import Extraction
import Foundation
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Reporting

/// The reports of the made-up municipality, from its raw exports through the real way in. Once for all tests.
struct ReadDemonstration: Sendable {
    let folder: TemporaryFolder
    let register: Register
    let library: DefinitionLibrary
    /// What the reports are counted from, as known at last.
    private var read: [String: ReportFigures] = [:]

    static let shared = Task { try await ReadDemonstration() }

    private init() async throws {
        let municipality = try #require(Municipality(code: "0580"))
        folder = try TemporaryFolder()
        register = try await Register(SQLiteDatabase(folder: folder.url.path))
        library = try DefinitionLibrary.embedded()
        let key = try #require(PseudonymKey(String(repeating: "0123456789abcdef", count: 4)))
        for export in CaseSystems(municipality: municipality).exports {
            let files = export.files.map { InputFile(name: $0.name, bytes: FileBytes($0.bytes)) }
            let extracted = try Extraction(MappingLibrary(library).mapping(export.mapping), key: key)
                .map(files, today: export.extracted)
            let noon = export.extracted.start.addingTimeInterval(43_200)
            _ = try await ExtractionDelivery(
                municipality: municipality, month: export.extracted.month, sender: "demonstration", receivedAt: noon
            ).submit(extracted, as: try library.collection(extracted.collection), to: register)
        }
        for month in ["2023-08", "2023-11"] { read[month] = try await figures(month) }
    }

    /// What the report for `month` is counted from.
    func figures(_ month: String, knownUntil: Date? = nil) async throws -> ReportFigures {
        if knownUntil == nil, let figures = read[month] { return figures }
        return try await ReportFigures.read(
            ReportIdentity(
                kind: "namndrapport-ekonomiskt-bistand", municipality: try #require(Municipality(code: "0580")),
                month: try #require(Month(iso: month))),
            library: library, register: register, knownUntil: knownUntil)
    }
}
