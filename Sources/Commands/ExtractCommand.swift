public import ArgumentParser
import Checking
import Definitions
import Extraction
import Foundation
import Publication
import Register
import Vocabulary

/// `underlag extract`: takes in files of a case system.
public struct ExtractCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "extract",
        abstract: "Ta in ett utdrag ur ett verksamhetssystem.",
        discussion: """
            Filerna läses med en mappning (docs/extraction.md). Namn, konton och adresser läses aldrig och personnummer \
            blir pseudonymer, med en nyckel som ligger i en egen fil utanför registret. Utdraget kontrolleras och sparas \
            som en leverans; ändrade poster ersätter dem från tidigare utdrag. Går en fil inte att läsa sparas inget.
            """)

    @Argument(help: ArgumentHelp("Filer ur systemet; vad de är ses på kolumnerna.", valueName: "file"))
    var files: [String]
    @Option(help: "Mappningen: treserva, accorda, lifecare-csv, lifecare-api eller vux.") var mapping: String
    @Option(help: "Kommunkod, till exempel 0580.") var municipality: String
    @Option(help: ArgumentHelp("Dagen utdraget gjordes, till exempel 2023-09-05.", valueName: "day")) var extracted: Day
    @Option(help: ArgumentHelp("Pseudonymnyckelns fil; annars bredvid mappen med registret.", valueName: "file"))
    var key: String?
    @OptionGroup var who: SenderOptions
    @OptionGroup var register: RegisterOptions
    @OptionGroup var definitions: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let language = register.language
        let municipality = try Municipality.named(self.municipality, language)
        let inputs = try files.map { try InputFile(path: $0, language) }
        let library: DefinitionLibrary
        do throws(DefinitionError) {
            library = try definitions.library()
        } catch {
            throw error.told(language)
        }
        do {
            let mapping = try MappingLibrary(library).mapping(self.mapping)
            let place = key.map { URL(filePath: $0) } ?? PseudonymKey.usualFile(data: URL(filePath: register.data))
            let made = Extraction(mapping, key: try PseudonymKey(file: place)).map(inputs, today: extracted)
            let collection = try library.collection(made.collection)
            guard made.report.isComplete else { throw ExtractionError.incomplete(made.report) }
            try await register.withRegister(creating: true) { register in
                let delivery = ExtractionDelivery(
                    municipality: municipality, month: extracted.month, sender: who.sender, receivedAt: Date(),
                    extractedAt: extractedAt)
                let receipts = try await delivery.submit(made, as: collection, to: register)
                try self.register.print(
                    receipts.map { ReceiptRecord($0) },
                    or: ([made.report.text(language)] + receipts.map { saved($0, language) }).joined(separator: "\n"))
            }
        } catch let error as ExtractionError {
            throw Refusal(error, language).told()
        }
    }

    private func saved(_ receipt: Receipt, _ language: Language) -> String {
        Localized(sv: "Sparat som leverans \(receipt.number).", en: "Kept as delivery \(receipt.number).")[language]
    }

    /// The extract is known from the day it was made, at noon, so that the order of extracts is that of their days.
    private var extractedAt: Date {
        Date(timeIntervalSince1970: Double(extracted.number) * 86_400 + 43_200)
    }
}

extension Refusal {
    fileprivate init(_ error: ExtractionError, _ language: Language) {
        switch error {
        case .unknownMapping(let id, let known):
            let names = known.joined(separator: ", ")
            self.init(
                64, language, sv: "Mappningen \(id) finns inte. Välj en av: \(names).",
                en: "There is no mapping \(id). Choose one of: \(names).")
        case .faultyMapping(let problems):
            let lines = problems.map { $0.line(language) }.joined(separator: "\n")
            self.init(65, language, sv: lines, en: lines)
        case .keyNotWritten:
            self.init(
                73, language, sv: "Pseudonymnyckeln gick inte att spara. Ange en annan plats med --key.",
                en: "The key of pseudonyms could not be saved. Give another place with --key.")
        case .keyUnusable:
            self.init(
                77, language,
                sv: "Filen med pseudonymnyckeln går inte att använda. Den ska ha 64 siffror och bokstäver a–f och bara "
                    + "kunna läsas av sin ägare (chmod 600).",
                en: "The file with the key of pseudonyms cannot be used. It should have 64 hexadecimal digits and be "
                    + "readable by its owner only (chmod 600).")
        case .incomplete(let report):
            let text = report.text(language)
            self.init(2, language, sv: text, en: text)
        case .notApproved(let verdicts):
            let text = VerdictText(language, collections: []).text(verdicts)
            self.init(2, language, sv: text, en: text)
        case .transfer, .refused, .stateUnusable, .cancelled:
            self.init(
                70, language, sv: "Systemet svarade inte som det ska. Försök igen.",
                en: "The system did not answer as it should. Try again.")
        case .register(let error):
            if let refusal = Refusal(register: error, language) {
                self = refusal
            } else {
                self.init(70, language, sv: "Utdraget är inte sparat.", en: "The extract has not been kept.")
            }
        }
    }
}
