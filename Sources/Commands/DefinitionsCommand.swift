public import ArgumentParser
import Definitions
import Vocabulary

/// `underlag definitions`: the collections as data.
public struct DefinitionsCommand: ParsableCommand {
    /// How the command is called, and what its help says.
    public static let configuration = CommandConfiguration(
        commandName: "definitions",
        abstract: "Visa, granska och exportera insamlingarnas beskrivningar.",
        subcommands: [List.self, Show.self, Lint.self, Export.self])

    /// Without arguments; the parser fills them in.
    public init() {}

    struct List: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Lista insamlingarna.")
        @OptionGroup var options: DefinitionOptions
        @Option(help: "Språk: sv eller en.") var language: Language = .sv

        func run() throws {
            do throws(DefinitionError) {
                let library = try options.library()
                for id in library.collections {
                    let collection = try library.collection(id)
                    let months = collection.calendar.periods.map { $0.month.iso }.joined(separator: " ")
                    print("\(id)\t\(collection.title[language])\t\(months)")
                }
            } catch {
                throw error.told(language)
            }
        }
    }

    struct Show: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Visa en insamling.")
        @Argument(help: "Insamlingens namn.") var collection: String
        @OptionGroup var options: DefinitionOptions
        @Option(help: "Språk: sv eller en.") var language: Language = .sv

        func run() throws {
            do throws(DefinitionError) {
                print(
                    CollectionSummary(of: try options.library().collection(collection), language).text, terminator: "")
            } catch {
                throw error.told(language)
            }
        }
    }

    struct Lint: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Granska insamlingarnas filer: plats, fel och åtgärd.",
            discussion: "Slutar med 0 när inget är fel och 2 när något är det.")
        @Argument(help: "Mapp med en mapp per insamling; utan den granskas de inbyggda.") var folder: String?
        @Option(help: "Språk: sv eller en.") var language: Language = .sv

        func run() throws {
            let problems: [DefinitionProblem]
            do throws(DefinitionError) {
                let library: DefinitionLibrary =
                    if let folder { try DefinitionLibrary(folder: folder) } else { try .embedded() }
                problems = library.lint()
            } catch {
                throw error.told(language)
            }
            for problem in problems { print(problem.line(language)) }
            if !problems.isEmpty { throw ExitCode(2) }
        }
    }

    struct Export: ParsableCommand {
        enum Format: String, ExpressibleByArgument, CaseIterable {
            case markdown
            case tableSchema = "table-schema"
            case rules
        }

        static let configuration = CommandConfiguration(
            abstract: "Exportera en filbeskrivning, ett Table Schema eller alla regler.",
            discussion: """
                markdown: filbeskrivningen, att skicka till en kommun. table-schema: ett Table Schema för en tabell
                (--table), annars ett Data Package med alla. rules: alla regler med text och åtgärd.
                """)
        @Argument(help: "Insamlingens namn; behövs inte för rules.") var collection: String?
        @OptionGroup var options: DefinitionOptions
        @Option(help: "markdown, table-schema eller rules.") var format: Format = .markdown
        @Option(help: "Tabellens namn, för table-schema.") var table: String?
        @Option(help: "Språk: sv eller en.") var language: Language = .sv
        @Option(name: .shortAndLong, help: "Fil att skriva till i stället för till skärmen.") var output: String?

        func run() throws {
            let text: String
            do throws(DefinitionError) {
                text = try export(options.library())
            } catch {
                throw error.told(language)
            }
            let file = try OutputFile(output, language)
            file.write(text)
            try file.finish()
        }

        func validate() throws {
            if format != .rules, collection == nil { throw ValidationError("Ange en insamling.") }
        }

        private func export(_ library: DefinitionLibrary) throws(DefinitionError) -> String {
            switch format {
            case .rules: return try RuleDocumentation.markdown(library, language)
            case .markdown: return FileDescription(of: try library.collection(collection ?? ""), language).markdown
            case .tableSchema:
                let collection = try library.collection(collection ?? "")
                let schema = TableSchema(of: collection, language)
                guard let table else { return schema.dataPackage }
                return schema.json(try collection.knownTable(table))
            }
        }
    }
}
