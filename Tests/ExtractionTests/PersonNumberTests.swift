import Foundation
import TestSupport
import Testing
import Vocabulary

@testable import Extraction

struct PersonNumberTests {
    private func number(_ text: String, today: String = "2023-09-05") throws -> PersonNumber? {
        PersonNumber(Array(text.utf8)[...], today: try #require(Day(iso: today)))
    }

    @Test(arguments: ["19900101-2385", "900101-2385", "9001012385", " 19900101 2385", "19900101\u{a0}2385"])
    func spellingsAreOneNumber(_ text: String) throws {
        #expect(try number(text) == number("199001012385"))
        #expect(try number(text)?.birth?.iso == "1990-01-01")
    }

    @Test func theCenturyIsJudgedByTheDay() throws {
        // 2015-01-01 with ten digits: a child, until the number could only be of a century before.
        #expect(try number("150101-2395")?.birth?.iso == "2015-01-01")
        #expect(try number("150101-2395", today: "2014-12-31")?.birth?.iso == "1915-01-01")
        #expect(try number("150101+2395")?.birth?.iso == "1915-01-01")
    }

    @Test func coordinationNumbersHaveBirthDays() throws {
        #expect(try number("202312902386")?.birth?.iso == "2023-12-30")
        #expect(try number("202312902386") != nil)
    }

    @Test(arguments: ["", "inget", "199001012386", "19900101", "1.99001E+11", "19900101-23855"])
    func whatIsNoNumberIsNone(_ text: String) throws { #expect(try number(text) == nil) }

    @Test func adulthoodIsTheEighteenthBirthday() throws {
        #expect(try number("201501012395")?.adulthood?.iso == "2033-01-01")
    }

    /// No run of five digits of any number leaves the door, in whichever column it stands.
    @Test(.enabled(if: Dossier.url("domain/data/testpersonnummer.csv") != nil, "the dossier ../shared is absent"))
    func noNumberLeavesTheDoor() throws {
        let file = try #require(Dossier.url("domain/data/testpersonnummer.csv"))
        let numbers = try String(contentsOf: file, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst()
            .map { String($0.prefix(12)) }
        let chosen = stride(from: 0, to: numbers.count, by: 97).map { numbers[$0] }
        var raw = "Ärendenr;Personnr registerledare;Ärendetyp;Enhet;Målgrupp;Startdatum;Slutdatum\n"
        for (place, number) in chosen.enumerated() {
            let spelled = place % 2 == 0 ? number : String(number.prefix(8)) + "-" + number.suffix(4)
            raw += "\(spelled);\(spelled);Ekonomiskt bistånd;\(number);\(number);2022-03-01;\n"
            raw += "\(place);\(spelled);\(number);;;\(number);\n"
        }
        let extracted = try Doors.map("treserva", [raw])
        let out = extracted.everything
        #expect(extracted.rows("arenden").count == chosen.count)
        #expect(Set(extracted.rows("arenden").map { $0[1] }).count == chosen.count)
        let serials = chosen.filter { out.contains($0.suffix(6)) || out.contains($0.prefix(8)) }
        #expect(serials.isEmpty)
    }
}

struct ValueReadingTests {
    @Test(arguments: [
        ("2023-08-14", "2023-08-14"), ("20230814", "2023-08-14"), ("2023-08-14 09:12", "2023-08-14"),
        ("2023-08-14T09:12:33.120", "2023-08-14"), ("2023-08-13T22:00:00Z", "2023-08-14"),
        ("2023-12-31T22:59:00Z", "2023-12-31"), ("2024-02-29", "2024-02-29"),
    ])
    func daysAreRead(_ text: String, _ day: String) {
        #expect(ValueReading.day(Array(text.utf8)[...]) == .day(Day(iso: day) ?? Day(number: 0)))
    }

    @Test(arguments: ["14/8/2023", "2023-02-29", "2023-8-14", "20231301", "2023-08-14x", "2023"])
    func otherFormsAreNot(_ text: String) { #expect(ValueReading.day(Array(text.utf8)[...]) == .unreadable) }

    @Test(arguments: ["0001-01-01T00:00:00", "9999-12-31", "99991231"])
    func openEndsAreNone(_ text: String) { #expect(ValueReading.day(Array(text.utf8)[...]) == .none) }

    @Test(arguments: [
        ("8420", 842_000), ("8 420,50", 842_050), ("8\u{a0}420.5", 842_050), ("0,05", 5), ("12,500", 1_250),
        ("7 kr", 700),
    ])
    func amountsAreInOre(_ text: String, _ ore: Int) { #expect(ValueReading.amount(Array(text.utf8)[...]) == ore) }

    @Test(arguments: ["", "-5", "1,2,3", "1,234", "kr", "1e3", ",5"])
    func otherAmountsAreNot(_ text: String) { #expect(ValueReading.amount(Array(text.utf8)[...]) == nil) }
}

struct PseudonymKeyTests {
    @Test func theKeyIsMadeOnceAndForItsOwnerOnly() throws {
        let folder = try TemporaryFolder()
        let file = PseudonymKey.usualFile(data: folder.file("data"))
        #expect(!file.path.contains("/data/"))
        _ = try PseudonymKey(file: file)
        let made = try Data(contentsOf: file)
        _ = try PseudonymKey(file: file)
        #expect(try Data(contentsOf: file) == made)
        let mode = try FileManager.default.attributesOfItem(atPath: file.path)[.posixPermissions] as? NSNumber
        #expect(mode?.intValue == 0o600)
        #expect(!"\(try PseudonymKey(file: file))".contains(String(decoding: made.prefix(8), as: UTF8.self)))
        try FileManager.default.setAttributes([.posixPermissions: 0o644], ofItemAtPath: file.path)
        #expect(throws: ExtractionError.self) { try PseudonymKey(file: file) }
    }
}
