import Checking
import Definitions
import Demonstration
import Tabular
import TestSupport
import Testing
import Vocabulary

@Suite("The file to practise with", .fewAtATime)
struct PracticeFileTests {
    private func findings(isFaulty: Bool) async throws -> (errors: [Finding], warnings: [Finding]) {
        let collection = try DefinitionLibrary.embedded().collection("testinsamling-2013")
        let table = try #require(collection.table("insatser"))
        let uppsala = try #require(Municipality(code: "0380"))
        let april = try #require(Month(year: 2013, month: 4))
        let file = try PracticeFile.make(table, uppsala, april, isFaulty: isFaulty)
        var request = CheckRequest(collections: [collection])
        request.municipality = uppsala
        request.month = april
        let bytes = file.bytes.withUnsafeBytes { FileBytes($0.bindMemory(to: UInt8.self)) }
        let verdicts = await Check.files([InputFile(name: file.name, bytes: bytes)], as: request).flatMap(\.verdicts)
        let findings = verdicts.flatMap { Array($0.findings) }
        return (findings.filter { $0.severity == .error }, findings.filter { $0.severity == .warning })
    }

    @Test("It has twelve faults, each on a row of its own")
    func twelve() async throws {
        let errors = try await findings(isFaulty: true).errors
        let rows = errors.compactMap(\.row)
        #expect(rows.count == 12, "\(errors.map(\.message))")
        #expect(Set(rows).count == 12)
        #expect(Set(errors.map(\.rule)).count >= 9)
    }

    @Test("Without the faults it is approved")
    func right() async throws {
        let (errors, warnings) = try await findings(isFaulty: false)
        #expect(errors.isEmpty)
        #expect(warnings.isEmpty)
    }
}
