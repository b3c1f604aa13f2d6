import Checking
import Extraction
import Foundation
import Tabular
import Testing

struct LifecareTests {
    static let services = """
        {"ModifiedAfter": null, "TotalNumberOfRecords": 3, "Result": [
          {"Id": 1, "CustomerNumber": 7, "ServiceType": "EK Ekonomiskt bistånd nyanländ", "Organization": "Integrationsenheten",
           "StartDate": "2023-02-01T00:00:00", "EndDate": null, "Caseworker": "aexe01", "CoCaseworker": {"Id": [1, {"a": 2}]},
           "ServicePersonDTOs": [
             {"Name": "Bo Exempel", "PersonId": "199001022384", "CustomerNumber": 8, "CoApplicant": true},
             {"Name": "Anna Exempel", "PersonId": "19900101-2385", "CustomerNumber": 7, "CoApplicant": false},
             {"Name": "Liten Exempel", "PersonId": "201501012395", "CustomerNumber": 9, "CoApplicant": false}]},
          {"Id": 2, "CustomerNumber": 8, "ServiceType": "EK Öppet ärende", "Organization": "EB", "StartDate": "2023-03-01",
           "EndDate": "2023-03-31T22:30:00Z", "Nytt": "hemligt",
           "ServicePersonDTOs": [{"Name": "Bo", "PersonId": "199001022384", "CustomerNumber": 8, "CoApplicant": false},
                                 {"Name": "Anna", "PersonId": "199001012385", "CustomerNumber": 7, "CoApplicant": false}]},
          {"Id": 3, "CustomerNumber": 8, "ServiceType": "BoU Kontaktfamilj", "StartDate": "2023-03-01", "ServicePersonDTOs": []}
        ]}
        """
    static let executions = """
        [{"Id": 5, "CustomerNumber": 7, "Type": "AM Jobbsökaraktivitet", "FromDate": "2023-03-01", "ToDate": "2023-05-31",
          "Organization": "Coachning och matchning", "DossierType": "AM Arbetsmarknad"},
         {"Id": 6, "CustomerNumber": 77, "Type": "AM Kurs", "FromDate": "2023-03-01", "DossierType": "AM Arbetsmarknad",
          "Organization": "Kompetenshöjande insatser"}]
        """
    static let decisions = """
        {"Result": [
         {"Id": 20, "CustomerNumber": 7, "Date": "2023-05-31", "Type": "AM Avslut", "Reason": "Studier", "InvestigationExecutionId": 5,
          "DecisionPersonDTOs": [{"Name": "Anna", "PersonId": "199001012385", "CustomerNumber": 7, "IsCoApplicant": false}]},
         {"Id": 21, "CustomerNumber": 7, "Date": "2023-08-31", "Type": "EK Avslut", "Reason": "Arbete",
          "DecisionPersonDTOs": [{"Name": "Anna", "PersonId": "199001012385", "CustomerNumber": 7, "IsCoApplicant": false},
                                 {"Name": "Bo", "PersonId": "199001022384", "CustomerNumber": 8, "IsCoApplicant": true}]},
         {"Id": 22, "CustomerNumber": 7, "Date": "2023-08-21", "Type": "EK Bifall", "Reason": "Arbetslös",
          "FromDate": "2023-09-01T00:00:00", "ToDate": "2023-09-30T00:00:00", "ConnectedApplication": 70,
          "DecisionPersonDTOs": [{"Name": "Anna", "PersonId": "199001012385", "CustomerNumber": 7, "IsCoApplicant": false}]}]}
        """
    static let payments = """
        {"Result": [{"Id": 9, "Name": "Anna", "CustomerNumber": 7, "Amount": 8420.5, "PayDate": "2023-08-25",
          "AccountNumber": "8000", "Message": "199001012385", "StartTime": "2023-08-21T10:00:00",
          "ConnectedApplication": 70,
          "PaymentPersonDTOs": [{"Name": "Bo", "PersonId": "199001022384", "CustomerNumber": 8},
                                {"Name": "Anna", "PersonId": "199001012385", "CustomerNumber": 7}]}]}
        """

    @Test func objectsBecomeRows() throws {
        let extracted = try Doors.map("lifecare-api", [Self.executions, Self.services, Self.decisions, Self.payments])
        let cases = extracted.rows("arenden")
        try #require(cases.count == 2)
        let (anna, bo) = (cases[0][1], cases[1][1])
        #expect(anna != bo)
        #expect(cases[0].dropFirst(2) == ["1", "2", "2", "2023-02-01", ""])
        // The end is half past midnight on the first of April in Sweden.
        #expect(cases[1].dropFirst(2) == ["3", "1", "1", "2023-03-01", "2023-04-01"])

        let members = extracted.rows("medlemmar")
        #expect(members.map { $0[3] } == ["2", "1", "3", "1"])
        #expect(members.prefix(3).allSatisfy { $0[1] == anna })
        #expect(members[2].last == "2033-01-01")

        let enrolled = extracted.rows("inskrivningar")
        #expect(enrolled.map { Array($0.dropFirst()) } == [[anna, "1", "2", "2023-03-01", "2023-05-31", "2"]])
        #expect(
            extracted.rows("avslut").map { Array($0.dropFirst()) } == [
                [anna, anna, "2023-08-31", "1"], [anna, bo, "2023-08-31", "1"],
            ])
        #expect(
            extracted.rows("utbetalningar").map { Array($0.dropFirst()) } == [
                [anna, "2023-08-25", "8420,50", "2023-09-01"]
            ])
    }

    @Test func whatIsLeftOutIsSaidWithoutContents() throws {
        let extracted = try Doors.map("lifecare-api", [Self.services, Self.executions, Self.decisions, Self.payments])
        let files = extracted.report.files
        #expect(extracted.report.isComplete)
        #expect(files[0].passedOver == [.init(table: "arenden", column: "servicetype", count: 1)])
        #expect(files[0].keptOut.map(\.reason) == [.otherAdult])
        #expect(files[0].dropped == ["caseworker", "cocaseworker", "servicepersondtos.name"])
        #expect(files[0].unknown == ["nytt"])
        #expect(files[1].keptOut.map(\.reason) == [.notLinked])
        #expect(files[1].keptOut.map(\.rows) == [[2]])
        for secret in ["Anna", "Bo", "Exempel", "aexe01", "hemligt", "8000", "2385", "2384"] {
            #expect(!extracted.everything.contains(secret), "\(secret)")
        }
    }

    /// An object is known also when the first of its kind has nobody in it.
    @Test func anEmptyListTellsWhatAnObjectIs() throws {
        let text = """
            [{"Id": 1, "Type": "EK Utredning", "DossierType": "AM", "FromDate": "2023-01-01", "CustomerNumber": 7,
              "InvestigationPersonDTOs": []},
             {"Id": 2, "Type": "EK Utredning", "DossierType": "EK", "FromDate": "2023-01-01", "CustomerNumber": 7,
              "InvestigationPersonDTOs": [{"PersonId": "199001012385", "CustomerNumber": 7}]}]
            """
        let extracted = try Doors.map("lifecare-api", [text])
        #expect(extracted.report.files[0].source == "ExtractInvestigationDTO")
        #expect(extracted.report.files[0].keptOut.map(\.reason) == [.blank])
        #expect(extracted.rows("arenden").count == 1)
    }

    /// What earlier files said of customers is enough for the next increment.
    @Test func linksAreRemembered() throws {
        let first = try Doors.map("lifecare-api", [Self.services, Self.decisions])
        let next = try Doors.map(
            "lifecare-api", [InputFile(name: "e", bytes: FileBytes(Array(Self.executions.utf8)))], links: first.links)
        #expect(next.rows("inskrivningar").count == 1)
        #expect(next.rows("inskrivningar")[0].last == "2")
    }

    /// A document cut anywhere is said to be cut or broken, and what leaves is a beginning of the whole.
    @Test func everyCutIsSeen() throws {
        let bytes = Array(Self.services.utf8)
        let whole = try Doors.map("lifecare-api", [Self.services]).rows("arenden")
        for length in stride(from: 0, to: bytes.count - 1, by: 7) {
            let file = InputFile(name: "s", bytes: FileBytes(bytes[..<length]))
            let cut = try Doors.map("lifecare-api", [file])
            #expect(!cut.report.isComplete, "\(length)")
            #expect(whole.starts(with: cut.rows("arenden")), "\(length)")
        }
    }

    @Test func whatNoExtractHasIsRefused() throws {
        let deep = "{\"Result\": [" + String(repeating: "[", count: 100_000)
        #expect(try Doors.map("lifecare-api", [deep]).report.files[0].problem == .beyondLimits(record: 1))
        let long = "{\"Result\": [{\"Id\": \"" + String(repeating: "a", count: 5 << 20)
        #expect(try Doors.map("lifecare-api", [long]).report.files[0].problem == .beyondLimits(record: 2))
        #expect(try Doors.map("lifecare-api", ["{\"Result\": [{\"A\": 1}]}"]).report.files[0].problem == .notRecognised)
        #expect(try Doors.map("lifecare-api", [Self.services + "x"]).report.files[0].problem == .broken(record: 4))
    }
}
