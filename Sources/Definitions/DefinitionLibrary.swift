import Vocabulary

/// The collections there are definitions of: those embedded in the binary, or those of a folder laid out the same way:
/// `<collection>/collection.yaml`, and beside it a file a table.
public struct DefinitionLibrary: Sendable {
    let files: DefinitionFiles
    /// The ids of the collections, sorted.
    public let collections: [String]

    /// The definitions in the binary.
    public static func embedded() throws(DefinitionError) -> DefinitionLibrary {
        try DefinitionLibrary(files: .embedded, name: "Definitions")
    }

    /// The definitions of `folder`, in place of those in the binary.
    public init(folder: String) throws(DefinitionError) {
        try self.init(files: .folder(folder), name: folder)
    }

    /// The definitions of `other`, with `texts` in place of its files of the same paths: "testinsamling-2013/insatser.yaml".
    public init(_ texts: [String: String], over other: DefinitionLibrary) throws(DefinitionError) {
        try self.init(files: .texts(texts, over: other.files), name: "Definitions")
    }

    private init(files: DefinitionFiles, name: String) throws(DefinitionError) {
        self.files = files
        collections = files.paths.compactMap { path in
            path.hasSuffix("/collection.yaml") ? String(path.dropLast("/collection.yaml".utf8.count)) : nil
        }
        guard !collections.isEmpty else { throw .unreadable(file: name + "/…/collection.yaml") }
    }

    /// The collection called `id`, read from its files.
    public func collection(_ id: String) throws(DefinitionError) -> Collection {
        guard collections.contains(id) else { throw .unknownCollection(id: id, known: collections) }
        var reader = CollectionReader(files: files, folder: id)
        let collection = reader.read()
        guard let collection, reader.problems.isEmpty else { throw .faulty(reader.problems) }
        return collection
    }

    /// The collections that people deliver, by id.
    public func surveys() throws(DefinitionError) -> [Collection] {
        try collections.map(collection).filter { $0.kind == .survey }
    }

    /// The text of a data file beside the collections, "population/2012-11-01.csv"; `nil` if there is none.
    public func text(_ path: String) -> String? { files.text(path) }

    /// Everything the definitions say that cannot be meant, also what loading lets pass: rules without text, headers
    /// that cannot be told apart. In file order.
    public func lint() -> [DefinitionProblem] {
        let catalogued = Set(MessageCatalogue.load(.sv).ids)
        return collections.flatMap { id in
            var reader = CollectionReader(files: files, folder: id, catalogued: catalogued)
            return reader.read() == nil
                ? reader.problems : reader.problems.sorted { ($0.file, $0.line) < ($1.file, $1.line) }
        } + lintIndicators() + lintReports()
    }
}
