import Checking
import Definitions
import Foundation
import Intake
import Register
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Vocabulary

/// An intake with its register on a real SQLite file in a folder of its own, and files to put in it.
struct IntakeFixture {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let register: Register
    let intake: Intake
    let collection: Definitions.Collection
    let uppsala: Municipality
    let march: Month
    let anna = Sender(id: "1", name: "Anna Ek", email: "anna.ek@uppsala.example")
    let bo = Sender(id: "2", name: "Bo Ek", email: "bo.ek@uppsala.example")

    struct NoSuchPlace: Error {}

    init(_ limits: Intake.Limits = patient, afterLateCheck: @escaping Intake.AfterLateCheck = { _, _ in }) async throws
    {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        register = try await Register(database)
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        intake = try await Intake(
            database, register: register, collections: [collection], limits: limits, afterLateCheck: afterLateCheck)
        guard let uppsala = Municipality(code: "0380"), let march = Month(year: 2013, month: 3) else {
            throw NoSuchPlace()
        }
        (self.uppsala, self.march) = (uppsala, march)
    }

    /// Limits that wait for a check however busy the machine is.
    static var patient: Intake.Limits {
        var limits = Intake.Limits()
        limits.patience = .seconds(300)
        return limits
    }

    /// Limits that make nobody wait.
    static var impatient: Intake.Limits {
        var limits = Intake.Limits()
        limits.patience = .zero
        return limits
    }

    /// Another intake on the same database, as after a restart.
    func restarted() async throws -> Intake {
        try await Intake(
            SQLiteDatabase(folder: folder.url.path), register: Register(SQLiteDatabase(folder: folder.url.path)),
            collections: [collection], limits: Self.patient)
    }

    /// A time on 4 April 2013: `at(9, 40)`.
    func at(_ hour: Int, _ minute: Int = 0) -> Date {
        Date(timeIntervalSince1970: 1_365_033_600 + Double(hour * 60 + minute) * 60)
    }

    // MARK: Files

    /// The rows of a file of measures, header first, each given by its filled cells: "reg_1=X|lopnr=0001". Month,
    /// municipality and running number are filled in where they are not said.
    static func rows(_ rows: [String], month: String = "2013-03", first: Int = 1) -> [[String]] {
        let names =
            ["manad", "kommun", "lopnr"] + (0...8).map { "reg_\($0)" } + (0...8).map { "med_\($0)" } + ["ovrig_text"]
        return [names]
            + rows.enumerated().map { number, row in
                let serial = String(number + first)
                var cells = [
                    "manad": month, "kommun": "0380", "lopnr": String(repeating: "0", count: 4 - serial.count) + serial,
                ]
                for cell in row.split(separator: "|") {
                    let parts = cell.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
                    cells[String(parts[0])] = String(parts[1])
                }
                return names.map { cells[$0] ?? "" }
            }
    }

    static func text(_ rows: [[String]]) -> InputFile {
        var writer = CSVWriter()
        for row in rows { writer.row(row) }
        return InputFile(name: "insatser.csv", bytes: FileBytes(writer.bytes))
    }

    static func workbook(_ rows: [[String]]) throws -> InputFile {
        let workbook = try WorkbookWriter()
        let sheet = try workbook.addSheet("Insatser")
        for (place, row) in rows.enumerated() {
            for (column, text) in row.enumerated() where !text.isEmpty {
                try sheet.write(text, row: place + 1, column: column)
            }
        }
        return InputFile(name: "insatser.xlsx", bytes: FileBytes(try workbook.finish()))
    }

    /// A file of `count` households that is right; others with `mark`.
    static func right(_ count: Int = 5, month: String = "2013-03", mark: String = "X") -> InputFile {
        text(rows(Array(repeating: "reg_1=\(mark)", count: count), month: month))
    }

    /// With a free text that is asked about (V03).
    static func asking(_ text: String = "SFI", month: String = "2013-03", mark: String = "X") -> InputFile {
        Self.text(rows(["reg_1=\(mark)", "reg_8=X|ovrig_text=\(text)"], month: month))
    }

    // MARK: Acts

    func upload(_ files: InputFile..., month: Month? = nil, purpose: Draft.Purpose = .delivery) -> Upload {
        Upload(
            collection: collection.id, municipality: uppsala, month: month ?? march, purpose: purpose, files: files)
    }

    @discardableResult
    func receive(
        _ file: InputFile, month: Month? = nil, by sender: Sender? = nil, at time: Date? = nil
    ) async throws -> Draft {
        try await intake.receive(upload(file, month: month), by: sender ?? anna, at: time ?? at(9))
    }

    func checked(_ id: Draft.ID, in intake: Intake? = nil) async throws -> CheckedDraft {
        while true {
            switch try await (intake ?? self.intake).state(of: id) {
            case .checked(let checked): return checked
            case .checking: continue
            case .gone: throw NoSuchPlace()
            }
        }
    }

    /// The SHA-256 of everything the register keeps.
    func contents() async throws -> [String] {
        try await database.read { try $0.all("SELECT sha256 FROM content ORDER BY id") { $0.text(0) } }
    }
}
