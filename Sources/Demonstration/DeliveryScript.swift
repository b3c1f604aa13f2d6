import Definitions
import Tabular
import Vocabulary

/// Turns planned rows into the deliveries that the municipalities send, first attempts with faults included.
struct DeliveryScript {
    private(set) var deliveries: [DemonstrationDelivery] = []
    private var faulted: Set<Municipality> = []

    /// Who first sends a file that lacks its last households, and then the whole.
    private static let incomplete = "1980"

    mutating func add(
        _ municipality: Municipality, _ month: Month, _ measures: Table, _ measureRows: [[String]],
        _ reasons: Table, _ reasonRows: [[String]]
    ) throws(WorkbookError) {
        let style = FileStyle(municipality)
        let parts = [(measures, measureRows), (reasons, reasonRows)].filter { !$0.1.isEmpty }
        guard !parts.isEmpty else { return }
        var whole: [DemonstrationFile] = []
        for (table, rows) in parts { whole.append(try style.write(table, municipality, month, rows)) }
        if let fault = Fault.all.first(where: { $0.municipality == municipality.code }),
            !faulted.contains(municipality), let (table, rows) = parts.first(where: { $0.0.id == fault.table })
        {
            faulted.insert(municipality)
            var spoiled = rows
            fault.spoil(&spoiled)
            deliveries.append(
                DemonstrationDelivery(
                    municipality: municipality, month: month,
                    files: [try style.write(table, municipality, month, spoiled)], fault: fault.story, replaces: false))
        }
        let isReplaced = municipality.code == Self.incomplete && !faulted.contains(municipality)
        if isReplaced, let (table, rows) = parts.first {
            faulted.insert(municipality)
            let short = try style.write(table, municipality, month, Array(rows.dropLast(4)))
            deliveries.append(
                DemonstrationDelivery(
                    municipality: municipality, month: month, files: [short], fault: nil, replaces: false))
        }
        deliveries.append(
            DemonstrationDelivery(
                municipality: municipality, month: month, files: whole, fault: nil, replaces: isReplaced))
    }
}
