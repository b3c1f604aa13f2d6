import Checking
import Foundation
import Register
import Tabular
import TestSupport
import Testing

@Suite("Deliveries with corrections", .fewAtATime)
struct DeliveredCorrectionTests {
    let fixture: RegisterFixture

    init() async throws {
        fixture = try await RegisterFixture()
    }

    private func correction(_ text: String, row: Int = 14, by: String = "Anna Ek") throws -> Correction {
        Correction(
            cell: CellCorrection(CellPlace(sheet: "Mars", row: row, column: 3), text: text), field: "reg_0",
            before: "13", by: by, at: try Date("2013-04-04T07:20:00Z", strategy: .iso8601))
    }

    private func submit(_ corrections: [Correction]) async throws -> Receipt {
        var submission = try fixture.submission("fil", [fixture.verdict()])
        submission.files[0].corrections = corrections
        return try #require(try await fixture.register.submit(submission).first)
    }

    @Test("The receipt has the corrections of each file as they were made, and the file's own checksum")
    func onReceipt() async throws {
        let corrections = [try correction("12"), try correction("", row: 9, by: "Bo Ek")]
        let receipt = try await submit(corrections)
        #expect(receipt.corrections == corrections)
        #expect(receipt.checksum == receipt.files[0].sha256)
        #expect(try await fixture.register.deliveries().map(\.corrections) == [corrections])
    }

    @Test("The same file with other corrections is another delivery, with the same ones the same")
    func another() async throws {
        let plain = try await submit([])
        let corrected = try await submit([try correction("12"), try correction("1", row: 15)])
        #expect(corrected.number.sequence == 2 && corrected.supersedes == plain.number)
        // Who made them, and in which order, changes nothing.
        let again = try await submit([try correction("1", row: 15), try correction("12", by: "Bo Ek")])
        #expect(again == corrected)
        #expect(try await submit([try correction("11"), try correction("1", row: 15)]).number.sequence == 3)
        #expect(try await submit([]).number.sequence == 4)
    }

    @Test("A correction with what looks like an identity number is refused")
    func identityNumber() async throws {
        await #expect(throws: RegisterError.self) { try await submit([try correction("19121212-1212")]) }
        #expect(try await fixture.register.deliveries().isEmpty)
    }
}
