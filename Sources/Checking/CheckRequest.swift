public import Definitions
public import Tabular
public import Vocabulary

/// A file to judge.
public struct InputFile: Sendable {
    /// Its name without folder.
    public var name: String
    /// As it came.
    public var bytes: FileBytes
    /// Cells that are read as other texts than it has.
    public var corrections: [CellCorrection]

    /// A file called `name`.
    public init(name: String, bytes: FileBytes, corrections: [CellCorrection] = []) {
        self.name = name
        self.bytes = bytes
        self.corrections = corrections
    }
}

/// What files are to be judged as.
public struct CheckRequest: Sendable {
    /// The collections it may be for.
    public var collections: [Definitions.Collection]
    /// The table it must be, when said.
    public var table: String?
    /// The municipality it must be for, when said.
    public var municipality: Municipality?
    /// The month it must be for, when said.
    public var month: Month?
    /// Whether a file may hold several municipalities and months, each judged by itself.
    public var allMunicipalities = false
    /// Whether typed columns are wanted, for storing.
    public var keepsColumns = false
    /// What findings are worded in.
    public var language = Language.sv
    /// What a file may demand of us.
    public var limits = ReadingLimits()

    /// A request that leaves everything to the file.
    public init(collections: [Definitions.Collection]) {
        self.collections = collections
    }
}

/// What came of judging one file.
public struct CheckedFile: Sendable {
    /// Its name without folder.
    public var name: String
    /// As it came.
    public var bytes: FileBytes
    /// Why it could not be read at all; it then has one verdict that says so.
    public var problem: FileProblem?
    /// One for each table, municipality and month found in it.
    public var verdicts: [Verdict]
    /// Whether it is a workbook rather than delimited text.
    public var isWorkbook: Bool

    /// What came of judging the file called `name`.
    public init(
        name: String, bytes: FileBytes, problem: FileProblem? = nil, verdicts: [Verdict], isWorkbook: Bool
    ) {
        self.name = name
        self.bytes = bytes
        self.problem = problem
        self.verdicts = verdicts
        self.isWorkbook = isWorkbook
    }
}
