import Frame
import Register
import Review
import Vocabulary

/// Which of the deliveries that wait an address asks for.
struct ReviewFilter {
    /// About this month alone.
    let month: Month?
    /// For this reason alone.
    let reason: Reason?

    enum Reason: Equatable {
        case kind(ReviewReason.Kind)
        /// Nothing stands out.
        case none

        static let all = ReviewReason.Kind.allCases.map(Reason.kind) + [.none]

        var word: String {
            switch self {
            case .kind(let kind): kind.word
            case .none: "inget"
            }
        }

        var title: Localized {
            switch self {
            case .kind(let kind): kind.title
            case .none: Localized(sv: "Inget särskilt", en: "Nothing special")
            }
        }

        func shows(_ delivery: WaitingDelivery) -> Bool {
            switch self {
            case .kind(let kind): delivery.reasons.contains { $0.kind == kind }
            case .none: delivery.reasons.isEmpty
            }
        }
    }

    init(_ path: Path) {
        month = path.month
        let word = path[ReviewWord.reason]
        reason = Reason.all.first { $0.word == word }
    }

    /// Whether the delivery is asked for.
    func shows(_ delivery: WaitingDelivery) -> Bool {
        (month.map { $0 == delivery.receipt.month } ?? true) && (reason?.shows(delivery) ?? true)
    }

    /// `path` with this after the question mark, so that whoever works through a part of the queue stays in it.
    func put(on path: Path) -> Path {
        path.with(ReviewWord.month, month?.iso).with(ReviewWord.reason, reason?.word)
    }
}
