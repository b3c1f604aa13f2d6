public import ArgumentParser
import Checking
import Definitions
import Extraction
import Foundation
import Indicators
import Register
import Tabular
import Vocabulary

/// `underlag extract test-collection`: the files of the test collection out of what was extracted.
public struct ExtractTestCollectionCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "test-collection",
        abstract: "Gör testinsamlingens filer för en månad av utdragen.",
        discussion: """
            Arbetsmarknadsenhetens insatser läggs ihop med biståndet på person och månad. Filerna insatser.csv och \
            avslutsorsaker.csv kan lämnas in som de är för de månader som testinsamlingen gäller. Ett hushåll har samma \
            löpnummer varje månad. Kommandot säger hur många insatser som inte stämde, och varför; med enhetens egna \
            filer i --enrolments skriver det också vilka rader det är.
            """)

    @Option(help: "Kommunkod, till exempel 0580.") var municipality: String
    @Option(help: "Mätmånad, till exempel 2023-08.") var month: Month
    @Option(name: .shortAndLong, help: ArgumentHelp("Mappen att skriva i.", valueName: "folder")) var output: String
    @Option(help: "Vad insatser med kod 8 är, med kommunens ord.") var other = "Övrig arbetsfrämjande insats"
    @Option(
        name: .customLong("enrolments"), parsing: .upToNextOption,
        help: ArgumentHelp("Enhetens egna filer, för att se vilka rader som inte stämde.", valueName: "file"))
    var files: [String] = []
    @Option(help: "Mappningen för enhetens filer.") var mapping = "accorda"
    @Option(help: ArgumentHelp("Pseudonymnyckelns fil; annars bredvid mappen med registret.", valueName: "file"))
    var key: String?
    @OptionGroup var register: RegisterOptions
    @OptionGroup var definitions: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let language = register.language
        let municipality = try Municipality.named(self.municipality, language)
        guard !IdentityNumber.looksLikeOne(in: other) else {
            throw Refusal(
                64, language, sv: "Det ser ut som ett personnummer i --other. Skriv utan personuppgifter.",
                en: "There seems to be an identity number in --other. Write without personal data."
            ).told()
        }
        try await register.withRegister(creating: false) { register in
            let history = try await EventHistory.read(of: municipality, from: register)
            guard let extracted = Extracts(history).time(of: month, for: .sumPaid(month: .purpose)) else {
                throw Refusal(
                    66, language,
                    sv: "Det finns inget utdrag av utbetalningar för \(municipality.name) som är gjort efter "
                        + "\(month.fullName(.sv)). Ta in ett med: underlag extract",
                    en: "There is no extract of payments of \(municipality.name) made after \(month.fullName(.en)). "
                        + "Take one in with: underlag extract")
            }
            let events = TestCollectionEvents(history, extracted: SwedishTime(extracted).day)
            let match = events.match(month)
            let closures = events.closures.filter { $0.month == month }
            let closed = Set(closures.map(\.household))
            do {
                let numbers = try RunningNumbers(
                    of: closed.union(match.households.map(\.household)),
                    keptIn: RunningNumbers.usualFile(key: keyFile, municipality: municipality))
                try write(
                    TestCollectionFile.measures(match, municipality: municipality, numbers: numbers, other: other),
                    "insatser.csv")
                try write(
                    TestCollectionFile.closures(closures, month: month, municipality: municipality, numbers: numbers),
                    "avslutsorsaker.csv")
                let rows = try leftRows(match, municipality)
                try write(rows.flatMap { Self.file($0, language) }, "stammer-inte.csv")
                let answer = TestCollectionAnswer(
                    match: match, closed: closed.count, rows: rows, months: try monthsTaken())
                try self.register.print(answer.record, or: answer.text(language))
            } catch let error as ExtractionError {
                throw Refusal(error, language)
            }
        }
    }

    private var keyFile: URL {
        key.map { URL(filePath: $0) } ?? PseudonymKey.usualFile(data: URL(filePath: register.data))
    }

    /// The rows of the unit's own files that are not in the file; `nil` when the files were not given.
    private func leftRows(_ match: LabourMatch, _ municipality: Municipality) throws -> [LabourRow]? {
        guard !files.isEmpty else { return nil }
        let mapping = try MappingLibrary(definitions.library()).mapping(mapping)
        let door = Extraction(mapping, key: try PseudonymKey(file: keyFile))
        let links = try LinkTable(file: LinkTable.usualFile(key: keyFile, municipality: municipality))
        let read = door.map(
            try files.map { try InputFile(path: $0, register.language) }, today: Day(Date()), links: links)
        guard read.report.isComplete else { throw ExtractionError.incomplete(read.report) }
        return match.leftRows(in: read)
    }

    /// The months that the collection takes files for.
    private func monthsTaken() throws -> [Month] {
        try definitions.collection("testinsamling-2013", register.language).calendar.periods.map(\.month)
    }

    private static func file(_ rows: [LabourRow], _ language: Language) -> [UInt8]? {
        guard !rows.isEmpty else { return nil }
        var file = CSVWriter()
        file.row(language == .sv ? ["fil", "rad", "skäl"] : ["file", "row", "reason"])
        for row in rows {
            file.text(row.file)
            file.number(row.row)
            file.text(row.reason.text[language])
            file.endRow()
        }
        return file.bytes
    }

    /// Writes a file; when there is nothing to write, what an earlier run wrote is no longer so.
    private func write(_ bytes: [UInt8]?, _ name: String) throws {
        let place = URL(filePath: output).appending(path: name).path
        guard let bytes else {
            try? FileManager.default.removeItem(atPath: place)
            return
        }
        try OutputFile.makeFolder(output, register.language)
        let file = try OutputFile(place, register.language)
        file.write(bytes)
        try file.finish()
    }
}
