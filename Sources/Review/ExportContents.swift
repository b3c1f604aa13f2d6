import Definitions
import Register
import Vocabulary

/// All that a package is made from, but for the rows and the files.
struct ExportContents: Sendable {
    let collection: Definitions.Collection
    let month: Month
    let scope: ExportPackage.Scope
    /// The package before, if there is one.
    let previous: ExportPackage?
    /// Everything delivered about the month, in the package or not.
    let receipts: [Receipt]
    /// The deliveries whose rows and files are in the package.
    let included: Set<DeliveryNumber>
    let states: [DeliveryNumber: ReviewState]
    let recodings: [Recoding]

    /// The package's number.
    var sequence: Int { (previous?.sequence ?? 0) + 1 }
    /// The receipts of what is in the package.
    var taken: [Receipt] { receipts.filter { included.contains($0.number) } }
    /// The parts of the package that count, with how many rows each must have.
    var parts: [ExportPart: Int] {
        var parts: [ExportPart: Int] = [:]
        for receipt in taken where receipt.kind == .data {
            for part in receipt.parts where part.isCurrent {
                parts[ExportPart(number: receipt.number, table: part.table)] = part.rows
            }
        }
        return parts
    }
}

/// One table of one delivery.
struct ExportPart: Hashable {
    let number: DeliveryNumber
    let table: String
}
