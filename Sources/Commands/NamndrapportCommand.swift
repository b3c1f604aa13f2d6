public import ArgumentParser
import Definitions
import Documents
import Foundation
import Register
import Reporting
import Vocabulary

/// `underlag report namndrapport`: the monthly report to the committee, in the forms it is used.
public struct NamndrapportCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "namndrapport",
        abstract: "Gör nämndrapporten för en månad ur utdragen.",
        discussion: """
            Varje månad visas som den var när den först hämtades ur verksamhetssystemet. Det som har valts och skrivits i \
            portalens arbetsyta kommer med; annars föreslås texterna. Är rapporten låst gäller uppgifterna från låsningen. \
            Med --municipality all görs rapporten för varje kommun som har utdrag, i en mapp var.
            """)

    @Option(help: "Kommunkod, till exempel 0580, eller all.") var municipality: String
    @Option(help: "Rapportens månad, till exempel 2023-08.") var month: Month
    @Option(help: "Former: html, pdf, xlsx, docx, pptx, med komma emellan.") var format: FormList = .all
    @Option(name: .shortAndLong, help: ArgumentHelp("Mapp att skriva i.", valueName: "folder")) var output: String
    @Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String
    @Option(help: ArgumentHelp("Räkna det som var känt den dagen.", valueName: "day")) var knownAt: Day?
    @Option(help: "Språk: sv eller en.") var language: Language = .sv
    @OptionGroup var definitions: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    static let kind = "namndrapport-ekonomiskt-bistand"

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let library: DefinitionLibrary
        do throws(DefinitionError) {
            library = try definitions.library()
        } catch {
            throw error.told(language)
        }
        do {
            guard FileManager.default.fileExists(atPath: data) else {
                throw Refusal(
                    66, language, sv: "Mappen \(data) finns inte. Kontrollera --data.",
                    en: "There is no folder \(data). Check --data.")
            }
            let database = try await Engine.open(data)
            let run = ReportRun(
                library: library, register: try await Register(database), desk: try await ReportDesk(database),
                press: Press(), warning: DemonstrationMark.warning(in: URL(filePath: data), language),
                language: language)
            // To the end of the day.
            let time = knownAt.map { Date(timeIntervalSince1970: Double($0.number + 1) * 86_400 - 1) }
            if municipality == "all" {
                try await run.all(Self.kind, month, format.forms, knownUntil: time, into: output)
            } else {
                let identity = ReportIdentity(
                    kind: Self.kind, municipality: try .named(municipality, language), month: month)
                let report = try await run.report(identity, knownUntil: time)
                guard report.extracted != nil || !report.diagrams.isEmpty else {
                    throw Refusal(
                        66, language,
                        sv:
                            "Det finns inga utdrag för \(identity.municipality.name) till \(month.fullName(.sv)). Ta in dem "
                            + "med: underlag extract",
                        en:
                            "There are no extracts of \(identity.municipality.name) for \(month.fullName(.en)). Take them "
                            + "in with: underlag extract")
                }
                for check in report.checks where check.weight != .fine { print("! " + check.text) }
                for file in try await run.make(report, format.forms, into: output) { print(file) }
            }
        } catch {
            throw (Refusal(register: error, language) ?? Refusal(report: error, language) ?? error as? Refusal)?.told()
                ?? error
        }
    }
}

/// The forms of a report as written on the command line: `html,pdf`.
struct FormList: ExpressibleByArgument {
    let forms: [DocumentForm]

    static let all = FormList(forms: DocumentForm.allCases)

    init(forms: [DocumentForm]) { self.forms = forms }

    init?(argument: String) {
        let forms = argument.split(separator: ",").map { DocumentForm(rawValue: String($0)) }
        guard !forms.isEmpty, !forms.contains(nil) else { return nil }
        self.forms = forms.compactMap { $0 }
    }

    var defaultValueDescription: String { forms.map(\.rawValue).joined(separator: ",") }
}
