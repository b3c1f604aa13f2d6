import Foundation
import Web

/// What has been filled in about what a municipality owes.
struct ObligationAnswers {
    var owes: Bool?
    var units = ""
    var from = ""
    var to = ""
    var reason = ""

    static let owes = "lamnar"
    static let units = "stadsdelar"
    static let from = "fran"
    static let to = "till"
    static let reason = "skal"

    init() {}

    init(_ form: Form) {
        owes = ["ja": true, "nej": false][form[Self.owes] ?? ""]
        units = form[Self.units] ?? ""
        from = form[Self.from] ?? ""
        to = form[Self.to] ?? ""
        reason = form[Self.reason] ?? ""
    }

    /// One a line.
    var unitNames: [String] {
        units.split(whereSeparator: \.isNewline).map { $0.trimmingCharacters(in: .whitespaces) }.filter { !$0.isEmpty }
    }
}
