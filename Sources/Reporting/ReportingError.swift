public import Definitions
public import Register
public import Storage

/// Why a report could not be made or kept.
public enum ReportingError: Error, Sendable {
    /// The database failed.
    case storage(StorageError)
    /// The register could not be read.
    case register(RegisterError)
    /// The definition of the report, or of its figures, cannot be read.
    case definitions(DefinitionError)
    /// The desk did not do what it was asked.
    case refused(DeskRefusal)
}
