public import ArgumentParser
import Checking
import Definitions
import Extraction
import Foundation
import Publication
import Register
import Vocabulary

/// `underlag extract files`: takes in files of a case system, or asks the system itself.
public struct ExtractFilesCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "files",
        abstract: "Ta in ett utdrag ur ett verksamhetssystem.",
        discussion: """
            Filerna läses med en mappning (docs/extraction.md). Namn, konton och adresser läses aldrig och personnummer \
            blir pseudonymer, med en nyckel som ligger i en egen fil utanför registret. Utdraget kontrolleras och sparas \
            som en leverans; ändrade poster ersätter dem från tidigare utdrag. Går en fil inte att läsa sparas inget. Med \
            --address hämtas det som har ändrats sedan sist från systemets gränssnitt; avbryts det fortsätter nästa \
            körning där.
            """)

    @Argument(help: ArgumentHelp("Filer ur systemet; vad de är ses på kolumnerna.", valueName: "file"))
    var files: [String] = []
    @Option(help: "Mappningen: treserva, accorda, lifecare-csv, lifecare-api eller vux.") var mapping: String
    @Option(help: "Kommunkod, till exempel 0580.") var municipality: String
    @Option(
        help: ArgumentHelp(
            "Dagen utdraget gjordes, till exempel 2023-09-05; behövs för filer.", valueName: "day"))
    var extracted: Day?
    @Option(help: ArgumentHelp("Pseudonymnyckelns fil; annars bredvid mappen med registret.", valueName: "file"))
    var key: String?
    @OptionGroup(title: "I stället för filer") var interface: InterfaceOptions
    @OptionGroup var who: SenderOptions
    @OptionGroup var register: RegisterOptions
    @OptionGroup var definitions: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let language = register.language
        let municipality = try Municipality.named(self.municipality, language)
        try refuseDaysToCome()
        let library: DefinitionLibrary
        do throws(DefinitionError) {
            library = try definitions.library()
        } catch {
            throw error.told(language)
        }
        do {
            let mapping = try MappingLibrary(library).mapping(self.mapping)
            let place = key.map { URL(filePath: $0) } ?? PseudonymKey.usualFile(data: URL(filePath: register.data))
            let door = Extraction(mapping, key: try PseudonymKey(file: place))
            let collection = try library.collection(mapping.collection)
            let address = try interface.address(files: files, mapping, language)
            guard address != nil || extracted != nil else {
                throw Refusal(
                    64, language, sv: "Ange dagen då utdraget gjordes: --extracted 2023-09-05",
                    en: "Say which day the extract was made: --extracted 2023-09-05"
                ).told()
            }
            if let address {
                try await fetch(door, from: address, place, municipality, collection)
            } else {
                try await read(door, place, municipality, collection)
            }
        } catch let error as ExtractionError {
            throw Refusal(error, language).told()
        }
    }

    private func read(
        _ door: Extraction, _ key: URL, _ municipality: Municipality, _ collection: Definitions.Collection
    ) async throws {
        let language = register.language
        let inputs = try files.map { try InputFile(path: $0, language) }
        let links = LinkTable.usualFile(key: key, municipality: municipality)
        let made = door.map(inputs, today: today, links: try LinkTable(file: links))
        guard made.report.isComplete else { throw ExtractionError.incomplete(made.report) }
        try await register.withRegister(creating: true) { register in
            let receipts = try await delivery(municipality).submit(made, as: collection, to: register)
            try refuseAnotherDay(receipts)
            try made.links.add(to: links)
            try tell(receipts, [made.report])
        }
    }

    private func fetch(
        _ door: Extraction, from address: URL, _ key: URL, _ municipality: Municipality,
        _ collection: Definitions.Collection
    ) async throws {
        let language = register.language
        let state =
            interface.state.map { URL(filePath: $0) }
            ?? FetchState.usualFile(key: key, municipality: municipality, mapping: door.mapping.id)
        let fetch = try interface.fetch(address, language)
        try await register.withRegister(creating: true) { register in
            var receipts: [Receipt] = []
            var reports: [ExtractionReport] = []
            let links = LinkTable.usualFile(key: key, municipality: municipality)
            try await fetch.run(door, state: state, links: links, at: Date()) {
                (extracted, began) throws(ExtractionError) in
                // Made when it was begun, and known from then.
                let delivery = ExtractionDelivery(
                    municipality: municipality, month: SwedishTime(began).day.month, sender: who.sender,
                    receivedAt: Date(), extractedAt: began)
                receipts = try await delivery.submit(extracted, as: collection, to: register)
                reports = [extracted.report]
            }
            try tell(receipts, reports)
        }
    }

    private var today: Day { extracted ?? Day(Date()) }

    private func delivery(_ municipality: Municipality) -> ExtractionDelivery {
        ExtractionDelivery(
            municipality: municipality, extracted: extracted, sender: who.sender, receivedAt: Date())
    }

    private func refuseDaysToCome() throws {
        guard let extracted, extracted > Day(Date()) else { return }
        throw Refusal(
            64, register.language,
            sv: "--extracted \(extracted.iso) har inte varit än. Ange dagen då utdraget gjordes.",
            en: "--extracted \(extracted.iso) is a day to come. Say which day the extract was made."
        ).told()
    }

    /// The same files give their first receipt, with the day that was given then.
    private func refuseAnotherDay(_ receipts: [Receipt]) throws {
        for receipt in receipts {
            let day = Day(receipt.extractedAt ?? receipt.receivedAt)
            guard let extracted, extracted != day else { continue }
            throw Refusal(
                64, register.language,
                sv: "Utdraget finns redan som leverans \(receipt.number), gjort \(day.text(.sv)). Är det dagen som är "
                    + "fel, återkalla leveransen med underlag withdraw \(receipt.number) och ta in utdraget igen.",
                en:
                    "The extract is there already as delivery \(receipt.number), made on \(day.text(.en)). If that day is "
                    + "wrong, withdraw the delivery with underlag withdraw \(receipt.number) and take the extract in again."
            ).told()
        }
    }

    private func tell(_ receipts: [Receipt], _ reports: [ExtractionReport]) throws {
        let language = register.language
        let saved = receipts.map {
            Localized(sv: "Sparat som leverans \($0.number).", en: "Kept as delivery \($0.number).")[language]
        }
        let nothing = Localized(sv: "Det finns inget nytt.", en: "There is nothing new.")[language]
        let lines = reports.map { $0.text(language) } + (receipts.isEmpty ? [nothing] : saved)
        try register.print(receipts.map { ReceiptRecord($0) }, or: lines.joined(separator: "\n"))
    }
}
