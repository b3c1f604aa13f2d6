import Frame
import Register
import Vocabulary

// Addresses under a month.
extension Path {
    /// What a month's file looks like, with its code lists.
    static func fileGuide(_ month: Month) -> Path { deliver(month).under("filen") }
    /// The template of a table, filled in with municipality and month.
    static func template(_ month: Month, _ table: String) -> Path { deliver(month).under("mall", table) }
}

/// The addresses of a file on its way in.
struct DraftPlace {
    /// The result of the check.
    let path: Path

    /// The place of the draft with this token, or of all when it is ":token".
    init(_ token: String) { path = .draft(token) }

    /// Putting in another file for the same month.
    var next: Path { path.under("fil") }
    /// Delivering it.
    var submit: Path { path.under("lamna-in") }
    /// Correcting cells on the page.
    var correct: Path { path.under("ratta") }
    /// Taking back a correction.
    var undo: Path { path.under("angra") }
    /// Another month for the same file.
    var move: Path { path.under("manad") }
    /// Putting it away.
    var putAway: Path { path.under("avbryt") }

    /// A file with what is wrong marked in it; files are counted from 1.
    func marked(_ file: String) -> Path { path.under(Path.markedCopy, file) }
}

/// The addresses of a delivery.
struct DeliveryPlace {
    /// Its receipt.
    let path: Path

    /// The place of a delivery.
    init(_ number: DeliveryNumber) { path = .delivery(number) }

    /// The places of all deliveries, as the router knows them.
    static let pattern = DeliveryPlace(path: .deliveries.under(":number"))

    private init(path: Path) { self.path = path }

    /// Taking it back.
    var withdraw: Path { path.under("dra-tillbaka") }

    /// A file as it was delivered; files are counted from 1.
    func original(_ file: String) -> Path { path.under("fil", file) }
    /// A file with what was found marked in it.
    func marked(_ file: String) -> Path { path.under(Path.markedCopy, file) }
    /// What changed since an earlier delivery of the same month, by its sequence.
    func difference(since sequence: String) -> Path { path.under("skillnad", sequence) }
}
