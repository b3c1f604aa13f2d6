import Definitions

/// The rules every field type brings with it, whatever the table's own rules say.
enum BuiltInRule: UInt8, CaseIterable {
    case unknownCode, tooManyDays, identityNumber, unknownMark, textTooLong, otherThanCross
    case unknownMunicipality, municipalityMissing, unknownMonth, monthMissing, monthOutsideCollection
    case unknownRunningNumber, tooManyCells, integerOutOfBounds, otherMunicipality, otherMonth
    case unknownDate, unknownAmount, unknownKey
    case leadingZero, runningNumberPadded, monthForm, crossForm, spaces, encoding, shortRow, extraBlankCells
    case numberForm, excelSerial, notAHousehold, dateForm, amountForm

    /// The stable rule id.
    var id: String {
        switch self {
        case .unknownCode: "R01"
        case .tooManyDays: "R03"
        case .identityNumber: "R08"
        case .unknownMark: "R09"
        case .textTooLong: "R10"
        case .otherThanCross: "R13"
        case .unknownMunicipality, .municipalityMissing: "R14"
        case .unknownMonth, .monthMissing: "R15"
        case .monthOutsideCollection: "R16"
        case .unknownRunningNumber: "R17"
        case .tooManyCells: "R18"
        case .integerOutOfBounds: "R19"
        case .otherMunicipality: "R21"
        case .otherMonth: "R22"
        case .unknownDate: "R25"
        case .unknownAmount: "R26"
        case .unknownKey: "R27"
        case .leadingZero: "A01"
        case .runningNumberPadded: "A02"
        case .monthForm: "A03"
        case .crossForm: "A04"
        case .spaces: "A05"
        case .encoding: "A06"
        case .shortRow: "A07"
        case .extraBlankCells: "A08"
        case .numberForm: "A09"
        case .excelSerial: "A10"
        case .notAHousehold: "A13"
        case .dateForm: "A15"
        case .amountForm: "A16"
        }
    }

    /// Where the message catalogue has its texts.
    var textID: String {
        switch self {
        case .municipalityMissing: "R14-missing"
        case .monthMissing: "R15-missing"
        default: id
        }
    }

    /// Whether it tells of something mended rather than something wrong.
    var isRepair: Bool { rawValue >= BuiltInRule.leadingZero.rawValue }
}

/// All rules that can break in a table, numbered so that a fault holds one byte.
struct RuleBook: Sendable {
    /// What is known of one rule.
    struct Entry: Sendable {
        var id: String
        var textID: String
        var version: Int
        var severity: Severity
        var isRepair: Bool
    }

    let entries: [Entry]
    /// The number of the table's first own rule; its others follow in order.
    static let firstOwn = UInt8(BuiltInRule.allCases.count)
    /// The number of V06, a known text that belongs to another code.
    let belongsElsewhere: UInt8

    /// The rules of `table`.
    init(_ table: Table) {
        var entries = BuiltInRule.allCases.map {
            Entry(
                id: $0.id, textID: $0.textID, version: 1, severity: $0.isRepair ? .info : .error, isRepair: $0.isRepair)
        }
        for rule in table.rules {
            entries.append(
                Entry(id: rule.id, textID: rule.id, version: rule.version, severity: rule.severity, isRepair: false))
        }
        let freeText = table.rules.first { if case .freeText = $0.kind { true } else { false } }
        belongsElsewhere = UInt8(entries.count)
        entries.append(
            Entry(
                id: "V06", textID: "V06", version: freeText?.version ?? 1, severity: freeText?.severity ?? .warning,
                isRepair: false))
        self.entries = entries
    }
}
