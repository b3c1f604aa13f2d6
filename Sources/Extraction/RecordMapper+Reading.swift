import Tabular
import Vocabulary

extension RecordMapper {
    func read(
        _ bound: BoundReading, _ record: RawRecord, _ item: RawRecord.Item?, _ context: RowContext
    ) throws(Unread) -> Value {
        switch bound.reading {
        case .constant(let text): return Int(text).map { .number(UInt64(clamping: $0)) } ?? .text(text)
        case .link(let id, _, _):
            if let from = bound.columns.firstText(record, item),
                let value = links[place(of: from, link: id)]
            {
                return .number(value)
            }
            guard let otherwise = bound.otherwise.first else { return .blank }
            return try read(otherwise, record, item, context)
        case .month: return try month(bound, record, item, context)
        case .role: return try role(bound, record, item, context)
        case .code(_, let codes, let otherwise):
            let text = bound.columns.firstText(record, item).map { Windows1252.text($0).folded }
            guard let text else { return otherwise.map { .number(UInt64($0)) } ?? .blank }
            guard let code = codes.first(where: { $0.patterns.contains { $0.matches(text) } })?.code ?? otherwise
            else { throw Unread(column: bound.name, reason: .noCode) }
            return .number(UInt64(code))
        default: break
        }
        guard let text = bound.columns.firstText(record, item) else { return .blank }
        switch bound.reading {
        case .person:
            guard let number = PersonNumber(text, today: today) else {
                throw Unread(column: bound.name, reason: .notAnIdentityNumber)
            }
            return .person(number, pseudonyms.person(number))
        case .date:
            guard case .day(let day) = try Self.day(ValueReading.day(text), bound) else { return .blank }
            let born = bound.more.firstText(record, item).flatMap { PersonNumber($0, today: today)?.birth }
            return .day(max(day, born ?? day))
        case .amount(_, let recoveries):
            guard let cents = ValueReading.amount(text) else {
                let isRecovery = recoveries && ValueReading.isNegativeAmount(text)
                throw Unread(column: bound.name, reason: isRecovery ? .recovery : .notAnAmount)
            }
            return .amount(cents)
        case .number:
            guard let cents = ValueReading.amount(text), cents % 100 == 0 else {
                throw Unread(column: bound.name, reason: .notANumber)
            }
            return .number(UInt64(cents / 100))
        case .adulthood:
            guard let number = PersonNumber(text, today: today) else {
                throw Unread(column: bound.name, reason: .notAnIdentityNumber)
            }
            return number.adulthood.map { .day($0) } ?? .blank
        default:
            let text = Windows1252.text(text)
            guard !IdentityNumber.looksLikeOne(in: text) else {
                throw Unread(column: bound.name, reason: .hasIdentityNumber)
            }
            return .text(text.split(whereSeparator: \.isWhitespace).joined(separator: " "))
        }
    }

    private static func day(_ read: ValueReading.ReadDay, _ bound: BoundReading) throws(Unread) -> Value {
        switch read {
        case .day(let day): return .day(day)
        case .none: return .blank
        case .unreadable: throw Unread(column: bound.name, reason: .notADate)
        }
    }

    private func month(
        _ bound: BoundReading, _ record: RawRecord, _ item: RawRecord.Item?, _ context: RowContext
    ) throws(Unread) -> Value {
        guard let text = bound.columns.firstText(record, item) else {
            guard let otherwise = bound.otherwise.first,
                case .number(let number) = try read(otherwise, record, item, context), number != 0
            else { return .blank }
            return .day(Day(number: Int(Int64(bitPattern: number))))
        }
        let first = ValueReading.month(text)
        if case .month(_, let through, _) = bound.reading, !through.isEmpty {
            // A period of several months, or without an end, is not of one month.
            let last = bound.more.firstText(record, item).map { ValueReading.month($0) }
            guard first == last else { return .blank }
        }
        return try Self.day(first, bound)
    }

    /// Whether the person is a child; where the file does not say who is co-applicant, by age alone.
    func isChild(
        _ bound: BoundReading, _ record: RawRecord, _ item: RawRecord.Item?, _ context: RowContext
    ) throws(Unread) -> Bool {
        do throws(Unread) {
            guard case .number(3) = try role(bound, record, item, context) else { return false }
            return true
        } catch {
            guard bound.columns.isEmpty else { throw error }
            return false
        }
    }

    private func role(
        _ bound: BoundReading, _ record: RawRecord, _ item: RawRecord.Item?, _ context: RowContext
    ) throws(Unread) -> Value {
        if let household = context.household, household == context.person { return .number(1) }
        let says = bound.columns.firstText(record, item).map { Windows1252.text($0).folded } ?? ""
        if ["true", "1", "ja", "medsökande", "medsokande", "make/maka", "sambo"].contains(says) { return .number(2) }
        if says == "barn" { return .number(3) }
        var day = today
        if let text = bound.more.firstText(record, item), case .day(let at) = ValueReading.day(text) { day = at }
        if let adulthood = context.number?.adulthood, day < adulthood { return .number(3) }
        throw Unread(column: bound.name, reason: .otherAdult)
    }
}
