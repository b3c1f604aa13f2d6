import Checking
import Definitions
import Tabular
import Vocabulary

/// Judges texts as files of the test collection of 2013.
struct Judging {
    static let insatser =
        "manad;kommun;lopnr;" + (0...8).map { "reg_\($0)" }.joined(separator: ";") + ";"
        + (0...8).map { "med_\($0)" }.joined(separator: ";") + ";ovrig_text"
    static let avslut = "manad;kommun;lopnr;avslut_reg;avslut_med;avslut_hushall"

    var municipality: String?
    var month: String?
    var table: String?
    var all = false
    var keeps = false
    var language = Language.sv

    func request() throws -> CheckRequest {
        var request = CheckRequest(collections: [try DefinitionLibrary.embedded().collection("testinsamling-2013")])
        request.municipality = municipality.flatMap { Municipality(code: $0) }
        request.month = month.flatMap { Month(iso: $0) }
        request.table = table
        request.allMunicipalities = all
        request.keepsColumns = keeps
        request.language = language
        if all { request.limits = .national }
        return request
    }

    func file(
        _ bytes: [UInt8], name: String = "fil.csv", corrections: [CellCorrection] = []
    ) async throws -> CheckedFile {
        let file = InputFile(name: name, bytes: FileBytes(bytes), corrections: corrections)
        let checked = await Check.files([file], as: try request())
        return checked[0]
    }

    func verdicts(_ text: String) async throws -> [Verdict] { try await file(Array(text.utf8)).verdicts }

    /// The verdict on rows under the plain header of insatser, each given by its filled cells: "reg_1=X lopnr=0001".
    /// Month, municipality and running number are filled in where they are not said.
    func insatser(_ rows: String...) async throws -> Verdict {
        try await verdicts(Self.text(rows, header: Self.insatser))[0]
    }

    func avslut(_ rows: String...) async throws -> Verdict {
        try await verdicts(Self.text(rows, header: Self.avslut))[0]
    }

    static func text(_ rows: [String], header: String) -> String {
        let names = header.split(separator: ";").map(String.init)
        let lines = rows.enumerated().map { number, row in
            var cells = ["manad": "2013-03", "kommun": "0180", "lopnr": padded(number + 1)]
            for cell in row.split(separator: "|") {
                let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                cells[String(parts[0])] = String(parts[1])
            }
            return names.map { cells[$0] ?? "" }.joined(separator: ";")
        }
        return ([header] + lines).joined(separator: "\n") + "\n"
    }

    private static func padded(_ number: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(number).count)) + String(number)
    }
}

extension Verdict {
    /// "R04 D2" for each finding about a row, in order; findings about the file have no place.
    var places: [String] { findings.map { [$0.rule, $0.cell].compactMap { $0 }.joined(separator: " ") } }
    var repairPlaces: [String] { repairs.map { [$0.rule, $0.cell].compactMap { $0 }.joined(separator: " ") } }
}
