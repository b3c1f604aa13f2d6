import Accounts
import Checking
import Definitions
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Intake
import Publication
import Register
import Secrets
import Vocabulary
import Web

// Checking and delivering in one go.

extension MachineInterface {
    var deliverEndpoint: Endpoint {
        Endpoint(
            id: "deliver", method: .post, path: "deliveries",
            title: Localized(sv: "Kontrollera och lämna in", en: "Check and submit"),
            about: Localized(
                sv: """
                    Kontrollerar filerna och lämnar in dem om de är godkända och varje varning har ett svar, nu eller förut. \
                    När kvittot kommer ligger uppgifterna på disk. Är något fel lämnas inget in.
                    """,
                en: """
                    Checks the files and submits them if they are approved and every warning has an answer, now or before. \
                    When the receipt comes the figures are on disk. If anything is wrong nothing is submitted.
                    """),
            permission: .deliver, parameters: [.month, .collection, .confirm, .idempotencyKey],
            body: .files(withConfirmations: true),
            answers: [
                .receipt,
                .accepted(.component("Submission")),
            ],
            problems: [
                .notOpen, .replaced, .keyReused, .inProgress, .notApproved, .unreadable, .warningsToConfirm,
            ], run: deliver)
    }

    private func deliver(_ call: Call) async throws -> Response {
        let month = try call.month()
        let collection = try collection(call.query["collection"], having: month)
        let key = try call.idempotencyKey()
        let sent = try await SentFiles.read(call, into: house.uploads)
        let content = ["deliver", collection.id, month?.iso ?? ""] + sent.content
        let errand = Errand(municipality: call.municipality, key: key, content: content.joined(separator: "\n"))
        return try await once(errand, answers: sent.confirmations, call) { state in
            let id: Draft.ID
            switch state {
            case .begun(let draft):
                // Of files that were not kept there is nothing to judge anew, in another language say: but here they are.
                guard try await house.intake.draft(draft).isKept else { return nil }
                id = draft
            case .new: id = try await receive(sent, for: month, collection, errand, call)
            }
            return try await conclude(id, sent.confirmations, collection, call)
        }
    }

    private func receive(
        _ sent: SentFiles, for chosen: Month?, _ collection: Definitions.Collection, _ errand: Errand, _ call: Call
    ) async throws -> Draft.ID {
        let month =
            if let chosen { chosen } else {
                try await house.intake.month(of: sent.files, collection: collection.id)
            }
        guard let month else { throw try await withoutMonth(sent, collection, call) }
        try await refuseClosed(collection, month, of: call.municipality, at: call.now)
        let upload = Upload(
            collection: collection.id, municipality: call.municipality, month: month, channel: .api, files: sent.files)
        return try await house.intake.receive(upload, by: call.sender, at: call.now, language: call.language) {
            try $0.note($1, for: errand)
        }.id
    }

    /// Why files whose month cannot be seen are not delivered: they may be no tables at all.
    private func withoutMonth(
        _ sent: SentFiles, _ collection: Definitions.Collection, _ call: Call
    ) async throws -> Problem {
        let upload = Upload(
            collection: collection.id, municipality: call.municipality, month: nil, purpose: .test, channel: .api,
            files: sent.files)
        let draft = try await house.intake.receive(upload, by: call.sender, at: call.now, language: call.language)
        if case .checked(let checked) = try await house.intake.state(of: draft.id, language: call.language),
            !checked.isApproved
        {
            return problem(checked, collection, call.language)
        }
        return .invalid(
            "month", sv: "Månaden går inte att se i filen. Ange month.",
            en: "The month cannot be seen in the file. Give month.")
    }

    /// Delivers a draft that has been checked; `nil` when it is not there any more, and its files are to be put in again.
    private func conclude(
        _ id: Draft.ID, _ answers: [Submission.Confirmation], _ collection: Definitions.Collection, _ call: Call
    ) async throws -> Response? {
        switch try await house.intake.state(of: id, language: call.language) {
        case .gone: return nil
        case .checking(let draft):
            try await house.intake.promise(errandOf: draft.id, at: house.site.now())
            Task {
                do { try await finish(draft.id, call.language) } catch { call.context.log(fault: error) }
            }
            return .waiting(try JSONText(["id": id.text, "status": "checking"]), at: "submissions", id, .accepted)
        case .checked(let checked):
            return try .created(
                try await submit(checked, answers, collection, call.language, at: call.now), answers, checked,
                collection,
                call.language)
        }
    }

    /// Delivers a checked draft, or throws the problem that stops it.
    func submit(
        _ checked: CheckedDraft, _ answers: [Submission.Confirmation], _ collection: Definitions.Collection,
        _ language: Language, at time: Date
    ) async throws -> Receipt {
        // The month may have been closed since the draft was received. What is delivered already stays so.
        let draft = checked.draft
        if draft.isOpen, let month = draft.month {
            try await refuseClosed(collection, month, of: draft.municipality, at: time)
        }
        guard checked.isApproved else { throw problem(checked, collection, language) }
        do throws(IntakeError) {
            let receipts = try await house.intake.submit(
                draft.id, answers: answers, by: draft.sender, at: time, language: language)
            guard let receipt = receipts.first else { throw .noFiles }
            return receipt
        } catch .unanswered(let questions) {
            throw Problem(
                .warningsToConfirm,
                checked: CheckAnswer(
                    checked, questions: questions, of: collection, language, origin: house.site.origin))
        }
    }

    private func problem(
        _ checked: CheckedDraft, _ collection: Definitions.Collection, _ language: Language
    ) -> Problem {
        Problem(
            checked.files.contains { $0.problem != nil } ? .unreadable : .notApproved,
            checked: CheckAnswer(checked, of: collection, language, origin: house.site.origin))
    }
}

extension Response {
    /// A delivery, with what was mended in its files when they were read.
    fileprivate static func created(
        _ receipt: Receipt, _ answers: [Submission.Confirmation], _ checked: CheckedDraft,
        _ collection: Definitions.Collection, _ language: Language
    ) throws -> Response {
        let mended = VerdictText(language, collections: [collection]).repairs(checked.verdicts).map { $0 + "\n" } ?? ""
        return try created(
            receipt, text: mended + receipt.text(language, of: collection, answered: Set(answers.map(\.rule))))
    }

    /// A delivery.
    static func created(_ receipt: Receipt, text: String) throws -> Response {
        var response = try Response.json(ReceiptAnswer(ReceiptRecord(receipt), text: text), status: .created)
        response.headers[.location] = MachineInterface.base.under("deliveries", receipt.number.description).text
        return response
    }
}

extension Endpoint.AnswerShape {
    /// A delivery.
    static let receipt = Self(
        status: .created,
        about: Localized(sv: "Inlämnat. Svaret är kvittot.", en: "Submitted. The answer is the receipt."),
        shape: .component("Receipt"), headers: ["Location": .location])
}

extension Endpoint.Parameter {
    static let confirm = Self(
        name: "confirm", place: .query,
        about: Localized(
            sv: "Regler vars varningar stämmer, V03. Skäl skickas i formuläret, aldrig i adressen.",
            en: "Rules whose warnings are right, V03. Reasons are sent in the form, never in the address."),
        shape: Shape(json: ["type": "array", "items": Shape.ruleID.json]), isRepeated: true)
}
