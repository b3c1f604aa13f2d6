import Checking
import Definitions
import Extraction
import Foundation
import Register
import SQLiteStorage
import TestSupport
import Testing
import Vocabulary

/// From the raw file to the register.
struct DeliveryTests {
    private func delivery() throws -> ExtractionDelivery {
        ExtractionDelivery(
            municipality: try #require(Municipality(code: "0580")), month: try #require(Month(iso: "2023-09")),
            sender: "controller", receivedAt: Date(timeIntervalSince1970: 1_693_900_000))
    }

    @Test(arguments: ["treserva", "lifecare-api", "vux"]) func anExtractionIsADelivery(_ id: String) async throws {
        let texts = [
            "treserva": [TreservaTests.cases, TreservaTests.payments, TreservaTests.members],
            "lifecare-api": [
                LifecareTests.services, LifecareTests.executions, LifecareTests.decisions, LifecareTests.payments,
            ],
            "vux": [VuxTests.pupils, VuxTests.admitted],
        ]
        let library = try DefinitionLibrary(folder: Dossier.repository.appending(path: "Definitions").path)
        let folder = try TemporaryFolder()
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let extracted = try Doors.map(id, try #require(texts[id]))
        let collection = try library.collection(extracted.collection)
        let receipts = try await delivery().submit(extracted, as: collection, to: register)
        #expect(receipts.count == 1)
        let parts = try #require(receipts.first).parts
        #expect(parts.reduce(0) { $0 + $1.rows } == extracted.report.rows.values.reduce(0, +))
        // Mapped and delivered again it is the same delivery.
        let again = try await delivery().submit(Doors.map(id, try #require(texts[id])), as: collection, to: register)
        #expect(again.map(\.number) == receipts.map(\.number))
    }

    /// A file that is there without rows says that there is nothing new: its table is delivered, without rows. One that may
    /// be of two kinds says nothing.
    @Test func aFileWithoutRowsIsDelivered() async throws {
        let folder = try TemporaryFolder()
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let collection = try DefinitionLibrary.embedded().collection("ekb-handelser")
        let headers = LifecareFilesTests.executions.split(separator: "\n")[0] + "\n"
        let texts = [LifecareFilesTests.services, "Id;Amount;PayDate;PersonId\n", String(headers)]
        let receipts = try await delivery().submit(Doors.map("lifecare-csv", texts), as: collection, to: register)
        #expect(
            receipts.flatMap(\.parts).map { "\($0.table) \($0.rows)" } == [
                "arenden 1", "medlemmar 3", "utbetalningar 0",
            ])
        // Nothing but headers is nothing to keep.
        let empty = try Doors.map("lifecare-csv", ["Id;Amount;PayDate;PersonId\n"])
        #expect(try await delivery().submit(empty, as: collection, to: register).isEmpty)
    }

    @Test func aCutFileIsNotDelivered() async throws {
        let folder = try TemporaryFolder()
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        let collection = try DefinitionLibrary.embedded().collection("ekb-handelser")
        let extracted = try Doors.map("lifecare-api", [String(LifecareTests.services.dropLast(40))])
        await #expect(throws: ExtractionError.self) {
            _ = try await delivery().submit(extracted, as: collection, to: register)
        }
    }
}

struct VuxTests {
    static let pupils = """
        Skola;Datum;Personnr;Namn;Antal
        Hermods;2023-08-31;;;252
        Linvux;2023-08-31;19900101-2385;Anna Exempel;
        """
    static let admitted = """
        Skola;Utbildning;Period;Startdatum;Slutdatum;Personnr;Namn;Antal
        Linvux;Enstaka kurser på gymnasial nivå;period 4 2023;2023-08-14;2023-10-20;;;395
        Astar;Grundläggande kurser;230609–230816;;;;;108
        Astar;Grundläggande kurser;19900101-2385;;;;;108
        """

    @Test func pupilsAndAdmissionsBecomeRows() throws {
        let extracted = try Doors.map("vux", [Self.pupils, Self.admitted])
        #expect(
            extracted.rows("elever").map { [$0[0], $0[1], $0[3]] } == [
                ["Hermods", "2023-08-31", "252"], ["Linvux", "2023-08-31", ""],
            ])
        #expect(extracted.rows("antagna").map { $0[2] } == ["period 4 2023", "230609–230816"], "\(extracted.report)")
        #expect(extracted.report.files[1].keptOut.map(\.reason) == [.hasIdentityNumber])
        #expect(!extracted.everything.contains("2385"))
    }
}
