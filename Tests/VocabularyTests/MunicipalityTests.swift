import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("Municipalities and counties")
struct MunicipalityTests {
    @Test(
        "agree with the dossier's list, code by code and name by name",
        .enabled(if: Dossier.url("domain/data/kommuner.csv") != nil, "the dossier ../shared is absent"))
    func agreeWithTheDossier() throws {
        let url = try #require(Dossier.url("domain/data/kommuner.csv"))
        let lines = try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
        let ours = Municipality.all.map { "\($0.code),\($0.name),\($0.county.code),\($0.county.name)" }
        #expect(ours == lines.map(String.init))
    }

    @Test("are 290 in 21 counties, in the order of their codes")
    func areAllThere() {
        #expect(Municipality.all.count == 290)
        #expect(Municipality.all == Municipality.all.sorted())
        #expect(County.all.count == 21)
        #expect(Set(Municipality.all.map(\.county)) == Set(County.all))
    }

    @Test("are found by number exactly where one exists")
    func areFoundByNumber() {
        let numbers = Set(Municipality.all.map { Int($0.number) })
        for number in -1...3000 {
            #expect(Municipality(number: number).map { Int($0.number) } == (numbers.contains(number) ? number : nil))
        }
        #expect(Municipality(number: .max) == nil)
    }

    @Test(
        "are not found by a code of another form",
        arguments: ["", "180", "00180", "018O", "9999", "0199", "-180", "0180 ", "٠١٨٠"])
    func areNotFoundByOtherForms(code: String) {
        #expect(Municipality(code: code) == nil)
    }

    @Test("keep the leading zero of the code")
    func keepLeadingZero() throws {
        let stockholm = try #require(Municipality(code: "0180"))
        #expect(stockholm.number == 180)
        #expect(stockholm.code == "0180")
        #expect(stockholm.name == "Stockholm")
    }
}
