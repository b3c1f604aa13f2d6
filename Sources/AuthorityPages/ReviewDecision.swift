import Accounts
import Foundation
import Frame
import HTTPTypes
import Hummingbird
import Register
import Review
import Vocabulary
import Web

// Deciding on a delivery: approving it, or returning it with a message that is read through first.

extension ReviewPages {
    func addDecision(to routes: RouterGroup<PortalContext>) {
        routes.post(Path.reviewPattern.approval.route, use: approve)
        routes.post(Path.reviewPattern.returning.route, use: giveBack)
    }

    private func approve(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (person, receipt) = try await underReview(context)
        let form = try await Form.read(request)
        return try await decide(on: receipt, seen: form, context) { review, changing throws(ReviewError) in
            try await review.approve(receipt.number, by: person.actor, at: context.now, changing: changing)
        }
    }

    private func giveBack(_ request: Request, _ context: PortalContext) async throws -> Response {
        let (person, receipt) = try await underReview(context)
        let form = try await Form.read(request)
        let message = form[ReviewField.message] ?? ""
        if let error = mistake(in: message) {
            let page = try await page(of: receipt, person, context)
            return context.page.reviewDelivery(
                page, message: message, errors: FormErrors(ReviewField.message, context.page.say(error))
            ).response
        }
        guard form[ReviewField.step] == ReviewField.send else {
            let contacts = try await house.accounts.contacts(of: receipt.municipality)
            return context.page.returning(
                ReturnPreview(
                    receipt: receipt, collection: try house.collection(receipt.collection), message: message,
                    contacts: contacts, seen: form[ReviewField.seen] ?? "", filter: ReviewFilter(context.path))
            ).response
        }
        return try await decide(on: receipt, seen: form, context) { review, changing throws(ReviewError) in
            try await review.return(
                receipt.number, message: message, by: person.actor, at: context.now, changing: changing)
        }
    }

    /// Decides, if nothing has been decided since the page was drawn, and leads to the next in the queue.
    private func decide(
        on receipt: Receipt, seen form: Form, _ context: PortalContext,
        _ decision: (Review, _ changing: Bool) async throws(ReviewError) -> Decision
    ) async throws -> Response {
        let number = receipt.number
        let filter = ReviewFilter(context.path)
        let here = filter.put(on: .review(number))
        let last = try await house.review.history(of: number).last
        guard form[ReviewField.seen] == (last.map { String($0.id) } ?? "") else {
            return .see(here.with(ReviewWord.late, "ja").text)
        }
        let collection = try house.collection(receipt.collection)
        let queue = ReviewPlace(number, in: try await memory.waiting(in: collection, at: context.now), filter)
        do throws(ReviewError) {
            _ = try await decision(house.review, last != nil)
        } catch {
            guard error.isTooLate else { throw error }
            memory.forget()
            return .see(here.with(ReviewWord.late, "ja").text)
        }
        memory.forget()
        let next = queue.next.map { Path.review($0) } ?? .review
        return .see(filter.put(on: next).with(ReviewWord.done, number.description).text)
    }

    /// What is to be mended in a message to a municipality.
    private func mistake(in message: String) -> Localized? {
        let text = message.split(whereSeparator: \.isWhitespace)
        if text.isEmpty {
            return Localized(
                sv: "Skriv vad kommunen ska ändra.", en: "Write what the municipality should change.")
        }
        let length = message.count
        if length > ReviewText.limit {
            return Localized(
                sv: "Meddelandet är \(length) tecken. Korta det till högst \(ReviewText.limit).",
                en: "The message has \(length) characters. Shorten it to at most \(ReviewText.limit).")
        }
        if IdentityNumber.looksLikeOne(in: message) {
            return Localized(
                sv: "Det ser ut som ett personnummer. Skriv löpnummer eller rad i stället.",
                en: "That looks like an identity number. Write the running number or the row instead.")
        }
        return nil
    }
}

extension ReviewError {
    /// Whether something has happened to the delivery that makes the decision one about the past.
    fileprivate var isTooLate: Bool {
        switch self {
        case .alreadyDecided, .withdrawn, .superseded: true
        default: false
        }
    }
}

/// The fields of the forms that decide.
enum ReviewField {
    /// The last decision when the page was drawn.
    static let seen = "sett"
    static let message = "meddelande"
    static let step = "steg"
    static let send = "skicka"
}
