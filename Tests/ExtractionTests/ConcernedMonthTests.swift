import Extraction
import Testing

/// The month that a payment concerns, where the interface has none.
struct ConcernedMonthTests {
    private static let decisions = """
        [{"Id": 1, "CustomerNumber": 7, "Type": "EK Bifall", "Reason": "", "FromDate": "2023-09-01T00:00:00",
          "ToDate": "2023-09-30T00:00:00", "ConnectedApplication": 70, "DecisionPersonDTOs": []},
         {"Id": 2, "CustomerNumber": 7, "Type": "EK Bifall", "Reason": "", "FromDate": "2023-09-01",
          "ToDate": "2023-10-31", "ConnectedApplication": 71, "DecisionPersonDTOs": []},
         {"Id": 3, "CustomerNumber": 7, "Type": "EK Bifall", "Reason": "", "FromDate": "2023-07-01",
          "ToDate": "2023-07-31", "ConnectedApplication": 72, "DecisionPersonDTOs": []},
         {"Id": 4, "CustomerNumber": 7, "Type": "EK Bifall", "Reason": "", "FromDate": "2023-08-01",
          "ToDate": "2023-08-31", "ConnectedApplication": 72, "DecisionPersonDTOs": []}]
        """
    private static let calculations = """
        [{"Id": 5, "CustomerNumber": 7, "Norm": "2023", "Final": true, "FromDate": "2023-06-01", "ToDate": "2023-06-30",
          "ConnectedApplication": 73, "CalculationPersonDTOs": []}]
        """

    private static func payments(_ fields: [String]) -> String {
        "["
            + fields.enumerated().map { place, field in
                """
                {"Id": \(place), "CustomerNumber": 7, "Amount": 100, "PayDate": "2023-08-25", \(field)
                 "StartTime": "2023-07-31T10:00:00", "EndTime": "9999-12-31T00:00:00",
                 "PaymentPersonDTOs": [{"PersonId": "199001012385", "CustomerNumber": 7}]}
                """
            }.joined(separator: ",") + "]"
    }

    /// Its own, or that of the decision or calculation for the same application where they are of one month; never that of
    /// the record's own times.
    @Test func isDerivedOrNone() throws {
        let payments = Self.payments([
            "\"ConcernedMonth\": \"2023-05\", \"ConnectedApplication\": 70,", "\"ConnectedApplication\": 70,",
            "\"ConnectedApplication\": 73,", "\"ConnectedApplication\": 71,", "\"ConnectedApplication\": 72,",
            "\"ConnectedApplication\": 99,", "",
        ])
        let extracted = try Doors.map("lifecare-api", [payments, Self.decisions, Self.calculations])
        #expect(
            extracted.rows("utbetalningar").map { $0[4] } == [
                "2023-05-01", "2023-09-01", "2023-06-01", "", "", "", "",
            ])
        let months = extracted.report.files[0].months
        #expect(months.derived == 2 && months.none == 4)
    }

    /// In files the same, where an export may have a column for it.
    @Test func filesMayHaveIt() throws {
        let payments = """
            Id;CustomerNumber;PersonId;Amount;PayDate;StartTime;Avser månad
            1;7;199001012385;100;2023-08-25;2023-07-31;2023-09
            2;7;199001012385;100;2023-08-25;2023-07-31;
            """
        let extracted = try Doors.map("lifecare-csv", [payments])
        #expect(extracted.rows("utbetalningar").map { $0[4] } == ["2023-09-01", ""])
        #expect(extracted.report.files[0].months.none == 1 && extracted.report.files[0].unknown.isEmpty)
    }
}
