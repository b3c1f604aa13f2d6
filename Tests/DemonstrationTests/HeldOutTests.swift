import Checking
import Definitions
import Extraction
import Foundation
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

/// What was held out of extracts, from the file to whoever counts.
struct HeldOutTests {
    @Test("Records that could not be read are kept with the delivery by reason, until it is withdrawn")
    func reasons() async throws {
        let municipality = try #require(Municipality(code: "0580"))
        let library = try DefinitionLibrary(folder: Dossier.repository.appending(path: "Definitions").path)
        let register = try await Register(SQLiteDatabase(folder: try TemporaryFolder().url.path))
        let door = Extraction(try MappingLibrary(library).mapping("treserva"), key: .random())
        func take(_ rows: [String], on day: String) async throws -> [Receipt] {
            let text = "Utbetnr;Ärendenr;Personnr;Datum;Belopp\n" + rows.joined(separator: "\n")
            let day = try #require(Day(iso: day))
            return try await ExtractionDelivery(
                municipality: municipality, extracted: day, sender: "controller",
                receivedAt: Date(timeIntervalSince1970: 1_700_000_000)
            ).submit(
                door.map([InputFile(name: "u", bytes: FileBytes(Array(text.utf8)))], today: day),
                as: library.collection("ekb-handelser"), to: register)
        }
        let person = "199001012385"
        let first = try await take(
            [
                "1;1;\(person);2023-08-25;100", "2;1;\(person);2023-08-25;mycket", "3;1;\(person);2023-08-25;",
                "4;1;\(person);2023-08-25;lite", "5;1;ingen;2023-08-25;7",
            ], on: "2023-09-05")
        #expect(first.first?.files.map(\.name) == ["utbetalningar.csv", "uttagsrapport.csv"])
        // Nothing was held out of the second, and the same files again are the same delivery.
        #expect(try await take(["6;1;\(person);2023-09-25;100"], on: "2023-10-05").first?.files.count == 1)

        let found = try await register.heldOut(of: municipality, collection: "ekb-handelser")
        #expect(
            found.map { "\($0.table) \($0.column) \($0.reason) \($0.count)" } == [
                "utbetalningar belopp är inte ett belopp 2", "utbetalningar belopp är tom 1",
                "utbetalningar personnr är inte ett personnummer 1",
            ])
        #expect(found.allSatisfy { SwedishTime($0.extracted).day == Day(iso: "2023-09-05") })
        let before = Date(timeIntervalSince1970: 1_690_000_000)
        #expect(try await register.heldOut(of: municipality, collection: "ekb-handelser", asKnownAt: before).isEmpty)
        let number = try #require(first.first?.number)
        _ = try await register.withdraw(number, reason: "Fel fil", sender: "controller")
        #expect(try await register.heldOut(of: municipality, collection: "ekb-handelser").isEmpty)
        #expect(
            try await register.heldOut(
                of: municipality, collection: "ekb-handelser", arrivedBy: Date(timeIntervalSince1970: 1_700_000_100)
            ).count == 3)
    }
}
