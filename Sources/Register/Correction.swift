public import Checking
public import Foundation

/// A cell that a person corrected on its way in (*rättelse*). The delivered file is kept as it came.
public struct Correction: Sendable, Equatable {
    /// The cell, and what it is read as.
    public var cell: CellCorrection
    /// The field's name in the definition; `nil` when the column is none of ours.
    public var field: String?
    /// What stands in the file; empty when blank.
    public var before: String
    /// Who corrected it, as given.
    public var by: String
    /// When, to the second.
    public var at: Date

    /// A correction from its parts.
    public init(cell: CellCorrection, field: String?, before: String, by: String, at: Date) {
        self.cell = cell
        self.field = field
        self.before = before
        self.by = by
        self.at = at
    }
}
