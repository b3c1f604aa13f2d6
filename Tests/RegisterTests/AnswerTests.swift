import Definitions
import Foundation
import Register
import TestSupport
import Testing
import Vocabulary

@Suite("Comments and declines", .fewAtATime)
struct AnswerTests {
    let fixture: RegisterFixture
    let form: CommentsForm

    init() async throws {
        fixture = try await RegisterFixture()
        let empty = Localized(sv: "", en: "")
        form = CommentsForm(
            title: empty, texts: [FormText(id: "insatser", title: empty, maxLength: 10, table: "insatser")],
            respondent: [FormField(id: "name", title: empty)])
    }

    private func comment(_ municipality: Municipality, _ texts: [String: String]) throws -> Comments {
        Comments(
            collection: "test", municipality: municipality, texts: texts, respondent: ["name": "Anna Ek"],
            sender: "Anna Ek", receivedAt: try Date("2013-05-02T08:00:00Z", strategy: .iso8601))
    }

    @Test("The newest comments of each municipality count, by municipality")
    func newest() async throws {
        for (municipality, text) in [
            (fixture.uppsala, "Först"), (fixture.knivsta, "Bra; \"väl\""), (fixture.uppsala, "Sedan"),
        ] {
            try await fixture.register.comment(comment(municipality, ["insatser": text]), form: form)
        }
        let expected = [
            try comment(fixture.knivsta, ["insatser": "Bra; \"väl\""]),
            try comment(fixture.uppsala, ["insatser": "Sedan"]),
        ]
        #expect(try await fixture.register.comments(collection: "test") == expected)
        #expect(try await fixture.register.comments(collection: "annan") == [])
    }

    @Test("A text may be as long as the form says, counted in characters, and no longer")
    func length() async throws {
        try await fixture.register.comment(comment(fixture.uppsala, ["insatser": "åäöåäöåäöå"]), form: form)
        let error = await #expect(throws: RegisterError.self) {
            try await fixture.register.comment(comment(fixture.uppsala, ["insatser": "åäöåäöåäöåä"]), form: form)
        }
        guard case .textTooLong("insatser", length: 11, limit: 10) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("A text that the form does not have is refused")
    func unknown() async throws {
        let error = await #expect(throws: RegisterError.self) {
            try await fixture.register.comment(comment(fixture.uppsala, ["annat": "x"]), form: form)
        }
        guard case .noSuchText("annat", known: ["insatser"]) = error else {
            Issue.record("\(String(describing: error))")
            return
        }
    }

    @Test("A text that says nothing is refused, and so is a decline without a reason")
    func blank() async throws {
        for text in ["", " \n"] {
            let error = await #expect(throws: RegisterError.self) {
                try await fixture.register.comment(comment(fixture.uppsala, ["insatser": text]), form: form)
            }
            guard case .blank(.field("insatser")) = error else {
                Issue.record("\(String(describing: error))")
                return
            }
            let declined = await #expect(throws: RegisterError.self) {
                try await fixture.register.decline(
                    Decline(collection: "test", municipality: fixture.uppsala, reason: text, sender: "Bo Ek"))
            }
            guard case .blank(.reason) = declined else {
                Issue.record("\(String(describing: declined))")
                return
            }
        }
        #expect(try await fixture.register.comments(collection: "test") == [])
        #expect(try await fixture.register.declines(collection: "test") == [])
    }

    @Test("A decline is kept with its reason, apart from comments")
    func decline() async throws {
        let decline = Decline(
            collection: "test", municipality: fixture.uppsala, reason: "Brist på tid", sender: "Bo Ek",
            receivedAt: try Date("2013-04-02T08:00:00Z", strategy: .iso8601))
        try await fixture.register.decline(decline)
        #expect(try await fixture.register.declines(collection: "test") == [decline])
        #expect(try await fixture.register.comments(collection: "test") == [])
    }
}
