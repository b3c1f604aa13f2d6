public import ArgumentParser
import AccessLog
import Accounts
import Foundation
import Storage
import Vocabulary

/// `underlag backup`: a whole copy of the database while the portal goes on.
public struct BackupCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "backup", abstract: "En hel kopia av registret, tagen medan portalen är igång.",
        discussion: "Nycklarna i mappen keys ingår inte: ta en kopia av dem en gång och förvara den för sig.")

    @Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String
    @Option(
        name: [.short, .long], help: ArgumentHelp("Filen som kopian blir; den får inte finnas.", valueName: "file"))
    var output: String
    @Option(help: "Språk: sv eller en.") var language: Language = .sv

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Copies, and says how large the copy is.
    public func run() async throws {
        do {
            try Refusal.missing(data, language)
            let database = try await Engine.open(data)
            try await database.backUp(to: output)
            try await AccessLog(database).add(
                Event(at: Date(), actor: NSUserName(), organisation: .authority, act: .backedUp, subject: "register"))
            let size = try FileManager.default.attributesOfItem(atPath: output)[.size] as? Int ?? 0
            print(
                Localized(
                    sv: "Kopian är klar: \(output), \(NumberForm(.sv).text(size)) byte.",
                    en: "The copy is ready: \(output), \(NumberForm(.en).text(size)) bytes.")[language])
        } catch {
            throw (Refusal(register: error, language) ?? error as? Refusal)?.told() ?? error
        }
    }
}

/// `underlag restore`: everything as it was in a copy; what was there is copied first.
public struct RestoreCommand: AsyncParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "restore", abstract: "Återställer registret från en kopia, också medan portalen är igång.",
        discussion: """
            Allt i registret ersätts av kopian. Det som fanns sparas först som before-restore-….sqlite i mappen, så att \
            det går att ångra. Alla loggas ut.
            """)

    @Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String
    @Argument(help: ArgumentHelp("Kopian.", valueName: "file")) var copy: String
    @Option(help: "Språk: sv eller en.") var language: Language = .sv

    /// Without arguments; the parser fills them in.
    public init() {}

    /// Restores, and says where the way back is.
    public func run() async throws {
        do {
            try Refusal.missing(copy, language)
            let database = try await Engine.open(data)
            let time = Date()
            let stamp = time.stored.replacing(":", with: "")
            let earlier = URL(filePath: data).appending(path: "before-restore-\(stamp).sqlite").path
            try await database.restore(from: copy, keeping: earlier)
            try await AccessLog(database).add(
                Event(at: time, actor: NSUserName(), organisation: .authority, act: .restored, subject: "register"))
            let keys = try KeyFiles(folder: URL(filePath: data))
            try await Accounts(database, settings: AccountSettings(baseURL: "", sealingKey: keys.sealing))
                .signEverybodyOut(by: .commandLine, at: time)
            print(
                Localized(
                    sv: "Registret är återställt från \(copy). Det som fanns är sparat som \(earlier).",
                    en: "The register is restored from \(copy). What was there is kept as \(earlier).")[language])
        } catch {
            throw (Refusal(register: error, language) ?? error as? Refusal)?.told() ?? error
        }
    }
}

extension Refusal {
    /// Throws when there is nothing at `path`.
    fileprivate static func missing(_ path: String, _ language: Language) throws(Refusal) {
        guard !FileManager.default.fileExists(atPath: path) else { return }
        throw Refusal(
            66, language, sv: "\(path) finns inte. Kontrollera sökvägen.", en: "There is no \(path). Check the path.")
    }
}
