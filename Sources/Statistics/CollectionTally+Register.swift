import Checking
public import Definitions
public import Register
import Vocabulary

extension CollectionTally {
    /// Counts what is current in the register.
    ///
    /// - Parameters:
    ///   - marks: Whether tables of marks are counted.
    ///   - reasons: Whether tables of codes are counted.
    ///   - net: Whether different persons over months are counted.
    ///   - texts: Whether free texts are read.
    public static func read(
        _ collection: Collection, from register: Register, marks: Bool = true, reasons: Bool = true, net: Bool = true,
        texts: Bool = true
    ) async throws(RegisterError) -> CollectionTally {
        var tally = CollectionTally(collection, net: net, texts: texts)
        for place in tally.marks.indices where marks {
            tally.marks[place] = try await register.counted(tally.marks[place], collection.id)
        }
        for place in tally.reasons.indices where reasons {
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
        _ municipality: Municipality, _ month: Month, _ bytes: Span<UInt8>
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
        return try await reduceParts(selection, into: tally) { tally, part, bytes in
            try tally.add(part.municipality, part.month, bytes)
        }
    }
}
