public import Definitions
public import Vocabulary
import Tabular

/// A file to practise with (*övningsfil*): a month's made-up households, right or with twelve faults of different kinds.
public enum PracticeFile {
    /// The file of `table` (measures) for one municipality and month, a workbook laid out as the template.
    public static func make(
        _ table: Table, _ municipality: Municipality, _ month: Month, isFaulty: Bool
    ) throws(DemonstrationError) -> DemonstrationFile {
        var rows = (1...48).map { household($0).cells }.map { [month.iso, municipality.code] + $0 }
        if isFaulty { for fault in faults(municipality, month) { fault(&rows) } }
        do {
            return try FileStyle.template.write(
                table, rows, title: municipality.name, name: isFaulty ? "ovningsfil-med-fel" : "ovningsfil-utan-fel")
        } catch {
            throw .workbook(error)
        }
    }

    /// Three in four took part in something; one in six has a partner.
    private static func household(_ number: Int) -> MeasureHousehold {
        var household = MeasureHousehold(number: number)
        switch number % 8 {
        case 0, 4: household.marks[0] = [0: .cross]
        case 7:
            household.marks[0] = [8: .cross]
            household.text = "Validering av yrkeskunskaper"
        default:
            household.marks[0] = [number % 8: .days(1 + number * 7 % 20)]
            if number % 5 == 0 { household.marks[0][2] = .days(3) }
        }
        if number % 6 == 0 { household.marks[1] = [number % 12 == 0 ? 0 : 4: .cross] }
        return household
    }

    /// Twelve ways to go wrong, each on a row of its own. Columns: month, municipality, running number, registerledare
    /// 0–8, medsökande 0–8, text.
    private static func faults(_ municipality: Municipality, _ month: Month) -> [(inout [[String]]) -> Void] {
        let (monthAt, placeAt, number, reg, med, text) = (0, 1, 2, 3, 12, 21)
        let other = municipality.code == "0330" ? "0380" : "0330"
        return [
            { $0[2][reg] = "X" },  // Code 0 together with a measure.
            { $0[4][reg + 5] = "34" },  // More days than the month has.
            { $0[8][number] = "" },  // No running number.
            { $0[9][number] = $0[0][number] },  // The same running number twice.
            { $0[14][text] = "" },  // Code 8 without a description.
            { $0[16][text] = "Kurs i datorkunskap" },  // A description without code 8.
            { for column in reg..<reg + 9 { $0[18][column] = "" } },  // Nothing about the applicant.
            { $0[20][reg + 5] = "ja" },  // Neither X nor days.
            { $0[25][placeAt] = other },  // Another municipality's row.
            { $0[28][monthAt] = month.previous.iso },  // Another month's row.
            { $0[33][reg + 2] = "2,5" },  // Part of a day.
            { $0[35][med + 6] = "X" },  // The co-applicant's code 0 together with a measure.
        ]
    }
}
