public import Definitions
public import Vocabulary

/// What came of judging one table of one municipality and month (*besked*).
public enum Outcome: String, Sendable {
    case approved
    case approvedWithWarnings = "approved-with-warnings"
    case notApproved = "not-approved"
}

/// One judged table of one municipality and month.
public struct Verdict: Sendable {
    /// The name of the file as the user gave it, without folder.
    public var file: String
    /// The sheet it stood on, for a workbook.
    public var sheet: String?
    /// The row the columns were found by; `nil` when found by position.
    public var headerRow: Int?
    /// The collection's id.
    public var collection: String
    /// The table's id.
    public var table: String
    /// `nil` when it could not be found out.
    public var municipality: Municipality?
    /// `nil` when it could not be found out.
    public var month: Month?
    /// Data rows judged.
    public var rows: Int
    /// Faults, warnings and notes, in file order.
    public var findings: FindingList
    /// What was mended while reading, in file order.
    public var repairs: FindingList
    /// The typed columns; `nil` unless asked for, and when the verdict is *not approved*.
    public var columns: Columns?
    /// The month most rows are about, when it is another than was asked for (F08).
    public var otherMonth: Month?
    /// The field that each column of the file was read as, by name; `nil` for columns that are not ours.
    public var fields: [String?] = []

    /// A verdict from its parts.
    public init(
        file: String, sheet: String? = nil, headerRow: Int? = nil, collection: String, table: String,
        municipality: Municipality?, month: Month?, rows: Int, findings: FindingList = [], repairs: FindingList = [],
        columns: Columns? = nil
    ) {
        self.file = file
        self.sheet = sheet
        self.headerRow = headerRow
        self.collection = collection
        self.table = table
        self.municipality = municipality
        self.month = month
        self.rows = rows
        self.findings = findings
        self.repairs = repairs
        self.columns = columns
    }

    /// The file's name as it may be shown: never an identity number.
    public var shownFile: String { IdentityNumber.looksLikeOne(in: file) ? "…" : file }

    /// The sheet's name as it may be shown.
    public var shownSheet: String? { sheet.map { IdentityNumber.looksLikeOne(in: $0) ? "…" : $0 } }

    /// The worst severity among the findings decides.
    public var outcome: Outcome {
        switch findings.worst {
        case .error: .notApproved
        case .warning: .approvedWithWarnings
        case .info, nil: .approved
        }
    }
}

/// A fault, a warning or a note for the user, never an `Error`: where, what, how to mend it (*var – vad – hur*).
public struct Finding: Sendable {
    /// Stable rule id: "R04".
    public var rule: String
    /// The rule's version, kept with a confirmed warning.
    public var ruleVersion: Int
    /// How much it weighs.
    public var severity: Severity
    /// Line or sheet row as the user sees it; `nil` = the file as a whole.
    public var row: Int?
    /// Column header as the user wrote it.
    public var column: String?
    /// Cell address as the user sees it: "D14".
    public var cell: String?
    /// The value found; `nil` where it must not be echoed (identity numbers) or there is none.
    public var value: String?
    /// *Var och vad*, one sentence.
    public var message: String
    /// *Hur*, one sentence.
    public var remedy: String
    /// What the value was read as, for a repair.
    public var corrected: String?
    /// The municipality's own columns of the row, header and value, so that the handler finds the case.
    public var own: [OwnCell]

    /// A finding from its parts.
    public init(
        rule: String, ruleVersion: Int, severity: Severity, row: Int? = nil, column: String? = nil, cell: String? = nil,
        value: String? = nil, message: String, remedy: String, corrected: String? = nil, own: [OwnCell] = []
    ) {
        self.rule = rule
        self.ruleVersion = ruleVersion
        self.severity = severity
        self.row = row
        self.column = column
        self.cell = cell
        self.value = value
        self.message = message
        self.remedy = remedy
        self.corrected = corrected
        self.own = own
    }

    /// A cell of one of the municipality's own columns.
    public struct OwnCell: Sendable {
        /// The header as the municipality wrote it.
        public var column: String
        /// What stands in the cell.
        public var value: String

        /// A cell under the header `column`.
        public init(column: String, value: String) {
            self.column = column
            self.value = value
        }
    }

    /// What a confirmed warning is remembered by: rule, version and the value it was about.
    public var subject: String { value ?? "" }
}
