public import Register
public import Vocabulary

/// Why a reviewer should look at a delivery before it is approved.
public enum ReviewReason: Sendable, Equatable {
    /// *Bekräftade varningar*: the municipality says that what was warned of is right.
    case confirmedWarnings([ConfirmedWarning])
    /// *Fritext till kod 8*: so many households have a measure described in words.
    case freeTexts(households: Int)
    /// *Stor förändring* in the number of rows of a table.
    case largeChange(table: String, from: Int, to: Int, since: Comparison)
    /// *Sen*: it came after the last day.
    case late(due: Day)
    /// *Rättad på sidan*: so many cells were changed there rather than in the file.
    case corrected(cells: Int)

    /// What a number of rows is compared with.
    public enum Comparison: String, Sendable {
        /// The same municipality's month before.
        case monthBefore
        /// The delivery that this one took over from.
        case supersededDelivery
    }

    /// A reason without its figures.
    public enum Kind: String, Sendable, CaseIterable {
        case confirmedWarnings = "confirmed-warnings"
        case freeTexts = "free-texts"
        case largeChange = "large-change"
        case late, corrected
    }

    /// Which kind it is.
    public var kind: Kind {
        switch self {
        case .confirmedWarnings: .confirmedWarnings
        case .freeTexts: .freeTexts
        case .largeChange: .largeChange
        case .late: .late
        case .corrected: .corrected
        }
    }
}

/// A delivery that counts and that nobody has decided on.
public struct WaitingDelivery: Sendable, Equatable {
    /// The delivery.
    public let receipt: Receipt
    /// Why to look at it; empty when nothing stands out.
    public let reasons: [ReviewReason]
}
