import Definitions
import Documents
import Foundation
import Register
import Reporting
import Vocabulary

/// Makes reports and writes their forms in a folder.
struct ReportRun: Sendable {
    let library: DefinitionLibrary
    let register: Register
    let desk: ReportDesk
    let press: Press
    /// What must be said with made-up figures.
    let warning: String?
    let language: Language

    /// The report as its makers have chosen and written it; with the figures known at `knownUntil`, or else when it was
    /// locked, or else now.
    func report(_ identity: ReportIdentity, knownUntil: Date? = nil) async throws -> Report {
        let work = try await desk.work(identity)
        let figures = try await ReportFigures.read(
            identity, library: library, register: register, knownUntil: knownUntil,
            lockedAt: knownUntil == nil ? work?.knownUntil : nil)
        return Report(figures, of: work, warning: warning, language: language)
    }

    /// Makes forms of a report, all at once, and gives the paths of the files.
    func make(_ report: Report, _ forms: [DocumentForm], into folder: String) async throws -> [String] {
        try OutputFile.makeFolder(folder, language)
        return try await withThrowingTaskGroup(of: String.self) { group in
            for form in forms {
                group.addTask {
                    let bytes = try await press.make(form, of: report)
                    let path = URL(filePath: folder).appending(path: form.fileName(of: report)).path
                    let file = try OutputFile(path, language)
                    file.write(bytes)
                    try file.finish()
                    return path
                }
            }
            return try await group.reduce(into: []) { $0.append($1) }.sorted()
        }
    }

    /// Makes the report of every municipality that has extracts, each in a folder of its own, and prints how many there
    /// were. Somewhat more are made at a time than there are processors, so that no printer waits for a page.
    func all(
        _ kind: String, _ month: Month, _ forms: [DocumentForm], knownUntil: Date?, into folder: String
    ) async throws {
        var waiting = try await register.municipalities(withDeliveriesTo: "ekb-handelser")[...]
        let count = waiting.count
        try await withThrowingTaskGroup(of: Void.self) { group in
            var running = 0
            while let municipality = waiting.popFirst() {
                if running >= ProcessInfo.processInfo.activeProcessorCount + 2 {
                    try await group.next()
                    running -= 1
                }
                let identity = ReportIdentity(kind: kind, municipality: municipality, month: month)
                group.addTask {
                    let report = try await report(identity, knownUntil: knownUntil)
                    _ = try await make(report, forms, into: folder + "/" + municipality.code)
                }
                running += 1
            }
            try await group.waitForAll()
        }
        print(
            Localized(
                sv: "\(count) rapporter för \(month.fullName(.sv)) i \(folder).",
                en: "\(count) reports for \(month.fullName(.en)) in \(folder).")[language])
    }
}
