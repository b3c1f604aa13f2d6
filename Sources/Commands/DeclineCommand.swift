public import ArgumentParser
import Definitions
import Publication
import Register
import Vocabulary

/// `underlag decline`: a municipality does not take part.
public struct DeclineCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "decline", abstract: "Tala om att kommunen inte deltar i insamlingen.")

    @Argument(help: "Insamlingens namn.") var collection: String
    @Option(help: "Kommunkod, till exempel 0380.") var municipality: String
    @Option(help: "Varför kommunen inte deltar.") var reason: String
    @OptionGroup var sender: SenderOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let collection = try definitions.collection(collection, options.language)
        let municipality = try Municipality.named(self.municipality, options.language)
        try await options.withRegister(creating: true) { register in
            try await register.decline(
                Decline(
                    collection: collection.id, municipality: municipality, reason: reason, sender: sender.sender))
            try options.print(
                ["collection": collection.id, "municipality": municipality.code, "reason": reason],
                or: options.language == .sv
                    ? "Tack för beskedet! Vi har antecknat att \(municipality.label) inte deltar."
                    : "Thank you for telling us! It is noted that \(municipality.label) does not take part.")
        }
    }
}
