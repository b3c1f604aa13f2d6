public import ArgumentParser
import Register

/// `underlag receipt`: the receipt of a delivery.
public struct ReceiptCommand: AsyncParsableCommand {
    public static let configuration = CommandConfiguration(
        commandName: "receipt", abstract: "Visa kvittot på en leverans.")

    @Argument(help: "Leveransnummer, till exempel 2013-03-0380-2.") var number: DeliveryNumber
    @OptionGroup var options: RegisterOptions

    public init() {}

    public func run() async throws {
        try await options.withRegister(creating: false) { register in
            let receipt = try await register.receipt(number)
            try options.print(ReceiptRecord(receipt), or: receipt.text(options.language))
        }
    }
}
