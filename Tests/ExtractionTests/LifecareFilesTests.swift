import Extraction
import Foundation
import Testing

struct LifecareFilesTests {
    static let services = """
        Id;CustomerNumber;ServiceType;Organization;StartDate;EndDate;ApplicantPersonId;PersonId;Name;Applicant;CoApplicant
        1;7;EK Ekonomiskt bistånd kvot;Integration;2023-02-01;;199001012385;199001012385;Anna Exempel;true;false
        1;8;EK Ekonomiskt bistånd kvot;Integration;2023-02-01;;199001012385;199001022384;Bo Exempel;false;true
        1;9;EK Ekonomiskt bistånd kvot;Integration;2023-02-01;;199001012385;201501012395;Liten Exempel;false;false
        """
    static let executions = """
        Id;CustomerNumber;PersonId;Name;Type;FromDate;ToDate;Organization;DossierType;EndReason
        5;8;199001022384;Bo Exempel;AM Arbetspraktik;2023-03-01;2023-05-31;Praktik och arbetsträning;AM;
        6;8;199001022384;Bo Exempel;AM Annat;2023-06-01;2023-06-30;Coachning och matchning;AM;Flytt
        7;7;199001012385;Anna Exempel;EK Utredning kvot;2023-01-01;2023-01-31;EB 1;EK;
        """
    static let decisions = """
        Id;Date;Type;Reason;ApplicantPersonId;PersonId;Name;InvestigationExecutionId
        20;2023-05-31;AM Avslut;Arbete;199001022384;199001022384;Bo Exempel;5
        21;2023-08-31;EK Avslut;Studier;199001012385;199001022384;Bo Exempel;
        """

    @Test func rowsAreThoseOfTheObjects() throws {
        let extracted = try Doors.map("lifecare-csv", [Self.executions, Self.services, Self.decisions])
        try #require(extracted.report.isComplete, "\(extracted.report)")
        let cases = extracted.rows("arenden")
        #expect(
            cases.map { Array($0.dropFirst(2)) } == [
                ["2", "1", "3", "2023-01-01", "2023-01-31"], ["1", "2", "3", "2023-02-01", ""],
            ])
        let members = extracted.rows("medlemmar")
        #expect(members.map { $0[3] } == ["1", "2", "3"])
        #expect(members.allSatisfy { $0[1] == cases.first?[1] })
        let bo = try #require(members.dropFirst().first?[2])
        #expect(
            extracted.rows("inskrivningar").map { Array($0.dropFirst()) } == [
                [bo, "2", "5", "2023-03-01", "2023-05-31", "1"], [bo, "1", "8", "2023-06-01", "2023-06-30", "6"],
            ])
        #expect(extracted.rows("avslut").map { Array($0.dropFirst()) } == [[cases[0][1], bo, "2023-08-31", "2"]])
        for secret in ["Anna", "Exempel", "2385", "2384", "2395"] { #expect(!extracted.everything.contains(secret)) }

        // Through the interface or as files, a person is the same and so is the record.
        let asked = try Doors.map("lifecare-api", [LifecareTests.services])
        #expect(asked.rows("arenden")[0].prefix(2) == cases[1].prefix(2))
    }
}
