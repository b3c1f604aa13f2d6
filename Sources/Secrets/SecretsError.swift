/// Why a secret could not be worked on.
public enum SecretsError: Error, Sendable, Equatable {
    /// There was no memory for a password hash.
    case outOfMemory
}
