import Checking
import Testing

@Suite("Texts known to belong elsewhere")
struct KnownWordsTests {
    @Test(
        "A known text is recognised by the beginnings of its words, short ones whole",
        arguments: [
            ("Utredning på AF", "utredning af", true), ("UTREDNING HOS AF", "utredning af", true),
            ("Motivationsarbetet, grupp", "motivationsarbete", true), ("Hälsorådgivare", "hälsorådgivare", true),
            ("HÄLSORÅDGIVARE", "hälsorådgivare", true), ("Utredning", "utredning af", false),
            ("Utredning av affär", "utredning af", false), ("Omsfi", "sfi", false), ("SFI-studier", "sfi", true),
            ("Körkort", "kurs", false), ("", "kurs", false),
        ])
    func matching(text: String, known: String, matches: Bool) {
        #expect((KnownWords([known]).first(in: text) != nil) == matches)
    }

    @Test("Of several that fit, the one with most words is meant")
    func most() {
        let words = KnownWords(["utredning", "arbetssocial utredning"])
        #expect(words.first(in: "Arbetssocial utredning") == 1)
        #expect(words.first(in: "Social utredning") == 0)
    }
}
