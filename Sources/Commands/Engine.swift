public import Storage
import Synchronization

/// What the executable decides for the commands: which storage engine keeps the register.
public enum Engine {
    /// Opens (creating it when missing) the database of a data folder.
    public typealias Opener = @Sendable (_ folder: String) async throws -> any Database

    private static let opener = Mutex<Opener?>(nil)

    /// Takes `open` for every register opened from now on.
    public static func use(_ open: @escaping Opener) {
        opener.withLock { $0 = open }
    }

    /// Opens the database of `folder`.
    static func open(_ folder: String) async throws -> any Database {
        guard let open = opener.withLock({ $0 }) else { throw EngineError.none }
        return try await open(folder)
    }
}

/// The commands were started without an engine.
enum EngineError: Error {
    case none
}
