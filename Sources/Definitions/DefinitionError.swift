/// Why a definition could not be had.
public enum DefinitionError: Error, Sendable {
    /// No collection is called `id`; those there are.
    case unknownCollection(id: String, known: [String])
    /// The collection has no table called `id`; those it has.
    case unknownTable(id: String, known: [String])
    /// A file or folder that should be there cannot be read.
    case unreadable(file: String)
    /// The files say what cannot be meant; all problems, in file order.
    case faulty([DefinitionProblem])
}
