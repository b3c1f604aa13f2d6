import Checking
import Definitions
import Demonstration
import Extraction
import Foundation
import Tabular
import TestSupport
import Testing
import Vocabulary

/// The made-up exports as files.
struct CaseSystemTests {
    private static func systems(_ code: String, seed: UInt64 = 2023, size: Double) throws -> CaseSystems {
        CaseSystems(municipality: try #require(Municipality(code: code)), seed: seed, size: size)
    }

    private static func bytes(_ systems: CaseSystems) -> [[UInt8]] {
        systems.exports.flatMap { export in export.files.map(\.bytes) }
    }

    @Test("They are those of the year, in the order they were made")
    func order() async throws {
        let exports = try await ImportedDemonstration.shared.value.systems.exports
        #expect(
            exports.map { "\($0.mapping) \($0.extracted.iso)" } == [
                "treserva 2023-01-05", "accorda 2023-01-05", "lifecare-csv 2023-01-05", "lifecare-csv 2023-02-05",
                "lifecare-csv 2023-03-05", "lifecare-csv 2023-04-05", "lifecare-csv 2023-05-05",
                "lifecare-csv 2023-06-05", "lifecare-csv 2023-07-05", "lifecare-csv 2023-08-05",
                "lifecare-csv 2023-09-05", "vux 2023-09-05", "lifecare-csv 2023-10-05", "lifecare-csv 2023-11-05",
                "lifecare-csv 2023-12-05",
            ])
    }

    @Test("The same in every run, and another for another municipality or seed")
    func determinism() throws {
        let one = try Self.bytes(Self.systems("0580", size: 0.03))
        #expect(try one == Self.bytes(Self.systems("0580", size: 0.03)))
        #expect(try one != Self.bytes(Self.systems("0180", size: 0.03)))
        #expect(try one != Self.bytes(Self.systems("0580", seed: 1, size: 0.03)))
    }

    @Test("Every record is read, and every column is one that the door knows")
    func everyRecord() async throws {
        let imported = try await ImportedDemonstration.shared.value
        for (export, report) in zip(imported.systems.exports, imported.reports) {
            #expect(report.isComplete && report.files.count == export.files.count)
            for file in report.files {
                #expect(file.keptOut.isEmpty && file.unknown.isEmpty && file.records > 0, "\(file)")
                // Names are in every file but those of adult education's numbers, and are dropped.
                #expect(
                    file.dropped.contains { $0 == "namn" || $0 == "name" || $0 == "namn registerledare" }, "\(file)")
            }
        }
    }

    @Test("Municipalities of any size can be read", arguments: [0, 0.004, 0.05])
    func sizes(_ size: Double) throws {
        let library = try DefinitionLibrary(folder: Dossier.repository.appending(path: "Definitions").path)
        for export in try Self.systems("2418", size: size).exports {
            let files = export.files.map { InputFile(name: $0.name, bytes: FileBytes($0.bytes)) }
            let extracted = try Extraction(MappingLibrary(library).mapping(export.mapping), key: .random())
                .map(files, today: export.extracted)
            #expect(extracted.report.isComplete && extracted.report.files.allSatisfy(\.keptOut.isEmpty))
        }
    }

    /// The identity numbers of all files, twelve digits each.
    private static func numbers(_ systems: CaseSystems) -> Set<[UInt8]> {
        var found: Set<[UInt8]> = []
        for bytes in Self.bytes(systems) {
            for line in bytes.split(whereSeparator: { $0 == 13 || $0 == 10 }) {
                for cell in line.split(separator: UInt8(ascii: ";")) where (12...13).contains(cell.count) {
                    let digits = cell.filter { $0 >= 48 && $0 <= 57 }
                    if digits.count == 12, cell.count == 12 || cell[cell.startIndex + 8] == UInt8(ascii: "-") {
                        found.insert(Array(digits))
                    }
                }
            }
        }
        return found
    }

    @Test(
        "All identity numbers are of those that Skatteverket publishes for tests",
        .enabled(if: Dossier.url("domain/data/testpersonnummer.csv") != nil, "the dossier ../shared is absent"))
    func numbersOfNobody() async throws {
        let file = try #require(Dossier.url("domain/data/testpersonnummer.csv"))
        let official = Set(
            try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline)
                .map { Array($0.prefix(12).utf8) })
        let used = try await Self.numbers(ImportedDemonstration.shared.value.systems)
        #expect(used.count > 9_000 && used.subtracting(official).isEmpty)
    }

    @Test("Nothing of persons is in the register: no number, however written, no name, no account")
    func nothingStored() async throws {
        let imported = try await ImportedDemonstration.shared.value
        let numbers = Self.numbers(imported.systems)
        let short = Set(numbers.map { Array($0.dropFirst(2)) })
        #expect(imported.stored.reduce(0) { $0 + $1.count } > 1_000_000)
        for data in imported.stored {
            for secret in ["Påhittad", "Handläggare", "0000-1"] {
                #expect(data.range(of: Data(secret.utf8)) == nil)
            }
            var run: [UInt8] = []
            for byte in data {
                if byte >= 48 && byte <= 57 {
                    run.append(byte)
                    #expect(!short.contains(run.suffix(10)) || run.count < 10)
                } else if byte != UInt8(ascii: "-") {
                    run.removeAll(keepingCapacity: true)
                }
            }
        }
    }
}
