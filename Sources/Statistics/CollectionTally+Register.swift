import Checking
public import Definitions
public import Register
import Vocabulary

extension CollectionTally {
    /// Counts what is current in the register.
    ///
    /// - Parameters:
    ///   - tables: The tables of the collection whose rows are wanted; `nil` = all.
    ///   - net: Whether different persons over months are counted.
    ///   - texts: Whether free texts are read.
    public static func read(
        _ collection: Collection, from register: Register, tables: Set<String>? = nil, net: Bool = true,
        texts: Bool = true
    ) async throws(RegisterError) -> CollectionTally {
        var tally = CollectionTally(collection, net: net, texts: texts)
        for place in tally.marks.indices where tables?.contains(tally.marks[place].table.id) ?? true {
            tally.marks[place] = try await register.counted(tally.marks[place], collection.id)
        }
        for place in tally.reasons.indices where tables?.contains(tally.reasons[place].table.id) ?? true {
            tally.reasons[place] = try await register.counted(tally.reasons[place], collection.id)
        }
        for comment in try await register.comments(collection: collection.id) {
            for text in collection.form?.texts ?? [] where !(comment.texts[text.id] ?? "").isEmpty {
                tally.comments[text.table, default: []].insert(comment.municipality)
            }
        }
        return tally
    }
}

/// What counts the parts of one table.
protocol PartTally: Sendable {
    var table: Table { get }
    mutating func add(
        _ municipality: Municipality, _ month: Month, _ segment: Segment, _ bytes: Span<UInt8>
    ) throws(Segment.Problem)
}

extension MarkTally: PartTally {}
extension ReasonTally: PartTally {}

extension Register {
    /// `tally` with every current part of its table added.
    fileprivate func counted<Tally: PartTally>(
        _ tally: Tally, _ collection: String
    ) async throws(RegisterError) -> Tally {
        let selection = PartSelection(collection: collection, table: tally.table.id)
        return try await reduceParts(selection, into: (tally: tally, segment: Segment())) { reading, part, bytes in
            try reading.segment.open(bytes)
            try reading.tally.add(part.municipality, part.month, reading.segment, bytes)
        }.tally
    }
}
