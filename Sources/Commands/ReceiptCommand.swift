public import ArgumentParser
import Definitions
import Publication
import Register

/// `underlag receipt`: the receipt of a delivery.
public struct ReceiptCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Visa kvittot på en leverans.")

    @Argument(help: "Leveransnummer, till exempel 2013-03-0380-2.") var number: DeliveryNumber
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withRegister(creating: false) { register in
            let receipt = try await register.receipt(number)
            try options.print(
                ReceiptRecord(receipt),
                or: receipt.text(
                    options.language, of: try? DefinitionLibrary.embedded().collection(receipt.collection)))
        }
    }
}
