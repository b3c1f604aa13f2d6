import Foundation
import TestSupport

/// A folder of files for the commands to read, as municipalities send them.
struct CheckFiles {
    let folder: TemporaryFolder

    init() throws { folder = try TemporaryFolder() }

    static let reasons = "Mätmånad;Länkommunkod;Löpnr;avslut_reg;avslut_med;avslut_hushall;Ärende"
    static let measures =
        "manad;kommun;lopnr;" + (0...8).map { "reg_\($0)" }.joined(separator: ";") + ";"
        + (0...8).map { "med_\($0)" }.joined(separator: ";") + ";ovrig_text"

    /// The path of a new file `name` of `lines`.
    func write(_ name: String, _ lines: [String]) throws -> String {
        try write(name, Data((lines.joined(separator: "\r\n") + "\r\n").utf8))
    }

    func write(_ name: String, _ data: Data) throws -> String {
        let url = folder.file(name)
        try data.write(to: url)
        return url.path
    }

    func path(_ name: String) -> String { folder.file(name).path }

    /// Closure reasons: month, municipality and rows as `löpnr;sökande;medsökande;hushåll;ärende`.
    func reasons(_ name: String, month: String = "2013-03", code: String = "0380", _ rows: [String]) throws -> String {
        try write(name, [Self.reasons] + rows.map { "\(month);\(code);\($0)" })
    }

    /// Measures of households that had none.
    func measures(_ name: String, month: String = "2013-03", code: String = "0380", _ numbers: ClosedRange<Int>)
        throws -> String
    {
        let blanks = String(repeating: ";", count: 18)
        return try write(
            name, [Self.measures] + numbers.map { "\(month);\(code);\(10_000 + $0);X\(blanks)" })
    }

    func approved() throws -> String { try reasons("godkänd.csv", ["0001;4;;4;Ä1", "0002;11;4;4;Ä2"]) }
    func warned() throws -> String { try reasons("varning.csv", ["0001;4;;4;Ä1", "0002;11;4;1;Ä2"]) }
    func faulty() throws -> String { try reasons("fel.csv", ["0001;13;;4;Ä1", "2;11;4;1;Ä2"]) }
}
