import Definitions
import Vocabulary

/// The rules of a table about the figure of a report that each row names (*färdiga månadsvärden*).
struct FigureRules: Sendable {
    /// A rule with its number in the rule book.
    let rules: [(kind: RuleKind, number: UInt8)]

    /// A rule that a row breaks: at which field, and what the message needs besides.
    struct Broken {
        let field: Int
        let rule: UInt8
        var detail: UInt32 = 0
    }

    /// What a row says that names `figure`.
    ///
    /// - Parameters:
    ///   - word: What a field was read as, 0 when it could not be read; `nil` when it is blank.
    ///   - delivery: The month of the delivery; `nil` when it is not said.
    func broken(by figure: Indicator, at place: Int, _ word: (Int) -> UInt32?, in delivery: Month?) -> [Broken] {
        func read(_ field: Int) -> UInt32? { word(field).flatMap { $0 == 0 ? nil : $0 } }
        return rules.compactMap { kind, rule in
            switch kind {
            case .indicatorCode(let field, _, _):
                return (word(field) != nil) == figure.isDistribution ? nil : Broken(field: field, rule: rule)
            case .indicatorMonth(let field, _):
                guard let day = read(field).map(Columns.day) else { return nil }
                let isFirst = day == Day(first: day.month) && delivery.map { day.month <= $0 } ?? true
                return isFirst ? nil : Broken(field: field, rule: rule)
            case .indicatorBreak(let field, _, _):
                guard let month = read(field).map({ Columns.day($0).month }),
                    let found = figure.breaks.firstIndex(where: { $0.effect == .missing && $0.concerns(month) })
                else { return nil }
                return Broken(field: field, rule: rule, detail: UInt32(place << 8 | found))
            case .indicatorValue(let field, _, let whole, _, let most):
                guard figure.unit != .kronor, let value = read(field) else { return nil }
                let limit = figure.unit == .percent ? read(whole).map { Int($0) - 1 } ?? 100 : most
                return Int(value) - 1 <= limit ? nil : Broken(field: field, rule: rule, detail: UInt32(limit))
            default: return nil
            }
        }
    }

    /// A row as it is compared with others.
    struct Row {
        /// Figure, code and month, so that months of a figure follow each other.
        var key: UInt64
        var row: UInt32
        /// As it was read.
        var value: UInt32
        /// The column of the value.
        var column: Int16
        /// Whether it is money or a number, whose change can be told in percent.
        var isAmount: Bool
    }

    /// How a row that names `figure` is compared; `nil` when the table does not, or the row cannot be read.
    func row(
        of figure: Indicator, at place: Int, _ word: (Int) -> UInt32?, _ row: Int, _ column: (Int) -> Int16
    ) -> Row? {
        for case (.indicatorOnce(let field, let with, _), _) in rules where with.count == 2 {
            guard let day = word(with[0]), let value = word(field), day > 0, value > 0 else { return nil }
            let code = UInt64(word(with[1]) ?? 0)
            return Row(
                key: UInt64(place) << 40 | code << 32 | UInt64(Columns.day(day).month.index), row: UInt32(row),
                value: value, column: column(field), isAmount: figure.unit != .percent)
        }
        return nil
    }

    /// Rows about the same figure, month and code as one above, and those that differ much from the month before.
    func broken(by rows: [Row]) -> [(row: Row, rule: UInt8, detail: UInt32)] {
        let rows = rows.sorted { ($0.key, $0.row) < ($1.key, $1.row) }
        return zip(rows, rows.dropFirst()).flatMap { earlier, later in
            rules.compactMap { kind, rule in
                switch kind {
                case .indicatorOnce where earlier.key == later.key: return (later, rule, earlier.row)
                case .indicatorChange(_, let percent, let minimum)
                where earlier.key + 1 == later.key && later.isAmount:
                    let (before, change) = (Double(earlier.value) - 1, abs(Double(later.value) - Double(earlier.value)))
                    guard change >= Double(minimum), change > percent / 100 * before else { return nil }
                    return (later, rule, earlier.value - 1)
                default: return nil
                }
            }
        }
    }
}
