import Accounts
import Definitions
import Frame
import HTTPTypes
import Hummingbird
import Intake
import Publication
import Vocabulary
import Web

// What came of a delivery whose check took long.

extension MachineInterface {
    var submissionEndpoint: Endpoint {
        Endpoint(
            id: "getSubmission", method: .get, path: "submissions/{id}",
            title: Localized(sv: "Hur det gick med en inlämning", en: "What came of a submission"),
            about: Localized(
                sv: "För den som fick 202. delivery är kvittot, problem det som annars hade varit svaret.",
                en: "For whoever got 202. delivery is the receipt, problem what would have been the answer."),
            permission: .deliver, parameters: [.draft],
            answers: [
                Endpoint.AnswerShape(
                    status: .ok, about: Localized(sv: "Hur långt den har kommit.", en: "How far it has come."),
                    shape: .component("Submission"), headers: ["Retry-After": .retryAfter])
            ], run: submission)
    }

    private func submission(_ call: Call) async throws -> Response {
        let draft = try await draft(call, .delivery)
        let language = call.language
        switch try await house.intake.state(of: draft.id, language: language) {
        case .gone: throw Problem(.notFound, detail: .goneVerdict)
        case .checking: return .waiting(try text("checking", draft), at: "submissions", draft.id, .ok)
        case .checked(let checked):
            do {
                // Does nothing when it is delivered already. When the machine stopped before it was, it is now.
                let answers = try await house.intake.answers(toErrandOf: draft.id)
                let receipt = try await submit(
                    checked, answers, try collection(draft.collection), language, at: call.now)
                let answer = try JSONText(
                    ReceiptAnswer(
                        ReceiptRecord(receipt), text: receipt.text(language, of: try? collection(draft.collection))))
                var text = try text("submitted", draft)
                text.add("delivery") { $0 += answer.text }
                return .json(text)
            } catch {
                guard let problem = Problem(error) else { throw error }
                let answer = try problem.text(language, origin: house.site.origin, number: call.context.number)
                var text = try text("refused", draft)
                text.add("problem") { $0 += answer.text }
                return .json(text)
            }
        }
    }

    private func text(_ status: String, _ draft: Draft) throws -> JSONText {
        try JSONText(["id": draft.id.text, "status": status])
    }
}
