public import ArgumentParser
import Definitions
import Foundation
import Indicators
import Publication
import Register
import Vocabulary

/// `underlag indicators`: the key figures of a report, from what was extracted.
public struct IndicatorsCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "indicators",
        abstract: "Räkna nämndrapportens nyckeltal ur utdragen.",
        discussion: """
            Varje nyckeltal räknas med definitionen som gäller i rapporten för månaden, och visas med samma månad året \
            före. Där ett byte av verksamhetssystem gör att det inte går att jämföra står varför. Med --known-at räknas \
            bara det som var känt den dagen.
            """)

    @Option(help: "Kommunkod, till exempel 0580.") var municipality: String
    @Option(help: "Rapportens månad, till exempel 2023-08.") var month: Month
    @Option(help: ArgumentHelp("Räkna det som var känt den dagen.", valueName: "day")) var knownAt: Day?
    @Option(help: "Rapporten vars nyckeltal räknas.") var report = "namndrapport-ekonomiskt-bistand"
    @OptionGroup var register: RegisterOptions
    @OptionGroup var definitions: DefinitionOptions

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Does what the command is for, and ends with a documented status.
    public func run() async throws {
        let language = register.language
        let municipality = try Municipality.named(self.municipality, language)
        let report: IndicatorCollection
        let events: Definitions.Collection
        do throws(DefinitionError) {
            let library = try definitions.library()
            report = try library.indicators(self.report)
            events = try library.collection("ekb-handelser")
        } catch {
            throw error.told(language)
        }
        let monthly = report.indicators.filter { !$0.isBySchool }
        guard !monthly.isEmpty else {
            throw Refusal(
                64, language,
                sv: "Nyckeltalen i \(report.id) räknas per skola. De står i: underlag report namndrapport",
                en: "The figures of \(report.id) are counted by school. They are in: underlag report namndrapport")
        }
        // To the end of the day.
        let time = knownAt.map { Date(timeIntervalSince1970: Double($0.number + 1) * 86_400 - 1) }
        try await register.withRegister(creating: false) { register in
            let history = try await EventHistory.read(of: municipality, from: register, asKnownAt: time)
            guard !history.batches.isEmpty else {
                throw Refusal(
                    66, language, sv: "Det finns inga utdrag för \(municipality.name). Ta in dem med: underlag extract",
                    en: "There are no extracts of \(municipality.name). Take them in with: underlag extract")
            }
            let (known, extracts, months) = (history.known(), Extracts(history), month.yearBefore...month)
            let figures = monthly.compactMap { indicator in
                indicator.version(inReportFor: month).map { version in
                    let first = known.firstMonth(of: version.rule)
                    let delivered = months.months.filter { month in
                        first.map { $0 <= month } == true && extracts.time(of: month, for: version.rule) != nil
                    }
                    return IndicatorFigures(
                        version: version,
                        series: known.series(
                            indicator, of: report, inReportFor: month, months, delivered: Set(delivered)),
                        codes: version.rule.codeList.flatMap { events.codeList($0) })
                }
            }
            try self.register.print(
                figures.flatMap { $0.records(month, language) },
                or: TextColumns.text(
                    language == .sv
                        ? ["Nyckeltal", month.fullName(.sv), month.yearBefore.fullName(.sv), "Förändring"]
                        : ["Figure", month.fullName(.en), month.yearBefore.fullName(.en), "Change"],
                    figures.flatMap { $0.rows(month, language) }))
        }
    }
}
