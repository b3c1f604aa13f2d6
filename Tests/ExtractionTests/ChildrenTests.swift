import Extraction
import Testing

/// Children are members from when they are born, and no adults whose case is closed.
struct ChildrenTests {
    @Test func aDecisionsChildrenHaveNoReasons() throws {
        let decisions = """
            {"Result": [{"Id": 1, "CustomerNumber": 1, "Date": "2023-08-20", "Type": "EK Avslut", "Reason": "Arbete",
              "DecisionPersonDTOs": [
                {"PersonId": "199001012385", "CustomerNumber": 1, "IsCoApplicant": false},
                {"PersonId": "199001022384", "CustomerNumber": 2, "IsCoApplicant": true},
                {"PersonId": "201501012395", "CustomerNumber": 3, "IsCoApplicant": false}]}]}
            """
        let asked = try Doors.map("lifecare-api", [decisions])
        let file = """
            Id;Date;Type;Reason;ApplicantPersonId;PersonId;Name
            1;2023-08-20;EK Avslut;Arbete;199001012385;199001012385;Anna
            1;2023-08-20;EK Avslut;Arbete;199001012385;199001022384;Bo
            1;2023-08-20;EK Avslut;Arbete;199001012385;201501012395;Liten
            """
        let read = try Doors.map("lifecare-csv", [file])
        #expect(asked.rows("avslut").count == 2 && asked.rows("avslut") == read.rows("avslut"))
        #expect(asked.report.files[0].keptOut.isEmpty && read.report.files[0].keptOut.isEmpty)
        #expect(
            read.report.files[0].passedOver == [.init(table: "avslut", column: "iscoapplicant", count: 1)])
    }

    /// Who is neither applicant nor co-applicant has no reason, when the file says who is.
    @Test func anotherAdultIsKeptOut() throws {
        let file = """
            Id;Date;Type;Reason;ApplicantPersonId;PersonId;IsCoApplicant
            1;2023-08-20;EK Avslut;Arbete;199001012385;199001012385;false
            1;2023-08-20;EK Avslut;Arbete;199001012385;199001022384;false
            """
        let read = try Doors.map("lifecare-csv", [file])
        #expect(read.rows("avslut").count == 1)
        #expect(read.report.files[0].keptOut.map(\.reason) == [.otherAdult])
    }

    @Test func aChildIsAMemberFromItsBirth() throws {
        let services = """
            Id;CustomerNumber;ServiceType;Organization;StartDate;EndDate;ApplicantPersonId;PersonId;Applicant;CoApplicant
            5;1;EK Ekonomiskt bistånd;EB;2014-12-01;;199001012385;199001012385;true;false
            5;2;EK Ekonomiskt bistånd;EB;2014-12-01;;199001012385;201501012395;false;false
            """
        #expect(
            try Doors.map("lifecare-csv", [services]).rows("medlemmar").map { $0[4] } == ["2014-12-01", "2015-01-01"])
        let object = """
            [{"Id": 5, "CustomerNumber": 1, "ServiceType": "EK Ekonomiskt bistånd", "Organization": "EB",
              "StartDate": "2014-12-01", "ServicePersonDTOs": [
                {"PersonId": "199001012385", "CustomerNumber": 1, "CoApplicant": false},
                {"PersonId": "201501012395", "CustomerNumber": 2, "CoApplicant": false}]}]
            """
        #expect(
            try Doors.map("lifecare-api", [object]).rows("medlemmar").map { $0[4] } == ["2014-12-01", "2015-01-01"])
    }

    /// A service without the applicant's row is a case of the applicant that the other rows name.
    @Test func aServiceWithoutItsApplicantIsNotLost() throws {
        let services = """
            Id;CustomerNumber;ServiceType;Organization;StartDate;EndDate;ApplicantPersonId;PersonId;Applicant;CoApplicant
            5;1;EK Ekonomiskt bistånd;EB;2022-12-01;;199001012385;199001012385;true;false
            6;2;EK Ekonomiskt bistånd;EB;2022-12-01;;199001012385;199001022384;false;true
            7;2;EK Ekonomiskt bistånd;EB;2022-12-01;;;199001022384;false;true
            """
        let read = try Doors.map("lifecare-csv", [services])
        let cases = read.rows("arenden")
        #expect(cases.count == 2 && cases[0][1] == cases[1][1])
        #expect(read.report.files[0].keptOut.first?.reason == .blank)
    }
}
