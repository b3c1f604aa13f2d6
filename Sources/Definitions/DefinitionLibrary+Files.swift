extension DefinitionLibrary {
    /// The files of a folder beside the collections, sorted: "mappings/treserva.yaml".
    package func files(in folder: String) -> [String] { files.paths.filter { $0.hasPrefix(folder + "/") } }
}
