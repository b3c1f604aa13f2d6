public import ArgumentParser
import Publication
import Register
import Vocabulary

/// `underlag withdraw`: takes a delivery back.
public struct WithdrawCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "withdraw",
        abstract: "Återkalla en leverans.",
        discussion: "Leveransen finns kvar men räknas inte. Den leverans som den ersatte gäller igen.")

    @Argument(help: "Leveransnummer, till exempel 2013-03-0380-2.") var number: DeliveryNumber
    @Option(help: "Varför den återkallas.") var reason: String
    @OptionGroup var sender: SenderOptions
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        try await options.withRegister(creating: false) { register in
            let receipt = try await register.withdraw(number, reason: reason, sender: sender.sender)
            try options.print(
                ReceiptRecord(receipt),
                or: options.language == .sv
                    ? "Leveransen \(number) är återkallad." : "The delivery \(number) has been withdrawn.")
        }
    }
}
