import Checking
public import Definitions
public import Register
import Vocabulary

extension CollectionTally {
    /// Counts what is current in the register. Months are read side by side, each from one state of the register.
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
            tally.marks[place] = try await register.counted(tally.marks[place], collection)
        }
        for place in tally.reasons.indices where reasons {
            tally.reasons[place] = try await register.counted(tally.reasons[place], collection)
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
    /// Adds what was counted of later months.
    mutating func merge(_ later: Self)
}

extension MarkTally: PartTally {}
extension ReasonTally: PartTally {}

extension Register {
    /// `empty` with every current part of its table added.
    fileprivate func counted<Tally: PartTally>(
        _ empty: Tally, _ collection: Collection
    ) async throws(RegisterError) -> Tally {
        guard let months = try await months(collection: collection.id) else { return empty }
        let counted = await withTaskGroup(of: (Int, Result<Tally, RegisterError>).self) { group in
            for (place, months) in slices(of: months, most: 4).enumerated() {
                let selection = PartSelection(collection: collection.id, table: empty.table.id, months: months)
                group.addTask {
                    do throws(RegisterError) {
                        let counted = try await reduceParts(selection, into: empty) { tally, part, bytes in
                            try tally.add(part.municipality, part.month, bytes)
                        }
                        return (place, .success(counted))
                    } catch {
                        return (place, .failure(error))
                    }
                }
            }
            return await group.reduce(into: [:]) { $0[$1.0] = $1.1 }
        }
        var tally = empty
        for (_, slice) in counted.sorted(by: { $0.key < $1.key }) { tally.merge(try slice.get()) }
        return tally
    }
}

/// `months` in at most `most` ranges of about as many.
func slices(of months: ClosedRange<Month>, most: Int) -> [ClosedRange<Month>] {
    let first = Int(months.lowerBound.index)
    let count = Int(months.upperBound.index) - first + 1
    let number = min(most, count)
    return (0..<number).map { place in
        let start = Month(index: Int32(first + count * place / number))
        let end = Month(index: Int32(first + count * (place + 1) / number - 1))
        return start...end
    }
}
