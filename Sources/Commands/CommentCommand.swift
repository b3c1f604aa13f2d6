public import ArgumentParser
import Definitions
import Publication
import Register
import Vocabulary

/// `underlag comment`: a municipality's comments on the collection.
public struct CommentCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "comment",
        abstract: "Lämna synpunkter på insamlingen.",
        discussion: """
            Fälten står i insamlingens formulär. Exempel: --text insatser="Koderna är tydliga." --respondent namn="Anna Ek". \
            Nya synpunkter ersätter kommunens tidigare.
            """)

    @Argument(help: "Insamlingens namn.") var collection: String
    @Option(help: "Kommunkod, till exempel 0380.") var municipality: String
    @Option(name: .customLong("text"), help: ArgumentHelp("En synpunkt.", valueName: "field=text"))
    var texts: [FieldText]
    @Option(name: .customLong("respondent"), help: ArgumentHelp("Vem som svarar.", valueName: "field=text"))
    var respondent: [FieldText] = []
    @OptionGroup var sender: SenderOptions
    @OptionGroup var definitions: DefinitionOptions
    @OptionGroup var options: RegisterOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let language = options.language
        let collection = try definitions.collection(collection, language)
        let municipality = try Municipality.named(self.municipality, language)
        try await options.withRegister(creating: true) { register in
            guard let form = collection.form else {
                throw Refusal(
                    64, language, sv: "Insamlingen \(collection.id) har inget formulär för synpunkter.",
                    en: "The collection \(collection.id) has no comments form.")
            }
            let comments = Comments(
                collection: collection.id, municipality: municipality, texts: FieldText.byField(texts),
                respondent: FieldText.byField(respondent), sender: sender.sender)
            try await register.comment(comments, form: form)
            try options.print(
                ["texts": comments.texts, "respondent": comments.respondent],
                or: language == .sv
                    ? "Tack! Synpunkterna från \(municipality.label) är sparade."
                    : "Thank you! The comments from \(municipality.label) are saved.")
        }
    }
}

/// A field of the form and its text, written `field=text`.
struct FieldText: ExpressibleByArgument {
    let field: String
    let text: String

    init?(argument: String) {
        guard let sign = argument.firstIndex(of: "="), sign > argument.startIndex else { return nil }
        field = String(argument[..<sign])
        text = String(argument[argument.index(after: sign)...])
    }

    /// The last text given for each field.
    static func byField(_ texts: [FieldText]) -> [String: String] {
        Dictionary(texts.map { ($0.field, $0.text) }, uniquingKeysWith: { $1 })
    }
}
