import Vocabulary

/// Adult education as numbers without persons, as the August report of 2023 prints them by school.
enum AdultEducation {
    /// The month whose extract has them.
    static let month = Month(index: 2023 * 12 + 7)

    static var export: CaseSystemExport {
        var pupils = RawTable("Elever", ["Skola", "Datum", "Personnr", "Namn", "Antal"])
        for (school, count) in Self.pupils { pupils.row([school, month.lastDay.iso, "", "", String(count)]) }
        var admitted = RawTable(
            "Antagna", ["Skola", "Utbildning", "Period", "Startdatum", "Slutdatum", "Personnr", "Namn", "Antal"])
        func add(_ counts: KeyValuePairs<String, Int>, _ education: String, _ period: String, _ days: [String]) {
            for (school, count) in counts {
                admitted.row([school, education, period] + days + ["", "", String(count)])
            }
        }
        add(single, "Enstaka kurser på gymnasial nivå", "period 4 2023", ["", ""])
        add(packages, "Kurspaket", "period 4 2023", ["", ""])
        add(basic, "Grundläggande kurser", "230609–230816", ["2023-06-09", "2023-08-16"])
        return CaseSystemExport(
            mapping: "vux", extracted: SystemChange.extracted(month), files: [pupils, admitted].compactMap(\.file))
    }

    /// Together the 3 069 unique pupils of 31 August 2023.
    private static let pupils: KeyValuePairs = [
        "Agila Institutet": 37, "Alg": 98, "Astar": 535, "Hermods": 252, "InfoKomp": 58, "Iris Hadar": 14,
        "Jensen": 52, "KUI": 66, "Linvux": 1514, "Moa": 242, "NTI": 201,
    ]
    /// The schools' names differ between the tables of the report, and so do they here.
    private static let single: KeyValuePairs = [
        "Agila": 4, "Astar": 46, "Hermods": 132, "Infokomp": 40, "Jensen": 42, "KUI": 16, "Linvux": 395, "Moa": 89,
        "NTI": 162,
    ]
    private static let basic: KeyValuePairs = [
        "Astar": 108, "Hermods": 23, "InfoKomp": 14, "Jensen": 2, "Iris Hadar": 8, "Linvux": 86, "MoA": 5, "NTI": 27,
    ]
    /// Made up: the report has the heading and a picture, no numbers.
    private static let packages: KeyValuePairs = [
        "Alg": 31, "Astar": 64, "Hermods": 47, "Infokomp": 22, "Jensen": 18, "KUI": 25, "Linvux": 118, "Moa": 36,
        "NTI": 29,
    ]
}
