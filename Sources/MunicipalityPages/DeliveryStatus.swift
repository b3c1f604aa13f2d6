import Frame
import Vocabulary

/// How a delivery stands, in one word.
enum DeliveryStatus: String, CaseIterable {
    case awaitingReview = "vantar"
    case approved = "godkand"
    case returned = "aterlamnad"
    case replaced = "ersatt"
    case withdrawn = "tillbakadragen"

    var tag: Tag {
        switch self {
        case .awaitingReview: .awaitingReview
        case .approved: .approved
        case .returned: .returned
        case .replaced: .replaced
        case .withdrawn: .withdrawn
        }
    }

    /// The word users read.
    var title: Localized { tag.word }
}
