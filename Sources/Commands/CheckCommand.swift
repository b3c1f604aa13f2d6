public import ArgumentParser
import Checking
import Definitions
import Publication
import Tabular
import Vocabulary

/// `underlag check`: judges files without keeping anything.
public struct CheckCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "check",
        abstract: "Kontrollera filer innan de lämnas in. Inget sparas.",
        discussion: """
            Slutar med 0 om allt är godkänt, 1 om det är godkänt med varningar, 2 om något inte är godkänt, \
            64 vid fel i anropet, 65 om en fil inte går att läsa, 66 om en fil inte finns och 70 vid fel hos oss.
            """)

    enum Format: String, ExpressibleByArgument, CaseIterable { case text, json, csv, xlsx }

    @OptionGroup var judging: JudgeOptions

    @Option(
        help: """
            Svarets form: text, json, csv eller xlsx (din egen fil med felen markerade; flera filer skrivs i en mapp, \
            som anges med -o).
            """)
    var format = Format.text

    @Option(
        name: [.short, .long],
        help: ArgumentHelp(
            "Skriv svaret i den här filen i stället för på skärmen; för flera filer som xlsx: i den här mappen.",
            valueName: "path"))
    var output: String?

    @Option(help: "Språk: sv eller en.")
    var language = Language.sv

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let (files, request) = try judging.request(language)
        if let output {
            for path in Set(
                files.map { format == .xlsx ? MarkedFiles.path(output, for: $0.name, of: files.count) : output })
            {
                try OutputFile.refuse(path, overwriting: judging.files, language)
            }
        }
        let checked = await Check.files(files, as: request)
        try write(checked, request)
        let status = checked.exitStatus
        if status != 0 { throw ExitCode(status) }
    }

    private func write(_ checked: [CheckedFile], _ request: CheckRequest) throws {
        let verdicts = checked.flatMap(\.verdicts)
        switch format {
        case .text:
            let out = try OutputFile(output, language)
            out.write(VerdictText(language, collections: request.collections).text(verdicts))
            try out.finish()
        case .json:
            let out = try OutputFile(output, language)
            VerdictJSON { out.write($0) }.write(verdicts)
            try out.finish()
        case .csv:
            let out = try OutputFile(output, language)
            VerdictCSV { out.write($0) }.write(verdicts)
            try out.finish()
        case .xlsx: try MarkedFiles(output: output, language: language).write(checked, request)
        }
    }
}

extension [CheckedFile] {
    /// 0 approved, 1 approved with warnings, 2 not approved, 65 unreadable.
    var exitStatus: Int32 {
        if contains(where: { $0.problem != nil }) { return 65 }
        let outcomes = Set(flatMap(\.verdicts).map(\.outcome))
        return outcomes.contains(.notApproved) ? 2 : outcomes.contains(.approvedWithWarnings) ? 1 : 0
    }
}
