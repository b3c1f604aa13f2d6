public import Foundation
import Storage

/// Where the authority has decided that a free text belongs (*omkodning*). The text itself is never changed.
public struct Recoding: Sendable, Equatable {
    /// Counts up with every decision.
    public let id: Int
    /// The collection's id.
    public let collection: String
    /// The table's id.
    public let table: String
    /// What all texts it holds for have in common.
    public let wording: Wording
    /// Where they belong; `nil` = the decision before was taken back.
    public let target: Target?
    /// Why; may be empty.
    public let reason: String
    /// Who decided.
    public let by: String
    /// When, to the second.
    public let at: Date

    /// Where a free text belongs.
    public enum Target: Sendable, Hashable {
        /// To another code.
        case code(Int)
        /// To the code it was given: it is a measure of its own.
        case stays
        /// *Utanför modellen*: it is no measure that the collection counts.
        case outsideModel
    }
}

extension Recoding {
    /// The columns that `init(row)` reads.
    static var columns: SQL { "id, collection, table_name, wording, target, code, reason, decided_by, decided_at" }

    init(_ row: any Row) {
        self.init(
            id: row.integer(0), collection: row.text(1), table: row.text(2), wording: Wording(row.text(3)),
            target: Target(row.text(4), code: row.integer(5)), reason: row.text(6), by: row.text(7), at: row.time(8))
    }
}

extension Recoding.Target {
    /// How it is stored, the code apart.
    var stored: String {
        switch self {
        case .code: "code"
        case .stays: "stays"
        case .outsideModel: "outside"
        }
    }

    /// The code it gives; `nil` for others.
    var code: Int? { if case .code(let code) = self { code } else { nil } }

    fileprivate init?(_ stored: String, code: Int) {
        switch stored {
        case "code": self = .code(code)
        case "stays": self = .stays
        case "outside": self = .outsideModel
        default: return nil
        }
    }
}
