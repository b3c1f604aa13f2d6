/// Why the database could not do what it was asked.
public enum StorageError: Error, Sendable, Equatable {
    /// The file or folder cannot be opened or made.
    case cannotOpen(String)
    /// The file is something other than a database.
    case notADatabase
    /// The database is damaged.
    case corrupt(String)
    /// Another program has held the database for longer than we wait.
    case busy
    /// The disk is full.
    case full
    /// We may read but not write.
    case readOnly
    /// A row broke a rule of the schema.
    case constraint(String)
    /// A value is larger than the database takes.
    case tooLarge
    /// A newer version of the program has changed the schema; the step we do not know.
    case newerSchema(String)
    /// The work was called off.
    case interrupted
    /// Anything else, with the engine's own code and words.
    case failed(code: Int, message: String)
}
