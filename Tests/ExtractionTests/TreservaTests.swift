import Extraction
import Foundation
import Tabular
import Testing
import Checking

struct TreservaTests {
    static let cases = """
        Utdrag ur Treserva\r
        Ärendenummer;Personnr registerledare;Namn registerledare;Personnr medsökande;Ärendetyp;Enhet;Målgrupp;Startdatum;Slutdatum;Handläggare;Färg\r
        10;19900101-2385;Anna Exempel;900102-2384;Ekonomiskt bistånd;Integrationsenheten;Nyanländ;2022-03-14;;aexe01;blå\r
        11;199001012385;Anna Exempel;;Ekonomiutredning;EB 2;Övriga;20220301;2022-03-14 09:12;aexe01;\r
        12;199001012385;Anna Exempel;;Familjerådgivning;EB 2;Övriga;2022-03-01;;aexe01;\r
        13;inget;Anna Exempel;;Ekonomiskt bistånd;EB 2;Övriga;2022-03-01;;aexe01;\r
        14;199001012385;Anna Exempel;;Ekonomiskt bistånd;EB 2;Övriga;2022-03-41;;aexe01;\r
        15;199001012385;Anna Exempel;;Ekonomiskt bistånd;EB 2;Övriga;2022-03-02;2022-03-01;aexe01;\r
        """
    static let payments = """
        Utbetnr;Ärendenr;Personnr;Namn;Kontonr;Datum;Belopp;Avser månad
        1;10;900102-2384;Bo Exempel;8000-0 000 000;2022-04-25;8 420,00;2022-05
        2;99;199001022384;Bo Exempel;8000-0 000 000;2022-04-25;1\u{a0}200.50;202204
        3;10;;;;2022-04-25;-5;
        """
    static let members = """
        Ärendenr;Personnr;Namn;Roll;Startdatum;Slutdatum
        10;201501012395;Liten Exempel;Barn;2022-03-14;9999-12-31
        98;201501012395;Liten Exempel;Barn;2022-03-14;
        """

    @Test func casesBecomeRows() throws {
        let extracted = try Doors.map("treserva", [Self.payments, Self.cases, Self.members])
        let cases = extracted.rows("arenden")
        try #require(cases.count == 2, "\(extracted.report)")
        let household = cases[0][1]
        #expect(cases[0].dropFirst(2) == ["1", "2", "2", "2022-03-14", ""])
        #expect(cases[1].dropFirst() == [household, "2", "1", "1", "2022-03-01", "2022-03-14"])
        #expect(cases[0][0] != cases[1][0])

        // The household is that of the case, also when a co-applicant is paid; without the case, that of the payee.
        let payments = extracted.rows("utbetalningar")
        #expect(payments.map { $0[1] == household } == [true, false])
        #expect(
            payments.map { Array($0.dropFirst(2)) } == [
                ["2022-04-25", "8420", "2022-05-01"], ["2022-04-25", "1200,50", "2022-04-01"],
            ])

        let members = extracted.rows("medlemmar")
        try #require(members.count == 2)
        // The co-applicant is in the file of cases, and the child in that of members.
        #expect(members[0].dropFirst(3) == ["2", "2022-03-14", "", "2008-01-02"])
        #expect(members[1].dropFirst(3) == ["3", "2022-03-14", "", "2033-01-01"])
        #expect(members.allSatisfy { $0[1] == household })
    }

    @Test func whatIsLeftOutIsSaidWithoutContents() throws {
        let extracted = try Doors.map("treserva", [Self.cases, Self.payments, Self.members])
        let report = extracted.report
        #expect(report.isComplete)
        #expect(report.files.map(\.source) == ["Ärenden", "Utbetalningar", "Hushållsmedlemmar"])
        #expect(report.files[0].records == 6)
        #expect(
            report.files[0].passedOver == [
                .init(table: "arenden", column: "ärendetyp", count: 1),
                .init(table: "medlemmar", column: "ärendetyp", count: 2),
            ])
        #expect(
            report.files[0].keptOut == [
                .init(
                    table: "arenden", column: "personnr registerledare", reason: .notAnIdentityNumber, count: 1,
                    rows: [6]),
                .init(table: "arenden", column: "startdatum", reason: .notADate, count: 1, rows: [7]),
                .init(table: "arenden", column: "slutdatum", reason: .endsBeforeBeginning, count: 1, rows: [8]),
            ])
        #expect(report.files[0].dropped == ["handläggare", "namn registerledare"])
        #expect(report.files[0].unknown == ["färg"])
        #expect(
            report.files[1].keptOut == [
                .init(table: "utbetalningar", column: "belopp", reason: .recovery, count: 1, rows: [4])
            ])
        #expect(
            report.files[2].keptOut == [
                .init(table: "medlemmar", column: "ärendenr", reason: .notLinked, count: 1, rows: [3])
            ])
        #expect(extracted.origin(of: 3, in: "arenden.csv")?.row == 4)
        for secret in ["Anna", "Exempel", "aexe01", "8000-0", "2385", "2384", "inget", "blå"] {
            #expect(!extracted.everything.contains(secret), "\(secret)")
        }
    }

    /// The same person is the same in the other systems, however the number is written and the file is encoded.
    @Test func peopleAreTheSameAcrossSystems() throws {
        let enrolments = """
            Id;Personnr;Namn;Verksamhet;Insats;Startdatum;Slutdatum;Avslutsorsak
            1;900101-2385;Anna;Coachning och matchning;Jobbsökaraktivitet;2022-02-01;2022-06-30;Arbete
            2;19900101 2385;Anna;Praktik och arbetsträning;Något annat;2022-02-01;;
            """
        let bytes = FileBytes(Windows1252.encode(enrolments))
        let accorda = try Doors.map("accorda", [InputFile(name: "a", bytes: bytes)])
        let treserva = try Doors.map("treserva", [Self.cases])
        let rows = accorda.rows("inskrivningar")
        try #require(rows.count == 1, "\(accorda.report)")
        #expect(rows[0].dropFirst() == [treserva.rows("arenden")[0][1], "1", "2", "2022-02-01", "2022-06-30", "1"])
        #expect(accorda.report.files[0].keptOut.map(\.reason) == [.noCode])
    }

    @Test func anUnknownFileIsSaidToBeSo() throws {
        let extracted = try Doors.map("treserva", ["A;B\n1;2\n"])
        #expect(extracted.report.files[0].problem == .notRecognised)
        #expect(!extracted.report.isComplete)
        let short = try Doors.map("treserva", ["Utbetnr;Ärendenr;Belopp\n1;2;3\n"])
        #expect(short.report.files[0].problem == .columnsMissing(["datum"]))
    }
}
