public import Storage

/// What the executable decides for the commands: which storage engine keeps the register.
public enum Engine {
    /// Opens (creating it when missing) the database of a data folder.
    @TaskLocal public static var open: @Sendable (_ folder: String) async throws -> any Database = { _ in
        throw EngineError.none
    }
}

/// The commands were started without an engine.
public enum EngineError: Error, Sendable {
    case none
}
