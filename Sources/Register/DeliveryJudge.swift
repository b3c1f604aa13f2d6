public import Checking
import Definitions
import Tabular
import Vocabulary

/// Judges files that are to be kept: as `Check` does, and against the month before in the register.
public struct DeliveryJudge: Sendable {
    private let register: Register
    private let request: CheckRequest

    /// Judges files as `request` says.
    public init(register: Register, request: CheckRequest) {
        self.register = register
        self.request = request
    }

    /// The files with their verdicts, columns included.
    public func judge(_ files: [InputFile]) async throws(RegisterError) -> [CheckedFile] {
        var request = request
        request.keepsColumns = true
        var checked = await Check.files(files, as: request)
        for file in checked.indices {
            let tables = Set(checked[file].verdicts.map(\.table))
            for collection in request.collections {
                for table in collection.tables where tables.contains(table.id) {
                    let places = checked[file].verdicts.indices.filter {
                        checked[file].verdicts[$0].table == table.id
                            && checked[file].verdicts[$0].collection == collection.id
                    }
                    try await compare(&checked[file].verdicts, places, table, of: collection)
                }
            }
        }
        return checked
    }

    /// Asks for all the months before at once: a national file has hundreds of municipalities.
    private func compare(
        _ verdicts: inout [Verdict], _ places: [Int], _ table: Table, of collection: Definitions.Collection
    ) async throws(RegisterError) {
        let months = places.compactMap { verdicts[$0].month }
        guard let first = months.min(), let last = months.max() else { return }
        let municipalities = Set(places.compactMap { verdicts[$0].municipality })
        let before = try await register.parts(
            PartSelection(
                collection: collection.id, table: table.id, months: first.previous...last.previous,
                municipality: municipalities.count == 1 ? municipalities.first : nil))
        guard !before.isEmpty else { return }
        let columns = Dictionary(
            before.map { (DeliveryPlace(month: $0.part.month, municipality: $0.part.municipality), $0.columns) },
            uniquingKeysWith: { first, _ in first })
        for place in places {
            guard let current = verdicts[place].columns, let month = verdicts[place].month,
                let municipality = verdicts[place].municipality,
                let before = columns[DeliveryPlace(month: month.previous, municipality: municipality)]
            else { continue }
            let comparison = Comparison(table, of: collection, month: month, language: request.language)
            verdicts[place].findings.prepend(comparison.findings(current, before: before))
        }
    }
}
