import Foundation
import Testing
import Vocabulary

@testable import Definitions

@Suite("The message catalogue")
struct MessageCatalogueTests {
    @Test(
        "says what the message bank says",
        arguments: [
            ("F01", [:], "Välj en fil först."),
            ("F02", [:], "Filen är tom. Kontrollera att du har sparat den och försök igen."),
            ("F03", [:], "Filen går inte att läsa som xlsx, csv eller txt. Öppna den i Excel och spara den som xlsx."),
            ("F04", ["size": "34", "limit": "20"], "Filen är 34 MB. Den får vara högst 20 MB."),
            ("F05", [:], "Filen är skyddad med lösenord. Ta bort lösenordet och ladda upp filen igen."),
            ("F06", [:], "Vi hittade skadlig kod i filen. Den är inte sparad hos oss. Kontakta din it-avdelning."),
            (
                "F07", ["missing": "Löpnr", "found": "Mätmånad, Kod, Hushåll"],
                "Filen saknar kolumnen Löpnr. Vi hittade i stället: Mätmånad, Kod, Hushåll. Använd mallen eller peka ut rätt kolumn."
            ),
            (
                "F08", ["found": "april 2013", "foundMonth": "april", "expected": "mars 2013"],
                "Filen gäller april 2013 men du lämnar uppgifter för mars 2013. Välj april eller byt fil."
            ),
            (
                "F09",
                [
                    "list": "Uppsala (0380) på 210 rader och Knivsta (0330) på 4 rader", "expected": "Uppsala",
                    "others": "Knivsta",
                ],
                "Filen gäller Uppsala (0380) på 210 rader och Knivsta (0330) på 4 rader. Du kan bara lämna uppgifter för Uppsala. Ta bort raderna för Knivsta."
            ),
            (
                "F10", [:],
                "Det finns bara en kolumn i filen. Kontrollera att kolumnerna är skilda med semikolon eller spara som xlsx."
            ),
            (
                "R01",
                ["row": "14", "column": "D", "field": "avslutsorsaken", "value": "13", "first": "1", "last": "12"],
                "Rad 14, kolumn D: avslutsorsaken är 13. Ange en kod 1–12."
            ),
            (
                "R02", ["row": "31", "value": "0031", "other": "88"],
                "Rad 31: löpnummer 0031 finns även på rad 88. Varje hushåll ska ha en egen rad."
            ),
            (
                "R03", ["row": "22", "value": "34", "code": "2", "month": "mars", "days": "31"],
                "Rad 22: 34 dagar med kod 2. Mars har 31 dagar. Ange 1–31 dagar eller X."
            ),
            (
                "R04", ["row": "9", "others": "3"],
                "Rad 9: kod 0 (ingen insats) är markerad tillsammans med kod 3. Ta bort en av dem."
            ),
            (
                "R05", ["row": "40", "max": "200"],
                "Rad 40: kod 8 (övrig insats) saknar beskrivning. Skriv vad insatsen är, högst 200 tecken."
            ),
            ("R06", ["row": "52"], "Rad 52: löpnummer saknas. Ange ett löpnummer för hushållet."),
            (
                "R07", ["row": "60"],
                "Rad 60: hushållets avslutsorsak saknas. Ange den orsak som varit mest betydelsefull."
            ),
            (
                "R08", ["row": "71"],
                """
                Rad 71: det ser ut som ett personnummer. Uppgifterna ska vara anonymiserade. Ta bort numret. \
                I kolumnen för löpnummer skriver du ett löpnummer i stället.
                """
            ),
            (
                "V01",
                [
                    "label": "Orsak okänd", "code": "12", "share": "62", "month": "mars", "previousMonth": "februari",
                    "previousShare": "35",
                ],
                "Orsak okänd (kod 12) är 62 procent i mars. I februari var den 35 procent. Stämmer det?"
            ),
            (
                "V02", ["count": "140", "previous": "212", "change": "−34"],
                "Antalet hushåll är 140. Förra månaden var det 212 (−34 procent). Stämmer det?"
            ),
            (
                "V03", ["row": "40", "value": "Utredning på Arbetsförmedlingen"],
                "Rad 40: 'Utredning på Arbetsförmedlingen' räknas inte som kommunal arbetsfrämjande insats. Ta bort den eller bekräfta att insatsen är kommunens."
            ),
            (
                "V04", ["row": "18", "value": "4", "reg": "11", "med": "2"],
                "Rad 18: hushållets orsak (4) är inte samma som registerledarens (11) eller medsökandes (2). Kontrollera."
            ),
            (
                "V04", ["row": "18", "value": "4", "med": "2"],
                "Rad 18: hushållets orsak (4) är inte samma som medsökandes (2). Kontrollera."
            ),
            ("V05", ["count": "3"], "3 rader har både dagar och X för olika insatser. Det är tillåtet."),
        ] as [(String, [String: String], String)])
    func texts(id: String, values: [String: String], expected: String) {
        let (message, remedy) = MessageCatalogue.load(.sv).message(id, values)
        #expect((remedy.isEmpty ? message : message + " " + remedy) == expected)
    }

    @Test("says the same for many rows, and which")
    func many() {
        let catalogue = MessageCatalogue.load(.sv)
        #expect(
            catalogue.many("A01", ["count": "214"]) == "214 kommunkoder saknade inledande nolla. Vi har lagt till den.")
        #expect(
            catalogue.many("R06", ["count": "3", "rows": "4, 9 och 12"]) == "3 rader saknar löpnummer. Rad 4, 9 och 12."
        )
    }

    @Test("has the same rules, and the same places for values, in both languages")
    func languages() {
        let (swedish, english) = (MessageCatalogue.load(.sv), MessageCatalogue.load(.en))
        #expect(swedish.ids.count > 60)
        #expect(swedish.ids == english.ids)
        for id in swedish.ids {
            #expect(swedish.placeholders(id) == english.placeholders(id), "\(id)")
            #expect(!swedish.name(id).isEmpty && swedish.name(id) != english.name(id) || id == "F03-ods", "\(id)")
        }
    }

    @Test("can be read without a problem", arguments: Language.allCases)
    func isWhole(language: Language) {
        var problems: [DefinitionProblem] = []
        let catalogue = MessageCatalogue(language, files: .embedded, problems: &problems)
        #expect(problems == [])
        for id in catalogue.ids where id.hasPrefix("R") || id.hasPrefix("A") {
            let isAboutRows = catalogue.placeholders(id).contains("row")
            #expect(catalogue.placeholders(id).contains("count") == isAboutRows, "\(id)")
        }
    }

    @Test("never echoes the value of an identity number")
    func identityNumber() {
        for language in Language.allCases {
            #expect(!MessageCatalogue.load(language).placeholders("R08").contains("value"))
        }
    }

    @Test("avoids the words that users should not have to read")
    func plainWords() {
        let catalogue = MessageCatalogue.load(.sv)
        for id in catalogue.ids {
            let (message, remedy) = catalogue.message(id, [:])
            for word in ["ogiltig", "validera", "felaktig", "NULL", "error"] {
                #expect(!(message + remedy + catalogue.name(id)).localizedCaseInsensitiveContains(word), "\(id)")
            }
        }
    }

    @Test("gives the id for a rule it does not have")
    func unknown() {
        let catalogue = MessageCatalogue.load(.sv)
        #expect(catalogue.message("X99", [:]) == ("X99", ""))
        #expect(catalogue.name("X99") == "X99")
    }
}

@Suite("Message templates")
struct MessageTemplateTests {
    @Test(
        "fill in values and leave out what has none",
        arguments: [
            ("", [:], ""),
            ("a", [:], "a"),
            ("{x}", ["x": "1"], "1"),
            ("a {x} b", [:], "a  b"),
            ("{X} b", ["x": "åtta"], "Åtta b"),
            ("{firstName}", ["firstName": "1"], "1"),
            ("a[ {x}]", [:], "a"),
            ("a[ {x}]", ["x": "1"], "a 1"),
            ("[{x} or {y}|{x}|{y}|none]", ["x": "1", "y": "2"], "1 or 2"),
            ("[{x} or {y}|{x}|{y}|none]", ["y": "2"], "2"),
            ("[{x} or {y}|{x}|{y}|none].", [:], "none."),
            ("[{x}|a]|b", [:], "a|b"),
            ("{x", ["x": "1"], "1"),
            ("[a", [:], "a"),
            ("]", [:], "]"),
        ] as [(String, [String: String], String)])
    func fill(text: String, values: [String: String], expected: String) {
        #expect(MessageTemplate(text).filled(values) == expected)
    }
}
