import Extraction
import Testing

/// Keys have nothing in them that may be corrected.
struct KeyTests {
    private static let cases = """
        Ärendenr;Personnr registerledare;Ärendetyp;Enhet;Målgrupp;Startdatum;Slutdatum
        10;19900101-2385;Ekonomiskt bistånd;EB;Övriga;2022-03-14;2022-08-31
        10;19900101-2385;Ekonomiskt bistånd;EB;Övriga;2023-02-01;
        """

    /// A closure on 30 August that was corrected to 2 September is one record, and so is a member whose first day was.
    @Test func aCorrectedDateIsTheSameRecord() throws {
        func keys(_ closed: String, _ from: String) throws -> [String] {
            let closures = "Ärendenr;Personnr;Namn;Datum;Orsak\n10;19900101-2385;Anna;\(closed);Arbete\n"
            let members = "Ärendenr;Personnr;Namn;Roll;Startdatum;Slutdatum\n10;201501012395;Liten;Barn;\(from);\n"
            let extracted = try Doors.map("treserva", [Self.cases, closures, members])
            let rows = [extracted.rows("avslut"), extracted.rows("medlemmar")]
            return rows.compactMap { $0.first?.first }
        }
        let (first, corrected) = (try keys("2023-08-30", "2022-03-14"), try keys("2023-09-02", "2022-03-01"))
        #expect(first == corrected && first.count == 2)
    }

    /// A case that was opened again has two rows with one key: both are in the extract.
    @Test func bothPeriodsOfACaseAreThere() throws {
        let rows = try Doors.map("treserva", [Self.cases]).rows("arenden")
        #expect(rows.map { Array($0.suffix(2)) } == [["2022-03-14", "2022-08-31"], ["2023-02-01", ""]])
        #expect(Set(rows.map { $0[0] }).count == 1)
    }
}
