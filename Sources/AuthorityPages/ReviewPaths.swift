import Frame
import Register

// The authority's review. Patterns are made of the same functions, of `.review.under(":number")`.
extension Path {
    /// A delivery under review, by its page.
    static let reviewPattern = review.under(":number")
    /// Approving a delivery (*godkänn*).
    var approval: Path { under("godkann") }
    /// Returning a delivery (*återlämna*).
    var returning: Path { under("aterlamna") }
    /// What is approved without anyone looking (*automatiskt godkännande*).
    static let automaticApproval = review.under("automatiskt")

    /// One free text, by its key.
    static func recode(_ key: String) -> Path { recode.under(key) }
    /// Doing what is suggested with a free text.
    var acceptance: Path { under("godta") }
    /// Taking back what was decided.
    var undoing: Path { under("angra") }
    /// What decisions on free texts make of the counts.
    static let recodedCounts = recode.under("effekt")

    /// A rule preview, by its key.
    static func preview(_ key: String) -> Path { preview.under(key) }
    /// Calling it off.
    var callingOff: Path { under("avbryt") }
}

/// What stands after the question mark of these pages.
enum ReviewWord {
    static let collection = "insamling"
    static let month = "manad"
    static let reason = "skal"
    static let severity = "visa"
    /// What has just been done.
    static let done = "klart"
    /// What was not done, since somebody else was first.
    static let late = "inte-sparat"
    static let municipality = "kommun"
}
