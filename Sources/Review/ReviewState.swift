public import Foundation

/// How far the authority has come with a delivery.
public enum ReviewState: Sendable, Equatable {
    /// *Väntar på granskning*: nobody has decided.
    case waiting
    /// *Godkänd* by a reviewer.
    case approved(by: String, at: Date)
    /// *Automatiskt godkänd*: there was nothing to look at.
    case approvedAutomatically(at: Date)
    /// *Återlämnad*: the municipality must deliver again, and has been told why.
    case returned(message: String, by: String, at: Date)

    /// Whether it has been approved, by a person or automatically.
    public var isApproved: Bool {
        switch self {
        case .approved, .approvedAutomatically: true
        case .waiting, .returned: false
        }
    }

    /// Whether it has been returned.
    public var isReturned: Bool { if case .returned = self { true } else { false } }

    /// When it was decided; `nil` while it waits.
    public var decidedAt: Date? {
        switch self {
        case .waiting: nil
        case .approved(_, let at), .approvedAutomatically(let at), .returned(_, _, let at): at
        }
    }

    /// Whether a person has decided, and not the machine.
    var isDecidedByPerson: Bool {
        switch self {
        case .approved, .returned: true
        case .waiting, .approvedAutomatically: false
        }
    }
}
