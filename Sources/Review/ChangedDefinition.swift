public import Definitions

/// A definition that somebody wants to change to (*ändrad definition*), read and linted before it is tried.
public struct ChangedDefinition: Sendable {
    /// Everything in it that cannot be meant, that of the given files first; empty when it can be tried.
    public let problems: [DefinitionProblem]
    /// The names of the files that were given.
    public let given: [String]
    /// The names of given files that the definition does not use: a table's file is called as the table.
    public let unused: [String]
    /// The collection it describes; `nil` when there are problems or unused files.
    public let collection: Collection?

    /// The definition of the collection called `id` in a folder laid out as `Definitions/`.
    public init(folder: String, collection id: String) throws(DefinitionError) {
        try self.init(DefinitionLibrary(folder: folder), given: [], id)
    }

    /// `library`'s definition of the collection called `id` with other texts for some of its files, by name:
    /// "collection.yaml", "insatser.yaml".
    public init(
        files: [String: String], over library: DefinitionLibrary, collection id: String
    ) throws(DefinitionError) {
        let texts = Dictionary(files.map { ("\(id)/\($0.key)", $0.value) }) { $1 }
        try self.init(DefinitionLibrary(texts, over: library), given: files.keys.sorted(), id)
    }

    private init(_ library: DefinitionLibrary, given: [String], _ id: String) throws(DefinitionError) {
        self.given = given
        // What was changed is where to begin: elsewhere it is only noticed that something does not fit it.
        let isGiven = { (problem: DefinitionProblem) in given.contains { problem.file == "\(id)/\($0)" } }
        let own = { (found: [DefinitionProblem]) in found.filter(isGiven) + found.filter { !isGiven($0) } }
        let linted = own(library.lint().filter { $0.file.hasPrefix(id + "/") })
        do {
            let read = try library.collection(id)
            let names = ["collection.yaml"] + read.tables.map { $0.id + ".yaml" }
            unused = given.filter { !names.contains($0) }
            problems = linted
            collection = linted.isEmpty && unused.isEmpty ? read : nil
        } catch .faulty(let found) {
            problems = linted.isEmpty ? own(found) : linted
            unused = []
            collection = nil
        }
    }
}
