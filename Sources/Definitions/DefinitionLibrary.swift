/// The collections there are definitions of: those embedded in the binary, or those of a folder laid out the same way
/// (`<collection>/collection.yaml` with a file a table, and `messages/<language>.yaml`).
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
}
