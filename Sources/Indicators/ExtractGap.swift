public import Foundation
public import Vocabulary

/// Months that no extract tells of, between two that were delivered (*uttag saknas*).
public struct ExtractGap: Sendable, Equatable {
    /// When the extract before was made.
    public let after: Date
    /// When the extract after was made.
    public let before: Date
    /// The months, the first first.
    public let months: [Month]
}
