import Checking
import Definitions
import Foundation
import Register
import SQLiteStorage
import Tabular
import TestSupport
import Vocabulary

/// A register on a real SQLite file in a folder of its own, and deliveries to put in it.
struct RegisterFixture {
    let folder: TemporaryFolder
    let database: SQLiteDatabase
    let register: Register
    let uppsala: Municipality
    let knivsta: Municipality
    let march: Month
    let april: Month

    struct NoSuchPlace: Error {}

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        register = try await Register(database)
        guard let uppsala = Municipality(code: "0380"), let knivsta = Municipality(code: "0330"),
            let march = Month(year: 2013, month: 3)
        else { throw NoSuchPlace() }
        self.uppsala = uppsala
        self.knivsta = knivsta
        self.march = march
        april = march.next
    }

    /// Households by running number with their mark for measure 0.
    func columns(_ households: [(Int, UInt8)]) -> Columns {
        Columns(
            count: households.count,
            columns: [
                Column(name: "lopnr", values: .words(households.map { UInt32($0.0 + 1) })),
                Column(name: "reg_0", values: .bytes(households.map(\.1))),
            ])
    }

    func verdict(
        _ table: String = "insatser", _ municipality: Municipality? = nil, _ month: Month? = nil,
        households: [(Int, UInt8)] = [(1, 100), (2, 5)], findings: [Finding] = []
    ) -> Verdict {
        Verdict(
            file: table + ".csv", collection: "test", table: table, municipality: municipality ?? uppsala,
            month: month ?? march, rows: households.count, findings: .init(findings), columns: columns(households))
    }

    func warning(_ rule: String, version: Int = 1, about value: String?) -> Finding {
        Finding(
            rule: rule, ruleVersion: version, severity: .warning, value: value, message: "Stämmer det?",
            remedy: "Kontrollera.")
    }

    /// A submission of one file whose bytes are `text`.
    func submission(
        _ text: String, _ verdicts: [Verdict], confirmations: [Submission.Confirmation] = [],
        at time: String = "2013-04-04T07:31:05Z",
        version: Int = 1
    ) throws -> Submission {
        Submission(
            collection: "test", definitionVersion: version,
            files: [Submission.File(name: "fil.csv", bytes: FileBytes(Array(text.utf8)), verdicts: verdicts)],
            sender: "Anna Ek", confirmations: confirmations, receivedAt: try Date(time, strategy: .iso8601))
    }

    func submit(
        _ text: String, _ verdicts: [Verdict], confirmations: [Submission.Confirmation] = [],
        at time: String = "2013-04-04T07:31:05Z",
        version: Int = 1
    ) async throws -> [Receipt] {
        try await register.submit(
            submission(text, verdicts, confirmations: confirmations, at: time, version: version))
    }

    /// Delivery number and running numbers of the current parts of a table.
    func current(_ table: String = "insatser", asKnownAt time: String? = nil) async throws -> [String] {
        let selection = PartSelection(
            collection: "test", table: table, asKnownAt: try time.map { try Date($0, strategy: .iso8601) })
        return try await register.parts(selection).map { part, columns in
            guard case .words(let numbers)? = columns["lopnr"]?.values else { return "\(part.number)" }
            return "\(part.number): " + numbers.map { String($0 - 1) }.joined(separator: " ")
        }
    }
}
