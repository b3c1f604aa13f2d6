import Vocabulary

/// Adult education as numbers without persons, as the August report of 2023 prints them by school.
enum AdultEducation {
    /// The month whose extract has them.
    static let month = Month(index: 2023 * 12 + 7)

    static var export: CaseSystemExport {
        var pupils = RawTable("Elever", ["Skola", "Datum", "Personnr", "Namn", "Antal"])
        for (school, count) in Printed2023.pupils.counts {
            pupils.row([school, month.lastDay.iso, "", "", String(count)])
        }
        var admitted = RawTable(
            "Antagna", ["Skola", "Utbildning", "Period", "Startdatum", "Slutdatum", "Personnr", "Namn", "Antal"])
        func add(_ counts: KeyValuePairs<String, Int>, _ education: String, _ period: String, _ days: [String]) {
            for (school, count) in counts {
                admitted.row([school, education, period] + days + ["", "", String(count)])
            }
        }
        add(Printed2023.single.counts, "Enstaka kurser på gymnasial nivå", "period 4 2023", ["", ""])
        add(packages, "Kurspaket", "period 4 2023", ["", ""])
        add(Printed2023.basic.counts, "Grundläggande kurser", "230609–230816", ["2023-06-09", "2023-08-16"])
        return CaseSystemExport(
            mapping: "vux", extracted: SystemChange.extracted(month), files: [pupils, admitted].compactMap(\.file))
    }

    /// Made up: the report has the heading and a picture, no numbers.
    private static let packages: KeyValuePairs = [
        "Alg": 31, "Astar": 64, "Hermods": 47, "Infokomp": 22, "Jensen": 18, "KUI": 25, "Linvux": 118, "Moa": 36,
        "NTI": 29,
    ]
}
