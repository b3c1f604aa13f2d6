import Checking
import Definitions
import Demonstration
import Extraction
import Foundation
import Register
import Tabular
import Vocabulary

/// Takes in the made-up extracts of a municipality's case systems as `underlag extract` does.
struct CaseSystemRun {
    let municipality: Municipality
    let library: DefinitionLibrary
    let key: PseudonymKey

    /// Whose extracts are made up: a stand-in for the municipality whose reports are known.
    static let municipality = Municipality(code: "0580")

    /// Takes in everything, in the order it was made, and tells a line of each extract.
    ///
    /// - Parameters:
    ///   - size: How large the municipality is beside the one whose reports are known.
    ///   - folder: Where the raw files are written for people to look at; `nil` for nowhere.
    func deliver(
        to register: Register, size: Double = 1, into folder: URL? = nil, language: Language, tell: (String) -> Void
    ) async throws {
        let systems = CaseSystems(municipality: municipality, size: size)
        let made = try await map(systems.exports)
        for (export, extracted) in zip(systems.exports, made) {
            if let folder { try write(export, into: folder) }
            // At noon of the day it was made.
            let time = Date(timeIntervalSince1970: Double(export.extracted.number) * 86_400 + 43_200)
            let receipts = try await ExtractionDelivery(
                municipality: municipality, extracted: export.extracted,
                sender: "Påhittat utdrag, \(municipality.name)", receivedAt: time
            ).submit(extracted, as: try library.collection(extracted.collection), to: register)
            let rows = extracted.report.files.flatMap(\.rows.values).reduce(0, +)
            let form = NumberForm(language)
            for receipt in receipts {
                let made = "\(export.extracted.iso) \(export.mapping): \(form.text(rows))"
                tell(
                    Localized(
                        sv: "\(made) poster, leverans \(receipt.number).",
                        en: "\(made) records, delivery \(receipt.number).")[language])
            }
        }
    }

    /// Through the door, all at once: no extract of the demonstration needs what an earlier one said.
    private func map(_ exports: [CaseSystemExport]) async throws -> [Extracted] {
        try await withThrowingTaskGroup(of: (Int, Extracted).self) { group in
            let mappings = MappingLibrary(library)
            for (place, export) in exports.enumerated() {
                let door = Extraction(try mappings.mapping(export.mapping), key: key)
                group.addTask {
                    let files = export.files.map { InputFile(name: $0.name, bytes: FileBytes($0.bytes)) }
                    return (place, door.map(files, today: export.extracted))
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted { $0.0 < $1.0 }.map(\.1)
        }
    }

    private func write(_ export: CaseSystemExport, into folder: URL) throws {
        let place = folder.appending(path: "\(export.extracted.iso) \(export.mapping)")
        try FileManager.default.createDirectory(at: place, withIntermediateDirectories: true)
        for file in export.files { try Data(file.bytes).write(to: place.appending(path: file.name)) }
    }
}
