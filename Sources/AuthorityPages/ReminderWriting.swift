import Collecting
import Definitions
import Frame
import Vocabulary

/// A reminder that is being written, and what would become of it now.
struct ReminderWriting {
    let collection: Definitions.Collection
    let draft: ReminderDraft
    let previews: [ReminderPreview]
    /// Whose mail is shown.
    let shown: Municipality?
    let errors: FormErrors

    static let subject = "amne"
    static let text = "text"
    static let key = "nyckel"
    static let preview = "visa"
    static let act = "gor"
    static let send = "skicka"
    static let save = "mall"

    /// Those who would be sent one.
    var sent: [ReminderPreview] { previews.filter(\.outcome.isSent) }
    /// Those who would not.
    var unsent: [ReminderPreview] { previews.filter { !$0.outcome.isSent } }
    /// The mail that is shown: the one asked for, else the first that would be sent.
    var shownPreview: ReminderPreview? {
        previews.first { $0.municipality == shown } ?? sent.first ?? previews.first
    }

    /// Those of whom `outcome` would come, by name.
    func names(_ outcome: ReminderOutcome) -> [String] {
        previews.filter { $0.outcome == outcome }.map(\.municipality.name)
    }
}
