public import ArgumentParser
import Definitions
import Foundation
public import Register
import Storage
import Vocabulary

/// Where the register is and how the answer is written, for the commands that use it.
public struct RegisterOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Mappen med registret.", valueName: "folder")) var data: String
    @Option(help: "Form: text eller json.") var format: AnswerFormat = .text
    @Option(help: "Språk: sv eller en.") var language: Language = .sv

    /// Without arguments nothing is chosen; the parser fills them in.
    public init() {}

    /// Lends the register to `body`, and tells the user why it did not go well.
    ///
    /// A folder that is missing is made only for those who deliver something (`creating`).
    func withRegister(creating: Bool, _ body: (Register) async throws -> Void) async throws {
        try await withDatabase(creating: creating) { try await body(Register($0)) }
    }

    /// Lends the database of the folder in the same way.
    func withDatabase(creating: Bool, _ body: (any Database) async throws -> Void) async throws {
        do {
            guard creating || FileManager.default.fileExists(atPath: data) else {
                throw Refusal(
                    66, language, sv: "Mappen \(data) finns inte. Kontrollera --data.",
                    en: "There is no folder \(data). Check --data.")
            }
            try await body(Engine.open(data))
        } catch {
            throw (Refusal(register: error, language) ?? Refusal(accounts: error, language) ?? error as? Refusal)?
                .told() ?? error
        }
    }

    /// Prints `text`, or `record` as JSON.
    func print(_ record: some Encodable, or text: @autoclosure () -> String) throws {
        switch format {
        case .text: Swift.print(text())
        case .json:
            let encoder = JSONEncoder()
            encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
            Swift.print(String(decoding: try encoder.encode(record), as: UTF8.self))
        }
    }
}

/// How the commands about the register answer.
enum AnswerFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// Who delivers, for the commands that put something in the register.
public struct SenderOptions: ParsableArguments {
    @Option(help: ArgumentHelp("Vem som lämnar; annars användaren på datorn.", valueName: "name"))
    var sender: String = NSUserName()

    /// Without arguments it is the computer's user.
    public init() {}
}

extension DeliveryNumber: ExpressibleByArgument {
    /// Reads `2013-03-0380-2`.
    public init?(argument: String) { self.init(argument) }
}

extension DefinitionOptions {
    /// The collection called `id`, or the word to the user that there is none.
    func collection(_ id: String, _ language: Language) throws -> Collection {
        do throws(DefinitionError) {
            return try library().collection(id)
        } catch {
            throw error.told(language)
        }
    }
}
