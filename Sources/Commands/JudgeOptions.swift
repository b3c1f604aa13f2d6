public import ArgumentParser
import Checking
import Definitions
import Foundation
import Tabular
import Vocabulary

/// The files to judge and what they are to be judged as, for `check` and `submit`.
public struct JudgeOptions: ParsableArguments {
    @Argument(help: ArgumentHelp("Filer i xlsx, csv eller txt. Flera filer är en leverans.", valueName: "file"))
    var files: [String]

    @Option(help: "Insamlingen filerna hör till; annars ses den på kolumnerna.")
    var collection: String?

    @Option(help: "Tabellen filerna ska innehålla; annars ses den på kolumnerna.")
    var table: String?

    @Option(help: "Kommunkod, till exempel 0180; annars tas den ur filen.")
    var municipality: String?

    @Option(help: "Månad, till exempel 2013-03; annars tas den ur filen.")
    var month: String?

    @Flag(help: "Filerna får innehålla flera kommuner och månader, som bedöms var för sig.")
    var allMunicipalities = false

    @OptionGroup var definitionOptions: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// The files in memory and what to judge them as.
    func request(_ language: Language) throws -> (files: [InputFile], request: CheckRequest) {
        let request = try judging(language)
        return (try inputs(request.limits, language), request)
    }

    private func judging(_ language: Language) throws -> CheckRequest {
        let library: DefinitionLibrary
        let known: [Definitions.Collection]
        do {
            library = try definitionOptions.library()
            known = try collection.map { [try library.collection($0)] } ?? library.surveys()
            if let table, !known.contains(where: { $0.table(table) != nil }) {
                throw DefinitionError.unknownTable(id: table, known: known.flatMap(\.tables).map(\.id))
            }
        } catch let error as DefinitionError {
            throw error.told(language)
        }
        var request = CheckRequest(collections: known)
        request.table = table
        request.allMunicipalities = allMunicipalities
        request.language = language
        if allMunicipalities { request.limits = .national }
        request.municipality = try municipality.map { try Municipality.named($0, language) }
        if let month {
            guard let found = Month(iso: month),
                known.contains(where: { $0.kind == .extraction || $0.calendar.period(found) != nil })
            else {
                let months = known.flatMap(\.calendar.periods).prefix(12).map(\.month.iso).joined(separator: ", ")
                throw Refusal(
                    64, language, sv: "Månaden \(month) ingår inte i insamlingen. Ange en av: \(months).",
                    en: "The month \(month) is not in the collection. Give one of: \(months).")
            }
            request.month = found
        }
        return request
    }

    private func inputs(_ limits: ReadingLimits, _ language: Language) throws -> [InputFile] {
        guard !files.isEmpty else { throw Refusal(64, language, sv: "Välj en fil först.", en: "Choose a file first.") }
        return try files.map { try InputFile(path: $0, language) }
    }
}

extension InputFile {
    /// The file at `path`, or the word to the user why it cannot be read.
    init(path: String, _ language: Language) throws(Refusal) {
        do throws(FileBytes.Failure) {
            // The limit is the check's to explain; here only what no file may be.
            let bytes = try FileBytes(path: path, limit: ReadingLimits.national.fileBytes)
            self.init(name: URL(filePath: path).lastPathComponent, bytes: bytes)
        } catch {
            throw Refusal(error, path: path, language)
        }
    }
}

/// Why a command does not run: what to tell the user, and the status to end with.
struct Refusal: Error {
    let status: Int32
    let text: String

    init(_ status: Int32, _ language: Language, sv: String, en: String) {
        self.status = status
        text = language == .sv ? sv : en
    }

    init(_ failure: FileBytes.Failure, path: String, _ language: Language) {
        switch failure {
        case .notFound:
            self.init(66, language, sv: "Filen \(path) finns inte.", en: "There is no file \(path).")
        case .isFolder:
            self.init(66, language, sv: "\(path) är en mapp, inte en fil.", en: "\(path) is a folder, not a file.")
        case .notPermitted:
            self.init(66, language, sv: "Filen \(path) får inte läsas.", en: "The file \(path) may not be read.")
        case .tooLarge(let bytes, let limit):
            self.init(
                65, language, sv: "Filen \(path) är \(bytes >> 20) MB. Den får vara högst \(limit >> 20) MB.",
                en: "The file \(path) is \(bytes >> 20) MB. It may be at most \(limit >> 20) MB.")
        case .failed(let code):
            self.init(
                65, language, sv: "Filen \(path) gick inte att läsa (\(code)).",
                en: "The file \(path) could not be read (\(code)).")
        }
    }

    /// Tells the user on standard error and gives what to end with.
    func told() -> ExitCode {
        FileHandle.standardError.write(Data((text + "\n").utf8))
        return ExitCode(status)
    }
}
