import Checking
import Definitions
import Foundation
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Testing
import Vocabulary

@testable import Indicators

@Suite("Ready-made monthly values", .fewAtATime)
struct ReadyMadeTests {
    private let report: IndicatorCollection
    private let municipality: Municipality
    private static let header = "nyckeltal;manad;kod;varde;av\n"

    init() throws {
        report = try DefinitionLibrary.embedded().indicators("namndrapport-ekonomiskt-bistand")
        municipality = try #require(Municipality(code: "0580"))
    }

    private func check(_ rows: String) async throws -> [CheckedFile] {
        var request = CheckRequest(collections: [try DefinitionLibrary.embedded().collection("nyckeltal-manad")])
        request.keepsColumns = true
        request.municipality = municipality
        request.month = Month(iso: "2023-09")
        return await Check.files(
            [InputFile(name: "v.csv", bytes: FileBytes(Array((Self.header + rows).utf8)))], as: request)
    }

    @Test("are findings when the figure is unknown, or its code does not agree with it")
    func findings() async throws {
        let checked = try await check(
            """
            Utbetalt ekonomiskt BISTÅND;2023-08-01;;100;
            utbetalt-bistandet;2023-08-01;;100;
            orsaker-till-avslut;2023-08-01;;18;
            nya-hushall;2023-08-01;3;18;
            orsaker-till-avslut;2023-08-01;1;18;
            nya-hushall;i augusti;;18;
            19900101-2385;2023-08-01;;1;

            """)
        let found = try #require(checked.first?.verdicts.first).findings
        let told = Array(found).map { "\($0.rule) \($0.row ?? 0)" }.sorted()
        #expect(told == ["R08 8", "R25 7", "R30 3", "R31 4", "R31 5"])
        let unknown = try #require(Array(found).first { $0.rule == "R30" })
        #expect(unknown.message.contains("utbetalt-bistandet") && unknown.remedy.contains("utbetalningshushall"))
        #expect(!"\(Array(found))".contains("2385"))
    }

    @Test("are findings when the value or the month cannot be")
    func impossible() async throws {
        let checked = try await check(
            """
            ateraktualiserade-bistand;2023-08-01;;250;
            ateraktualiserade-arbetsmarknad;2023-08-01;;30;20
            utbetalningshushall;2023-08-01;;2160;
            Utbetalningshushåll;2023-08-01;;2386;
            inskrivna;2031-01-01;;654;
            nya-hushall;2023-08-15;;100;
            hushall-med-insats;2023-08-01;;9999999;
            integrationsenheten;2022-11-01;;371;
            aktuella-hushall;2023-08-01;;1900;
            utbetalt-bistand;2023-07-01;;23000000;
            utbetalt-bistand;2023-08-01;;2300000;
            ateraktualiserade-bistand;2023-09-01;;100;
            orsaker-till-avslut;2023-08-01;1;18;
            orsaker-till-avslut;2023-08-01;2;18;

            """)
        let findings = Array(try #require(checked.first?.verdicts.first).findings)
        #expect(
            findings.map { "\($0.rule) \($0.cell ?? "")" }.sorted() == [
                "R32 B6", "R32 B7", "R33 B10", "R33 B9", "R34 D2", "R34 D3", "R34 D8", "R35 D5", "V07 D12",
            ])
        func message(_ rule: String) -> String { findings.first { $0.rule == rule }?.message ?? "" }
        #expect(message("R33").contains("redovisas inte för november 2022."), "\(message("R33"))")
        #expect(message("R34").contains("större än 100."), "\(message("R34"))")
        #expect(message("R35").contains("finns på rad 4."), "\(message("R35"))")
        #expect(
            message("V07").contains("värdet är 2300000, och månaden före 23\u{a0}000\u{a0}000."), "\(message("V07"))")
    }

    @Test("become measures of the figure's kind, a month's latest delivery replacing the earlier")
    func measures() async throws {
        let folder = try TemporaryFolder()
        let register = try await Register(SQLiteDatabase(folder: folder.url.path))
        try await submit(
            """
            utbetalt-bistand;2022-08-01;;24615318;
            Utbetalningshushåll;2022-08-01;;2300;
            ateraktualiserade-bistand;2022-08-01;;24;
            ateraktualiserade-arbetsmarknad;2022-08-01;;9;37
            orsaker-till-avslut;2022-08-01;1;18;
            orsaker-till-avslut;2022-08-01;2;5;

            """, register, at: "2023-09-01T08:00:00Z")
        try await submit(
            "utbetalningshushall;2022-08-01;;2386;\norsaker-till-avslut;2022-08-01;1;20;\n", register,
            at: "2023-09-02T08:00:00Z")
        let month = try #require(Month(iso: "2022-08"))
        let values = try await ReadyMadeValues.read(of: municipality, from: register, collection: report)
        #expect(
            values.mapValues { $0[month] } == [
                "utbetalt-bistand": .money(2_461_531_800), "utbetalningshushall": .count(2_386),
                "ateraktualiserade-bistand": .share(part: 24, of: 100),
                "ateraktualiserade-arbetsmarknad": .share(part: 9, of: 37),
                "orsaker-till-avslut": .distribution([1: 20]),
            ])
        let before = try await ReadyMadeValues.read(
            of: municipality, from: register, collection: report,
            asKnownAt: Date("2023-09-01T12:00:00Z", strategy: .iso8601))
        #expect(before["utbetalningshushall"]?[month] == .count(2_300))
    }

    @Test("fill months that nothing was delivered for, and no others")
    func completing() throws {
        let indicator = try #require(report["integrationsenheten"])
        let span = months("2022-08", "2022-12")
        let events = events(cases: [kase(1, "2022-09-01", unit: 2)])
        let series = events.series(
            indicator, of: report, inReportFor: try #require(Month(iso: "2023-08")), span,
            delivered: Set(months("2022-09", "2022-12").months))
        let given = Dictionary(uniqueKeysWithValues: span.months.map { ($0, Measure.count(400)) })
        let completed = series.completed(with: given)
        let (august, september) = (span.lowerBound, span.lowerBound.next)
        #expect(completed[august].value == .count(400) && completed[september].value == .count(1))
        #expect(completed.handMade == [august])
        // A month that a change of system took away stays so.
        let gone = span.months.filter { if case .missing(.systemChange) = series[$0] { true } else { false } }
        #expect(!gone.isEmpty && gone.allSatisfy { completed[$0].value == nil })
        // Also where nothing was extracted.
        let none = ExtractedFigures(
            EventHistory([]), report, inReportFor: try #require(Month(iso: "2023-08")), span
        ).series["integrationsenheten"]?.completed(with: given)
        let november = try #require(Month(iso: "2022-11"))
        #expect(none?[november] == .missing(.systemChange) && none?.handMade.contains(november) == false)
        #expect(none?[august] == .value(.count(400)))
    }

    private func submit(_ rows: String, _ register: Register, at time: String) async throws {
        let checked = try await check(rows)
        for file in checked { #expect(file.verdicts.allSatisfy { Array($0.findings).isEmpty }, "\(file.verdicts)") }
        _ = try await register.submit(
            Submission(
                collection: "nyckeltal-manad", isIncrement: true, definitionVersion: 1,
                files: checked.map { Submission.File(name: $0.name, bytes: $0.bytes, verdicts: $0.verdicts) },
                sender: "Anna Ek", receivedAt: try Date(time, strategy: .iso8601)))
    }
}
