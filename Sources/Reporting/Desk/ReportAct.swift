public import Foundation

/// What can be done with a report on the desk, beside writing in it.
public enum ReportAct: Sendable {
    /// Extracts after `knownUntil` do not count (*lås uppgifterna*).
    case lock(knownUntil: Date)
    /// The figures follow new extracts again (*lås upp*); only before review.
    case unlock
    /// Somebody else is to read it (*skicka för granskning*); only when locked. The sender says of the texts that were kept
    /// from an earlier month at these places that they still hold.
    case send(stillHold: [TextPlace] = [])
    /// It may be published (*godkänn*); only by another person than the one who sent it.
    case approve
    /// Its maker is to change something (*lämna tillbaka*); in review, or approved.
    case giveBack(reason: String)
    /// Everybody may read it (*publicera*): the forms are kept as they are now, for good.
    case publish(title: String, forms: [PublishedForm])
    /// Nobody may read what is published any more, every edition of it (*dra tillbaka*), also while a new one is made.
    case withdraw(reason: String)
    /// A new edition is begun from a published or withdrawn one (*ny utgåva*), which stays as it is until the new one
    /// takes its place.
    case revise
}

/// What somebody did with a report.
public struct TakenAct: Sendable {
    /// What was done.
    public let act: ReportAct
    /// The report as it stood before.
    public let work: ReportWork
    /// Who did it.
    public let person: ReportPerson
}

extension ReportAct {
    /// Its name in the history.
    var name: String {
        switch self {
        case .lock: "lock"
        case .unlock: "unlock"
        case .send: "send"
        case .approve: "approve"
        case .giveBack: "give-back"
        case .publish: "publish"
        case .withdraw: "withdraw"
        case .revise: "revise"
        }
    }

    /// Where a report must have come for it.
    func isPossible(in state: ReportState) -> Bool {
        switch (self, state) {
        case (.lock, .draft), (.unlock, .locked), (.send, .locked), (.approve, .inReview), (.giveBack, .inReview),
            (.giveBack, .approved), (.publish, .approved), (.withdraw, _), (.revise, .published), (.revise, .withdrawn):
            true
        default: false
        }
    }

    /// Where a report in `state` has come then.
    func state(after step: ReportStep, in state: ReportState) -> ReportState {
        switch self {
        case .unlock, .revise: .draft
        case .lock, .giveBack: .locked(step)
        case .send: .inReview(step)
        case .approve: .approved(step)
        case .publish: .published(step)
        case .withdraw: if case .published = state { .withdrawn(step) } else { state }
        }
    }
}
