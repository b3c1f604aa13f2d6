import Accounts
import Definitions
import Frame
import Hummingbird
import Review
import Vocabulary
import Web

// Which deliveries are approved without anyone looking.

extension ReviewPages {
    func addSetting(to routes: RouterGroup<PortalContext>) {
        routes.get(Path.automaticApproval.route, use: setting)
        routes.post(Path.automaticApproval.route, use: changeSetting)
    }

    private func setting(_ request: Request, _ context: PortalContext) async throws -> Document {
        let person = try await context.require(.review, of: .authority)
        let collection = try house.chosenCollection(context.path)
        return context.page.automaticApproval(
            ReviewSetting(
                collections: house.collections, collection: collection,
                current: try await house.review.automaticApproval(collection: collection.id),
                history: try await house.review.automaticApprovalHistory(collection: collection.id),
                waiting: try await memory.waiting(in: collection, at: context.now), reader: person.actor))
    }

    private func changeSetting(_ request: Request, _ context: PortalContext) async throws -> Response {
        let person = try await context.require(.review, of: .authority)
        let collection = try house.chosenCollection(context.path)
        let form = try await Form.read(request)
        let chosen = form.values(ReviewSetting.reasons)
        try await house.review.setAutomaticApproval(
            AutomaticApproval(
                isOn: form[ReviewSetting.isOn] == ReviewSetting.on,
                blocking: Set(ReviewReason.Kind.allCases.filter { chosen.contains($0.word) })),
            collection: collection.id, by: person.actor, at: context.now)
        return .see(
            Path.automaticApproval.with(ReviewWord.collection, context.path[ReviewWord.collection])
                .with(ReviewWord.done, "ja").text)
    }
}

/// What the page of automatic approval shows.
struct ReviewSetting {
    let collections: [Definitions.Collection]
    let collection: Definitions.Collection
    let current: AutomaticApproval
    /// Oldest first.
    let history: [AutomaticApprovalChange]
    let waiting: [WaitingDelivery]
    /// Who reads.
    let reader: String

    static let isOn = "automatiskt"
    static let on = "pa"
    static let off = "av"
    static let reasons = "stoppas-av"

    /// How many of those that wait are let through.
    var letThrough: Int {
        guard current.isOn else { return 0 }
        return waiting.count { delivery in !delivery.reasons.contains { current.blocking.contains($0.kind) } }
    }
}
