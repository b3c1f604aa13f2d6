import Collecting
import Foundation
import Vocabulary
import Web

/// What has been filled in about a period.
struct PeriodAnswers {
    enum Change: String, CaseIterable {
        case prolong = "forlang"
        case close = "stang"
        case open = "oppna"
    }

    var change: Change?
    var day: String
    var reason: String

    static let kind = "gor"
    static let day = "dag"
    static let why = "skal"

    /// As the form begins.
    init(_ period: Period) {
        day = ""
        reason = ""
    }

    init(_ form: Form) {
        change = form[Self.kind].flatMap(Change.init(rawValue:))
        day = form[Self.day] ?? ""
        reason = (form[Self.why] ?? "").trimmingCharacters(in: .whitespacesAndNewlines)
    }

    var until: Day? { Day(iso: day) }

    /// The change, if enough is filled in.
    var kind: PeriodChange.Kind? {
        switch change {
        case .prolong: until.map { .prolonged(until: $0) }
        case .close: .closed
        case .open: .opened
        case nil: nil
        }
    }
}
