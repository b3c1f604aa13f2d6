public import Definitions

/// The mappings there are: those beside the collections, in `mappings/`, one file each.
public struct MappingLibrary: Sendable {
    private let definitions: DefinitionLibrary
    /// The ids of the mappings, sorted.
    public let ids: [String]

    /// The mappings of `definitions`.
    public init(_ definitions: DefinitionLibrary) {
        self.definitions = definitions
        ids = definitions.files(in: "mappings").compactMap { path in
            path.hasSuffix(".yaml") ? String(path.dropFirst("mappings/".count).dropLast(".yaml".count)) : nil
        }
    }

    /// The mapping called `id`.
    public func mapping(_ id: String) throws(ExtractionError) -> Mapping {
        let path = "mappings/\(id).yaml"
        guard ids.contains(id), let text = definitions.text(path) else {
            throw .unknownMapping(id: id, known: ids)
        }
        return try Self.mapping(text, file: path)
    }

    /// The mapping that `text` is, a municipality's own file.
    public static func mapping(_ text: String, file: String) throws(ExtractionError) -> Mapping {
        var reader = MappingReader()
        let mapping = reader.read(text, file: file)
        guard let mapping, reader.problems.isEmpty else { throw .faultyMapping(reader.problems) }
        return mapping
    }
}
