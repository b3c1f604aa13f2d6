import Testing
import Vocabulary

@Suite("A pseudonym is 64 bits written as fourteen letters")
struct PseudonymTests {
    @Test(
        "The bits come back from the letters",
        arguments: [1, 25, 26, 0x8000_0000_0000_0000, UInt64.max, 0x1234_5678_9ABC_DEF0])
    func roundTrip(bits: UInt64) throws {
        let pseudonym = try #require(Pseudonym(rawValue: bits))
        #expect(pseudonym.text.utf8.count == 14)
        #expect(Pseudonym(text: pseudonym.text) == pseudonym)
    }

    @Test("One is thirteen a and a b, and the largest is the last that is read")
    func written() {
        #expect(Pseudonym(rawValue: 1)?.text == "aaaaaaaaaaaaab")
        #expect(Pseudonym(rawValue: .max)?.text == "hlhxczmxsyumqp")
        #expect(Pseudonym(text: "hlhxczmxsyumqq") == nil)
    }

    @Test(
        "Anything else is none",
        arguments: [
            "", "aaaaaaaaaaaaaa", "aaaaaaaaaaaab", "aaaaaaaaaaaaaab", "Aaaaaaaaaaaaab", "aaaaaaaaaaaaa1",
            "aaaaaaaaaaaaå", "zzzzzzzzzzzzzz",
        ])
    func refused(text: String) {
        #expect(Pseudonym(text: text) == nil)
        #expect(Pseudonym(rawValue: 0) == nil)
    }
}
