public import ArgumentParser
public import Definitions
import Foundation
import Vocabulary

/// Where the definitions come from, for the commands that need them.
public struct DefinitionOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Mapp med insamlingar i stället för de inbyggda.", valueName: "folder"))
    var definitions: String?

    /// Without arguments; the parser fills them in.
    public init() {}

    /// The definitions asked for.
    public func library() throws(DefinitionError) -> DefinitionLibrary {
        if let definitions { try DefinitionLibrary(folder: definitions) } else { try .embedded() }
    }
}

extension DefinitionError {
    /// What to tell the user, with what to do about it.
    func message(_ language: Language) -> String {
        switch self {
        case .unknownCollection(let id, let known):
            language == .sv
                ? "Insamlingen \(id) finns inte. Välj en av: \(known.joined(separator: ", "))."
                : "There is no collection \(id). Choose one of: \(known.joined(separator: ", "))."
        case .unknownTable(let id, let known):
            language == .sv
                ? "Tabellen \(id) finns inte i insamlingen. Välj en av: \(known.joined(separator: ", "))."
                : "The collection has no table \(id). Choose one of: \(known.joined(separator: ", "))."
        case .unreadable(let file):
            language == .sv ? "\(file) går inte att läsa." : "\(file) cannot be read."
        case .faulty(let problems):
            problems.map { $0.line(language) }.joined(separator: "\n")
        }
    }

    /// 64 for a name that does not exist, 66 for a missing folder, 65 for definitions that cannot be meant.
    var exitCode: ExitCode {
        switch self {
        case .unknownCollection, .unknownTable: ExitCode(64)
        case .unreadable: ExitCode(66)
        case .faulty: ExitCode(65)
        }
    }

    /// Tells the user on standard error and gives what to end with.
    func told(_ language: Language) -> ExitCode {
        FileHandle.standardError.write(Data((message(language) + "\n").utf8))
        return exitCode
    }
}

extension DefinitionProblem {
    /// The problem in one line: file, line, what, remedy.
    func line(_ language: Language) -> String {
        "\(file):\(line): \(message(language)) \(remedy(language))"
    }
}
