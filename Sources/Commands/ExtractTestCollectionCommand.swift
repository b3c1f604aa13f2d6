public import ArgumentParser
import Definitions
import Extraction
import Foundation
import Indicators
import Register
import Vocabulary

/// `underlag extract test-collection`: the files of the test collection out of what was extracted.
public struct ExtractTestCollectionCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "test-collection",
        abstract: "Gör testinsamlingens filer för en månad av utdragen.",
        discussion: """
            Arbetsmarknadsenhetens insatser läggs ihop med biståndet på person och månad. Filerna insatser.csv och \
            avslutsorsaker.csv kan lämnas in som de är. Kommandot säger hur många insatser som inte stämde, och varför.
            """)

    @Option(help: "Kommunkod, till exempel 0580.") var municipality: String
    @Option(help: "Mätmånad, till exempel 2023-08.") var month: Month
    @Option(name: .shortAndLong, help: ArgumentHelp("Mappen att skriva i.", valueName: "folder")) var output: String
    @Option(help: "Vad insatser med kod 8 är, med kommunens ord.") var other = "Övrig arbetsfrämjande insats"
    @OptionGroup var register: RegisterOptions

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
            let closures = events.closures
            try write(TestCollectionFile.measures(match, municipality: municipality, other: other), "insatser.csv")
            try write(
                TestCollectionFile.closures(closures, month: month, municipality: municipality), "avslutsorsaker.csv")
            let closed = Set(closures.filter { $0.month == month }.map(\.household)).count
            try self.register.print(MatchRecord(match, closed: closed), or: match.text(closed: closed, language))
        }
    }

    private func write(_ bytes: [UInt8], _ name: String) throws {
        try? FileManager.default.createDirectory(atPath: output, withIntermediateDirectories: true)
        let file = try OutputFile(URL(filePath: output).appending(path: name).path, register.language)
        file.write(bytes)
        try file.finish()
    }
}
