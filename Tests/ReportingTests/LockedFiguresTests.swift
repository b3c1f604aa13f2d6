import Checking
import Definitions
import Extraction
import Foundation
import Indicators
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Reporting

/// What has been reviewed is what is published, whatever is delivered or taken back since.
struct LockedFiguresTests {
    private let folder: TemporaryFolder
    private let register: Register
    private let library: DefinitionLibrary
    private let linköping: Municipality
    private let august: Month
    private let key = PseudonymKey.random()

    init() async throws {
        folder = try TemporaryFolder()
        register = try await Register(SQLiteDatabase(folder: folder.url.path))
        library = try .embedded()
        linköping = try #require(Municipality(code: "0580"))
        august = try #require(Month(iso: "2023-08"))
    }

    /// Delivers an extract with payments for August 2023, in whole kronor.
    private func deliver(_ number: Int, _ kronor: String..., extracted: String, came: String) async throws
        -> DeliveryNumber
    {
        let day = try #require(Day(iso: extracted))
        let rows = kronor.enumerated().map { "\(number)-\($0);1;19900101-2385;2023-08-25;\($1);2023-08" }
        let text = "Utbetnr;Ärendenr;Personnr;Datum;Belopp;Avser månad\n" + rows.joined(separator: "\n")
        let file = InputFile(name: "Utbetalningar.csv", bytes: FileBytes(Array(text.utf8)))
        let extract = try Extraction(MappingLibrary(library).mapping("treserva"), key: key).map([file], today: day)
        let receipts = try await ExtractionDelivery(
            municipality: linköping, extracted: day, sender: "controller",
            receivedAt: Date(came, strategy: .iso8601)
        ).submit(extract, as: library.collection(extract.collection), to: register)
        return try #require(receipts.first).number
    }

    private func paid(knownUntil: Date? = nil, lockedAt: Date? = nil) async throws -> Observation<Measure>? {
        let identity = ReportIdentity(
            kind: "namndrapport-ekonomiskt-bistand", municipality: linköping, month: august)
        return try await ReportFigures.read(
            identity, library: library, register: register, knownUntil: knownUntil, lockedAt: lockedAt
        ).series["utbetalt-bistand"]?[august]
    }

    private static func kronor(_ kronor: Int) -> Observation<Measure> { .value(.money(kronor * 100)) }

    /// A payment without an amount is in no figure, and the checks say so; those of another extract they leave out.
    @Test func whatWasHeldOutOfTheExtractIsSaid() async throws {
        _ = try await deliver(1, "100", "mycket", "lite", "", extracted: "2023-09-05", came: "2023-09-05T10:00:00Z")
        _ = try await deliver(2, "100", "mer", extracted: "2023-10-05", came: "2023-10-05T10:00:00Z")
        let identity = ReportIdentity(
            kind: "namndrapport-ekonomiskt-bistand", municipality: linköping, month: august)
        let figures = try await ReportFigures.read(identity, library: library, register: register)
        let told = Report(figures).checks.map(\.text).filter { $0.contains("togs inte med") }
        #expect(
            told == [
                "Utbetalningar: 3 togs inte med i uttaget 5 september 2023 (belopp är inte ett belopp: 2, belopp är tom: 1)."
            ])
    }

    @Test func aLockedReportIsCountedFromWhatHadComeThen() async throws {
        let lock = try Date("2023-09-05T08:00:00Z", strategy: .iso8601)
        // In the morning of the day it is locked, before the noon from which extracts of a day otherwise are known.
        let first = try await deliver(1, "5000", extracted: "2023-09-05", came: "2023-09-05T06:30:00Z")
        #expect(try await paid(lockedAt: lock) == Self.kronor(5_000))

        _ = try await deliver(2, "1000000", extracted: "2023-09-01", came: "2023-09-07T09:00:00Z")
        #expect(try await paid(lockedAt: lock) == Self.kronor(5_000))
        #expect(try await paid() == Self.kronor(1_005_000))
        // It could have been known by then, had it come.
        #expect(try await paid(knownUntil: lock) == Self.kronor(1_005_000))

        _ = try await register.withdraw(
            first, reason: "Fel", sender: "controller", at: Date("2023-09-08T09:00:00Z", strategy: .iso8601))
        #expect(try await paid(lockedAt: lock) == Self.kronor(5_000))
        #expect(try await paid() == Self.kronor(1_000_000))
    }

    @Test func whatHasComeSinceTheLockIsTold() async throws {
        let lock = try Date("2023-09-05T08:00:00Z", strategy: .iso8601)
        _ = try await deliver(1, "5000", extracted: "2023-09-05", came: "2023-09-05T06:30:00Z")
        func newest() async throws -> Day? {
            try await ReportMonths.read(
                of: linköping, kind: "namndrapport-ekonomiskt-bistand", library: library, register: register,
                at: Date("2023-09-08T08:00:00Z", strategy: .iso8601)
            )?.newest(after: lock)
        }
        #expect(try await newest() == nil)
        _ = try await deliver(2, "1000", extracted: "2023-09-01", came: "2023-09-05T09:00:00Z")
        #expect(try await newest() == Day(iso: "2023-09-01"))
    }
}
