import Definitions
import Vocabulary

/// A table made ready for the row loop: fields as small numbers, rules as masks over a row's filled fields.
final class TablePlan: Sendable {
    /// How a field's cells are typed.
    enum Kind: UInt8, Sendable {
        case month, municipality, runningNumber, mark, crossOnly, code, text, integer, date, amount, key, term
    }

    /// A rule over which fields of a row are filled.
    struct RowRule: Sendable {
        enum Kind: UInt8, Sendable { case required, exclusive, atLeastOne, onlyWith, agrees, ordered }
        let kind: Kind
        /// Number in the rule book.
        let rule: UInt8
        /// The field the finding is about.
        let field: UInt8
        /// The other fields; all ones where the rule has no condition.
        let others: UInt64
    }

    let collection: Collection
    let table: Table
    let book: RuleBook
    let kinds: [Kind]
    let rowRules: [RowRule]
    /// Per field: the codes of its list as bits, for codes 1–63 (0 is blank).
    let validCodes: [UInt64]
    /// Whether some code is valid only in some months.
    let hasValidity: Bool
    let month: Int?
    let municipality: Int?
    let runningNumber: Int?
    /// The digits of a running number: shown padded to, at most.
    let digits: (width: Int, most: Int)
    let uniqueRule: UInt8?
    /// Fields whose rows with both days and X are counted.
    let mixedVolume: (fields: UInt64, rule: UInt8)?
    /// Fields of keys, which are kept in 64 bits, as a mask.
    let longFields: UInt64
    /// Per field: the most characters of its texts.
    let longest: [Int]
    /// The field that names a figure of a report, and the number of the rule that says so.
    let indicator: (field: Int, rule: UInt8, names: IndicatorNames)?
    /// The other rules about the figure.
    let figures: FigureRules
    let knownTexts: (rule: UInt8, texts: [KnownText])?

    /// Makes `table` of `collection` ready.
    init(_ table: Table, of collection: Collection) {
        self.table = table
        self.collection = collection
        book = RuleBook(table)
        let kinds = table.fields.map(Self.kind)
        self.kinds = kinds
        month = kinds.firstIndex(of: .month)
        municipality = kinds.firstIndex(of: .municipality)
        runningNumber = kinds.firstIndex(of: .runningNumber)
        digits =
            table.fields.lazy.compactMap { field -> (Int, Int)? in
                if case .runningNumber(let width, let most) = field.type { (width, most) } else { nil }
            }.first ?? (1, 9)
        validCodes = table.fields.map { Self.validCodes($0, collection) }
        longFields = Self.mask(kinds.indices.filter { kinds[$0] == .key })
        longest = table.fields.map { field in
            switch field.type {
            case .text(let most), .term(let most): most
            default: .max
            }
        }
        hasValidity = collection.codeLists.contains { list in
            list.codes.contains { $0.validFrom != nil || $0.validTo != nil }
        }
        var rowRules: [RowRule] = []
        var unique: UInt8?
        var mixed: (UInt64, UInt8)?
        var known: (UInt8, [KnownText])?
        var indicator: (Int, UInt8, IndicatorNames)?
        var figures: [(RuleKind, UInt8)] = []
        for (place, rule) in table.rules.enumerated() {
            let number = RuleBook.firstOwn + UInt8(place)
            func add(_ kind: RowRule.Kind, _ field: Int, _ others: [Int]) {
                rowRules.append(
                    RowRule(
                        kind: kind, rule: number, field: UInt8(field), others: others.isEmpty ? .max : Self.mask(others)
                    ))
            }
            switch rule.kind {
            case .required(let field, let when): add(.required, field, when)
            case .requires(let with, let field): add(.required, field, with)
            case .exclusive(let field, let others): add(.exclusive, field, others)
            case .atLeastOne(let fields): add(.atLeastOne, fields.first ?? 0, fields)
            case .onlyWith(let field, let with): add(.onlyWith, field, with)
            case .agrees(let field, let with): add(.agrees, field, with)
            case .ordered(let field, let others): for other in others { add(.ordered, field, [other]) }
            case .indicator(let field, let names): indicator = (field, number, names)
            case .indicatorCode, .indicatorMonth, .indicatorBreak, .indicatorValue, .indicatorOnce, .indicatorChange:
                figures.append((rule.kind, number))
            case .unique: unique = number
            case .mixedVolume(let fields): mixed = (Self.mask(fields), number)
            case .freeText(_, let texts): known = (number, texts)
            case .shareChange, .countChange: break  // need the month before: see Comparison
            }
        }
        self.rowRules = rowRules
        uniqueRule = unique
        mixedVolume = mixed
        knownTexts = known
        self.indicator = indicator
        self.figures = FigureRules(rules: figures)
    }

    /// Whether the list of `field` has `code` in `month`.
    func isValid(_ code: Int, field: Int, in month: Month) -> Bool {
        guard case .code(let list) = table.fields[field].type else { return true }
        return collection.codeList(list)?.code(code, in: month) != nil
    }

    static func mask(_ fields: [Int]) -> UInt64 {
        fields.reduce(0) { $0 | 1 << UInt64($1) }
    }

    private static func kind(_ field: Field) -> Kind {
        switch field.type {
        case .month: .month
        case .municipality: .municipality
        case .runningNumber: .runningNumber
        case .mark(let days): days ? .mark : .crossOnly
        case .code: .code
        case .text: .text
        case .integer: .integer
        case .date: .date
        case .amount: .amount
        case .key: .key
        case .term: .term
        }
    }

    private static func validCodes(_ field: Field, _ collection: Collection) -> UInt64 {
        guard case .code(let list) = field.type else { return 0 }
        return (collection.codeList(list)?.codes ?? []).reduce(0) {
            (1..<64).contains($1.value) ? $0 | 1 << UInt64($1.value) : $0
        }
    }
}
