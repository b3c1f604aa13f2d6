public import Checking
public import Definitions
public import Register
public import Transfer

/// Why an extraction could not be made. What is wrong with the contents of files is said by the report instead.
public enum ExtractionError: Error, Sendable {
    /// No mapping is called `id`; those there are.
    case unknownMapping(id: String, known: [String])
    /// A mapping says what cannot be meant; all problems, in file order.
    case faultyMapping([DefinitionProblem])
    /// The key file cannot be made.
    case keyNotWritten
    /// The key file is there but holds no key, cannot be read, or others than its owner may read it.
    case keyUnusable
    /// Something is not as it should be in the files: nothing is delivered.
    case incomplete(ExtractionReport)
    /// The check found faults in what the mapping made; the verdicts that say so. Nothing is delivered.
    case notApproved([Verdict])
    /// The case system's server could not be asked.
    case transfer(TransferError)
    /// The case system's server answered with this status.
    case refused(status: Int)
    /// Of a source's records `came` came, and not all of those there are: the server says `of`, or gave the same page again.
    /// Nothing is delivered, and the next fetch asks on.
    case recordsMissing(source: String, came: Int, of: Int?)
    /// The file that remembers how far fetching has come cannot be read or written.
    case stateUnusable
    /// The task was cancelled.
    case cancelled
    /// The register took nothing.
    case register(RegisterError)
}
