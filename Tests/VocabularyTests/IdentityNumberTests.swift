import Foundation
import TestSupport
import Testing
import Vocabulary

@Suite("Identity numbers")
struct IdentityNumberTests {
    /// Skatteverket's numbers for tests, which nobody can be given, with their kind.
    private static func official() throws -> [(number: String, kind: IdentityNumber)] {
        let url = try #require(Dossier.url("domain/data/testpersonnummer.csv"))
        return try String(contentsOf: url, encoding: .utf8).split(whereSeparator: \.isNewline).dropFirst().map { line in
            let cells = line.split(separator: ",", omittingEmptySubsequences: false)
            return (String(cells[0]), cells[1] == "personnummer" ? .personal : .coordination)
        }
    }

    private static let hasDossier = Dossier.url("domain/data/testpersonnummer.csv") != nil

    @Test(
        "classify all of Skatteverket's test numbers, in every form they are written",
        .enabled(if: hasDossier, "the dossier ../shared is absent"))
    func classifyOfficial() throws {
        let official = try Self.official()
        #expect(official.count == 43_393)
        var wrong: [String] = []
        for (number, kind) in official {
            let (date, serial) = (number.dropLast(4), number.suffix(4))
            let short = date.dropFirst(2)
            for form in [number, "\(date)-\(serial)", "\(short)\(serial)", "\(short)-\(serial)", "\(short)+\(serial)"]
            where IdentityNumber(form) != kind {
                wrong.append(form)
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test(
        "see all of them inside a text",
        .enabled(if: hasDossier, "the dossier ../shared is absent"))
    func seeOfficial() throws {
        var unseen: [String] = []
        for (number, _) in try Self.official() {
            let (date, serial) = (number.dropLast(4), number.suffix(4))
            let short = date.dropFirst(2)
            for form in [
                number, "\(date)-\(serial)", "\(short)\(serial)", "\(short)-\(serial)", "\(short)–\(serial)",
                "\(short) \(serial)",
            ] where !IdentityNumber.looksLikeOne(in: "Pelle (\(form)), validering") {
                unseen.append(form)
            }
        }
        #expect(unseen.isEmpty)
    }

    @Test(
        "are invalid with any other check digit",
        .enabled(if: hasDossier, "the dossier ../shared is absent"))
    func checkDigit() throws {
        let official = try Self.official()
        var accepted: [String] = []
        for index in stride(from: 0, to: official.count, by: 97) {
            let number = official[index].number
            for digit in "0123456789" where digit != number.last {
                let other = String(number.dropLast()) + String(digit)
                if IdentityNumber(other) != .invalid { accepted.append(other) }
            }
        }
        #expect(accepted.isEmpty)
    }

    @Test(
        "of other kinds are told apart",
        arguments: [
            ("640823-3234", IdentityNumber.personal), ("701063-2391", .coordination), ("19800101-T012", .interim),
            ("800101T012", .interim), ("992004391013", .reserve), ("992004391014", .invalid), ("", .invalid),
            ("0001", .invalid), ("0000000000", .invalid), ("000000-0000", .invalid), ("640823 3234", .invalid),
            ("640823-32345", .invalid), ("6408233-234", .invalid), ("21640823-3234", .invalid),
            ("641323-3234", .invalid),
            ("640832-3233", .invalid), ("64082ü-3234", .invalid),
        ])
    func kinds(text: String, kind: IdentityNumber) {
        #expect(IdentityNumber(text) == kind)
    }

    @Test(
        "are suspected when mistyped, incomplete or hidden in a text",
        arguments: [
            "640823-3235", "196408233235", "640823+3234", "pnr 640823-3234.", "19640823 3234", "a 701063-2391 b",
            "630060-2385", "800101-T012", "992004391013", "640823\u{A0}3234", "640823\u{2212}3234", "6408233234;",
            "nr:6408233234", "(640823-3234)", "se 1234 och 640823-3234",
        ])
    func suspected(text: String) {
        #expect(IdentityNumber.looksLikeOne(in: text))
    }

    @Test(
        "are suspected in unusual spellings",
        arguments: [
            "1981-12-18-9876", "1981-12-18 9876", "811218- 9876", "811218 - 9876", "811218  9876", "811218\n9876",
            "811218\r\n9876", "811218\t9876", "811218/9876", "811218.9876", "81 12 18-9876", "81-12-18-9876",
            "1981 12 18 98 76", "1981.12.18.9876", "1981/12/18-9876", "811218–9876", "811218 – 9876",
            "811218\u{A0}9876", "811218\u{A0}-\u{A0}9876", "811218\u{202F}9876", "81\u{A0}12\u{A0}18\u{A0}9876",
            "８１１２１８－９８７６", "８１１２１８９８７６", "811218-９８７６", "１９８１-12-18-9876", "701063/2391",
            "pnr 811218/9876.", "barn 3 811218/9876, se bilaga 2", "811218/9875 811218/9876", "2 barn\n811218/9876\n12",
        ])
    func spelled(text: String) {
        #expect(IdentityNumber.looksLikeOne(in: text))
    }

    @Test("are suspected in unusual spellings in Windows-1252", arguments: [0x96, 0x97, 0xA0, 0xAD] as [UInt8])
    func spelledInWindows(separator: UInt8) {
        let bytes = Array("811218".utf8) + [separator] + Array("9876".utf8)
        let isSeen = IdentityNumber.looksLikeOne(in: bytes.span)
        #expect(isSeen)
    }

    @Test(
        "are suspected when the serial is masked",
        arguments: [
            "811218-XXXX", "811218-xxxx", "19811218-****", "1981-12-18-XXXX", "811218 XXXX", "81 12 18-XXXX",
            "811218–XXXX", "811218-98XX", "811218-**76", "811278-XXXX", "pnr 811218-XXXX.",
        ])
    func masked(text: String) {
        #expect(IdentityNumber.looksLikeOne(in: text))
    }

    @Test(
        "are not suspected in what looks like an unusual spelling",
        arguments: [
            "1981-12-18-9875", "811218/9875", "811218.9875", "81 12 18-9875", "1981 12 18 98 75",
            "８１１２１８９８７５",
            "811318/9871", "811232/9878", "2013-03-15 10:30", "2011-03-15 10:30", "2013-03-15 10.30",
            "2012-01-01 00.04",
            "1, 2, 3, 4", "0180 0001 15 5", "10 11 12 13 14", "01 02 03 04 05", "08-12 18 98 76", "0708-12 18 98",
            "0811-21 89 876", "811218/9876-1", "1-811218/9876", "811218/98765", "1811218/9876", "811218 / - 9876 ",
            "811218::9876", "811218, 9876", "811318-XXXX", "811218-XXX", "811218-XXXXX", "811218XXXX", "1218-XXXX",
            "12 000 000 000", "1 234 567 890", "2013-04-02 - 2013-04-22", "2011/2012 2013", "2013-01 2013-02",
            "１２３４５６７８９０",
        ])
    func notSpelled(text: String) {
        #expect(!IdentityNumber.looksLikeOne(in: text))
    }

    @Test(
        "are not suspected in a date with the time of day, nor in a telephone number, whatever their digits")
    func datesAndTelephones() {
        var random = SystemRandomNumberGenerator()
        func pair(_ range: ClosedRange<Int>) -> String {
            let number = Int.random(in: range, using: &random)
            return (number < 10 ? "0" : "") + String(number)
        }
        for _ in 0..<5_000 {
            let date = "20\(pair(10...29))-\(pair(1...12))-\(pair(1...28))"
            let (one, two, three) = (pair(0...23), pair(0...59), pair(0...99))
            for text in [
                "\(date) \(one):\(two)", "\(date) \(one).\(two)", "\(date) - \(date)", "\(date)/\(date)",
                "07\(one.prefix(1))-\(three)1 \(two) \(one)", "08-\(one) \(two) \(three) \(two)",
                "08-\(three)1 \(two) \(one)", "0\(three)1-\(one) \(two) \(three)",
            ] {
                #expect(!IdentityNumber.looksLikeOne(in: text), "\(text)")
            }
        }
    }

    @Test(
        "are not suspected in what belongs in a file",
        arguments: [
            "", "0001", "123456", "1234567890", "6408233235", "070-123 45 67", "08-123 456 78", "070-1234567",
            "2013-03-01",
            "2013-04-02 2013-04-22", "20130401", "Validering", "Kurs 2013, 30 timmar", "556016-0680", "19850101-12345",
            "1198501011234", "0180 03 0001", "Truckkort A, B1-B4", "999999-9999", "640823 3235",
        ])
    func notSuspected(text: String) {
        #expect(!IdentityNumber.looksLikeOne(in: text))
    }

    @Test("are never suspected in a running number of up to nine digits")
    func runningNumbers() {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<20_000 {
            let number = String(Int.random(in: 0..<1_000_000_000, using: &random))
            #expect(!IdentityNumber.looksLikeOne(in: number), "\(number)")
        }
    }

    @Test("are judged without fault whatever the bytes and wherever they are cut")
    func anyBytes() {
        let alphabet: [UInt8] =
            Array("0123456789-+ TÅ".utf8) + [0xC2, 0xA0, 0xE2, 0x80, 0x93, 0xFF, 0xEF, 0xBC, 0x95, 0x2F, 0x2A]
        for _ in 0..<20_000 {
            let bytes = (0..<Int.random(in: 0...20)).map { _ in alphabet[Int.random(in: alphabet.indices)] }
            let kind = IdentityNumber(bytes.span)
            let isSeen = IdentityNumber.looksLikeOne(in: bytes.span)
            #expect(isSeen || kind == .invalid, "\(bytes)")
        }
        let text = Array("640823\u{2212}3234".utf8)
        for length in 0..<text.count {
            let cut = Array(text.prefix(length))
            let isSeen = IdentityNumber.looksLikeOne(in: cut.span)
            #expect(!isSeen, "\(length)")
        }
    }
}
