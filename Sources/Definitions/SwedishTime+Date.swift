public import Foundation
public import Vocabulary

extension SwedishTime {
    /// The time in Sweden at `date`.
    public init(_ date: Date) { self.init(secondsSince1970: Int(date.timeIntervalSince1970.rounded(.down))) }
}

extension Day {
    /// The day in Sweden at `date`.
    public init(_ date: Date) { self = SwedishTime(date).day }

    /// When the day begins in Sweden.
    public var start: Date { Date(timeIntervalSince1970: Double(SwedishTime.secondsSince1970(startOf: self))) }
}
