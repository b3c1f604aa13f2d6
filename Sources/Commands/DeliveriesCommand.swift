public import ArgumentParser
import Definitions
import Publication
import Register
import Vocabulary

/// `underlag deliveries`: what has been delivered.
public struct DeliveriesCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "deliveries",
        abstract: "Visa leveranserna i registret.",
        discussion: "Alla leveranser visas, också ersatta och återkallade; läget står sist på raden.")

    @Option(help: "Bara den här insamlingen.") var collection: String?
    @Option(help: "Bara den här kommunen, till exempel 0380.") var municipality: String?
    @Option(help: "Bara den här månaden, till exempel 2013-03.") var month: Month?
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let municipality = try self.municipality.map { try Municipality.named($0, options.language) }
        try await options.withRegister(creating: false) { register in
            let receipts = try await register.deliveries(
                DeliveryFilter(collection: collection, municipality: municipality, month: month))
            try options.print(receipts.map(ReceiptRecord.init), or: Self.list(receipts, options.language))
        }
    }

    private static func list(_ receipts: [Receipt], _ language: Language) -> String {
        guard !receipts.isEmpty else { return language == .sv ? "Inga leveranser." : "No deliveries." }
        let header =
            language == .sv
            ? ["Leverans", "Kommun", "Mottagen", "Inlämnat av", "Hushåll", "Läge"]
            : ["Delivery", "Municipality", "Received", "Delivered by", "Households", "Standing"]
        let rows = receipts.map { receipt in
            [
                receipt.number.description, receipt.municipality.name, SwedishTime(receipt.receivedAt).short,
                receipt.sender, receipt.parts.map { "\($0.table) \($0.rows)" }.joined(separator: ", "),
                receipt.standing(language),
            ]
        }
        return TextColumns.text(header, rows)
    }
}
