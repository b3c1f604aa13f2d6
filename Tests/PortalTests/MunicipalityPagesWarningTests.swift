import Frame
import HTTPTypes
import Register
import TestSupport
import Testing
import WebTestSupport

@Suite("Warnings", .fewAtATime)
struct MunicipalityPagesWarningTests {
    @Test("Every question is to be answered; the answers stand on the receipt and are remembered")
    func answered() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let file = MeasuresFile(texts: ["Utredning AF", "Validering", "Utredning AF", "Daglig verksamhet"])
        let (path, page) = try await anna.check(file.sent())
        #expect(page.title == "Filen är godkänd men har 3 varningar")
        let (answers, comments) = (page.fields("svar-"), page.fields("kommentar-"))
        #expect(answers.count == 2 && page.read.contains("Gäller 2 rader."))
        // One answer is missing: what was typed stays.
        let half = try await anna.post(
            path + "/lamna-in", [answers[0]: "ja", comments[0]: "Kommunens egen utredning", comments[1]: "Vet inte"])
        #expect(half.status.code == 422 && half.title == "Fel: Filen är godkänd men har 3 varningar")
        #expect(half.read.contains("Svara ja eller nej på fråga 2."))
        #expect(half.value(comments[0]) == "Kommunens egen utredning" && half.value(comments[1]) == "Vet inte")
        // An identity number in a comment is asked for again and not shown.
        let typed = try await anna.post(
            path + "/lamna-in", [answers[0]: "ja", answers[1]: "ja", comments[0]: "Gäller 19121212-1212"])
        #expect(typed.status.code == 422 && !typed.text.contains("1212"))
        let receipt = try await anna.follow(
            try await anna.post(
                path + "/lamna-in",
                [answers[0]: "ja", comments[0]: "Kommunens egen utredning", answers[1]: "ja", comments[1]: ""]))
        #expect(receipt.title == "Uppgifterna för april 2013 är inlämnade")
        #expect(receipt.read.contains("Text utanför modellen Utredning AF Kommunens egen utredning"))

        let next = try await anna.check(MeasuresFile(texts: ["Utredning AF", "Kurs", "Kurs 2"]).sent())
        #expect(next.page.read.contains("Bekräftad tidigare."))
        #expect(next.page.text.contains("value=\"Kommunens egen utredning\"") && next.page.text.contains("checked"))
        #expect(next.page.read.contains("Jämfört med tidigare") && next.page.read.contains("2013-04-0380-1"))
    }

    @Test("No means that the file is to be mended: the other answers are kept, and nothing is delivered")
    func no() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let (path, page) = try await anna.check(MeasuresFile(texts: ["Utredning AF", "Daglig verksamhet"]).sent())
        let answers = page.fields("svar-")
        let back = try await anna.post(path + "/lamna-in", [answers[0]: "ja", answers[1]: "nej"])
        #expect(back.location == path + "?nytt=ratta")
        let again = try await anna.follow(back)
        #expect(again.read.contains("Rätta i filen och ladda upp den igen."))
        #expect(again.text.matches(of: /value="ja" checked/).count == 1)
        #expect(try await site.house.register.deliveries().isEmpty)
    }

    @Test("Many of the same rule are one question")
    func together() async throws {
        let site = try await MunicipalityPagesSite()
        let anna = try await site.signedIn("anna")
        let texts = [
            "Utredning AF", "Daglig verksamhet", "Arbetar deltid", "Hälsorådgivare", "Grundskola", "Sfi",
            "Högskolestudier",
        ]
        let (path, page) = try await anna.check(MeasuresFile(texts: texts).sent())
        let answers = page.fields("svar-")
        #expect(answers.count == 1 && page.read.contains("Visa alla 7"))
        let receipt = try await anna.follow(try await anna.post(path + "/lamna-in", [answers[0]: "ja"]))
        #expect(receipt.read.contains("7 bekräftade varningar"))
    }
}
