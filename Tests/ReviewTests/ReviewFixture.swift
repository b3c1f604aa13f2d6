import Checking
import Definitions
import Foundation
import Register
import Review
import SQLiteStorage
import Storage
import Tabular
import TestSupport
import Vocabulary

/// A register and a review on a real SQLite file in a folder of its own, and the files that municipalities deliver.
struct ReviewFixture {
    let folder: TemporaryFolder
    let database: any Database
    let register: Register
    let review: Review
    let collection: Definitions.Collection
    /// The collection's.
    var id: String { collection.id }
    let uppsala: Municipality
    let knivsta: Municipality
    let march: Month
    let april: Month

    struct NoSuchPlace: Error {}
    struct NotApproved: Error { var findings: [String] }

    init() async throws {
        folder = try TemporaryFolder()
        database = try SQLiteDatabase(folder: folder.url.path)
        register = try await Register(database)
        review = try await Review(database, register: register)
        collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        guard let uppsala = Municipality(code: "0380"), let knivsta = Municipality(code: "0330"),
            let march = Month(year: 2013, month: 3)
        else { throw NoSuchPlace() }
        self.uppsala = uppsala
        self.knivsta = knivsta
        self.march = march
        april = march.next
    }

    static func time(_ text: String) throws -> Date { try Date(text, strategy: .iso8601) }

    /// A file of the table as text, a household a line: its cells by field.
    func file(
        _ households: [[String: String]], _ table: String = "insatser", _ municipality: Municipality? = nil,
        _ month: Month? = nil
    ) -> InputFile {
        let fields = collection.table(table)?.fields ?? []
        var lines = [fields.map(\.title.sv).joined(separator: ";")]
        for (place, cells) in households.enumerated() {
            var cells = cells
            cells["manad"] = (month ?? march).iso
            cells["kommun"] = (municipality ?? uppsala).code
            cells["lopnr"] = cells["lopnr"] ?? String(place + 1)
            lines.append(fields.map { Self.quoted(cells[$0.name] ?? "") }.joined(separator: ";"))
        }
        return InputFile(name: "hemligt namn.csv", bytes: FileBytes(Array((lines.joined(separator: "\n") + "\n").utf8)))
    }

    private static func quoted(_ cell: String) -> String {
        cell.contains { ";\"".contains($0) } ? "\"" + cell.replacing("\"", with: "\"\"") + "\"" : cell
    }

    /// `count` households whose applicant had no measure.
    func quiet(_ count: Int) -> [[String: String]] { Array(repeating: ["reg_0": "X"], count: count) }

    /// `count` closures for reason 1.
    func closures(_ count: Int) -> [[String: String]] {
        Array(repeating: ["avslut_reg": "1", "avslut_hushall": "1"], count: count)
    }

    /// Judges files as the program does and delivers them, all warnings confirmed.
    @discardableResult
    func deliver(
        _ files: [InputFile], at time: String = "2013-04-04T07:31:05Z", reason: String = "Det stämmer.",
        sender: String = "Anna Ek"
    ) async throws -> [DeliveryNumber] {
        try await deliver(files, allMunicipalities: false, at: time, reason: reason, sender: sender)
    }

    /// Delivers the rows of several files as one.
    func deliverTogether(_ files: [InputFile]) async throws -> [DeliveryNumber] {
        var lines: [Substring] = []
        for file in files {
            let text = file.bytes.withBytes { String(decoding: $0, as: UTF8.self) }
            lines += text.split(separator: "\n").dropFirst(lines.isEmpty ? 0 : 1)
        }
        let whole = InputFile(name: "alla.csv", bytes: FileBytes(Array(lines.joined(separator: "\n").utf8)))
        return try await deliver(
            [whole], allMunicipalities: true, at: "2013-04-04T07:31:05Z", reason: "", sender: "Länet")
    }

    private func deliver(
        _ files: [InputFile], allMunicipalities: Bool, at time: String, reason: String, sender: String
    ) async throws -> [DeliveryNumber] {
        var request = CheckRequest(collections: [collection])
        request.keepsColumns = true
        request.allMunicipalities = allMunicipalities
        let checked = await Check.files(files, as: request)
        let findings = checked.flatMap(\.verdicts).flatMap { Array($0.findings) }
        guard checked.flatMap(\.verdicts).allSatisfy({ $0.outcome != .notApproved }) else {
            throw NotApproved(findings: findings.map { "\($0.rule) \($0.message)" })
        }
        return try await register.submit(
            Submission(
                collection: collection.id, definitionVersion: collection.version,
                files: zip(files, checked).map { file, checked in
                    Submission.File(
                        name: checked.name, bytes: checked.bytes, verdicts: checked.verdicts,
                        corrections: file.corrections.map {
                            Correction(
                                cell: $0, field: nil, before: "=2", by: sender, at: Date(timeIntervalSince1970: 0))
                        })
                },
                sender: sender,
                confirmations: Set(findings.filter { $0.severity == .warning }.map(\.rule)).sorted().map {
                    Submission.Confirmation(rule: $0, reason: reason)
                }, receivedAt: try Self.time(time))
        ).map(\.number)
    }
}
