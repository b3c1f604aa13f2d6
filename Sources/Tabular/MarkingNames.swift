/// The words by which a marked workbook is recognised when it comes back.
public enum MarkingNames: String, Sendable, CaseIterable {
    /// In the languages users read, Swedish first.
    case sv, en

    /// Header of the column that says how the row fared.
    public var result: String {
        switch self {
        case .sv: "Resultat"
        case .en: "Result"
        }
    }

    /// Header of the column that says what is wrong and how to mend it.
    public var explanation: String {
        switch self {
        case .sv: "Vad som är fel och hur du rättar"
        case .en: "What is wrong and how to correct it"
        }
    }

    /// Name of the sheet that sums up, and what stands in its first cell.
    public var summary: String {
        switch self {
        case .sv: "Sammanfattning av kontrollen"
        case .en: "Summary of the check"
        }
    }

    /// Name of the sheet with the codes. A workbook may have a sheet of its own called so.
    public var codes: String {
        switch self {
        case .sv: "Koder"
        case .en: "Codes"
        }
    }

    /// What stands in the first cell of our sheet with the codes, and in no other sheet.
    public var codesTitle: String {
        switch self {
        case .sv: "Koder som kontrollen använder"
        case .en: "Codes used by the check"
        }
    }

    /// Who our comments are by. It is the first line of each of them as well, by which they are known, since some
    /// programs drop the authors; comments by others are never touched.
    public static let author = "Underlag, kontroll"

    /// Whether a header is that of one of our two columns; the case of letters must agree.
    public static func isOurs(header: String) -> Bool {
        allCases.contains { header == $0.result || header == $0.explanation }
    }

    /// Whether a sheet whose first cell (A1) holds `firstCell` is one that we added.
    public static func isOurs(firstCell: String) -> Bool {
        allCases.contains { firstCell == $0.summary || firstCell == $0.codesTitle }
    }
}
