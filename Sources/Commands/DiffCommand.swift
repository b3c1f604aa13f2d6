public import ArgumentParser
import Definitions
import Register
import Vocabulary

/// `underlag diff`: what changed between two deliveries.
public struct DiffCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "diff",
        abstract: "Visa vad som skiljer två leveranser.",
        discussion: "Hushåll som kommit till, tagits bort eller ändrats, efter löpnummer, och vilka celler som ändrats."
    )

    @Argument(help: "Den tidigare leveransens nummer.") var from: DeliveryNumber
    @Argument(help: "Den senare leveransens nummer.") var to: DeliveryNumber
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withRegister(creating: false) { register in
            let collection = try definitions.collection(try await register.receipt(from).collection, options.language)
            let difference = try await register.difference(from: from, to: to, in: collection)
            let record = DifferenceRecord(difference, collection)
            try options.print(record, or: record.text(collection, options.language))
        }
    }
}

/// The differences as JSON, households by running number as it is written.
private struct DifferenceRecord: Encodable {
    let from: String
    let to: String
    let tables: [TableRecord]

    struct TableRecord: Encodable {
        let table: String
        let added: [String]
        let removed: [String]
        let changed: [ChangeRecord]
    }
    struct ChangeRecord: Encodable {
        let household: String
        let cells: [CellRecord]
    }
    struct CellRecord: Encodable {
        let field: String
        let before: String
        let after: String
    }

    init(_ difference: DeliveryDifference, _ collection: Collection) {
        from = difference.from.description
        to = difference.to.description
        tables = difference.tables.map { table in
            let width = collection.table(table.table)?.runningNumberWidth ?? 1
            func written(_ household: Int) -> String {
                let digits = String(household)
                return digits.zeroPadded(to: width)
            }
            return TableRecord(
                table: table.table, added: table.added.map(written), removed: table.removed.map(written),
                changed: table.changed.map { change in
                    ChangeRecord(
                        household: written(change.household),
                        cells: change.cells.map { CellRecord(field: $0.field, before: $0.before, after: $0.after) })
                })
        }
    }

    func text(_ collection: Collection, _ language: Language) -> String {
        func say(_ sv: String, _ en: String) -> String { language == .sv ? sv : en }
        var lines = ["\(from) → \(to)"]
        for table in tables {
            let (added, removed, changed) = (table.added.count, table.removed.count, table.changed.count)
            lines.append(
                "\(table.table): "
                    + say(
                        "\(added) hushåll har kommit till, \(removed) har tagits bort, \(changed) har ändrats",
                        "\(added) households added, \(removed) removed, \(changed) changed"))
            if added > 0 { lines.append(say("  Nya: ", "  Added: ") + table.added.joined(separator: ", ")) }
            if removed > 0 { lines.append(say("  Borttagna: ", "  Removed: ") + table.removed.joined(separator: ", ")) }
            let blank = say("(tomt)", "(blank)")
            for change in table.changed {
                let cells = change.cells.map { cell in
                    let field = collection.table(table.table)?.fields.first { $0.name == cell.field }
                    return "\(field?.title[language] ?? cell.field): \(cell.before.isEmpty ? blank : cell.before)"
                        + " → \(cell.after.isEmpty ? blank : cell.after)"
                }
                lines.append("  \(change.household): " + cells.joined(separator: "; "))
            }
        }
        if tables.isEmpty {
            lines.append(say("Leveranserna har ingen tabell gemensamt.", "The deliveries have no table in common."))
        }
        return lines.joined(separator: "\n")
    }
}

extension Table {
    /// How many digits a running number is shown with, where there is one.
    fileprivate var runningNumberWidth: Int? {
        fields.lazy.compactMap { if case .runningNumber(let width, _) = $0.type { width } else { nil } }.first
    }
}
