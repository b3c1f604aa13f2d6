import Definitions
import Tabular
import Vocabulary

/// Puts one fault into words: looks up what its rule's message has places for.
struct FaultWords {
    private let fault: Fault
    private let context: FaultContext
    private let entry: RuleBook.Entry

    init(_ fault: Fault, _ context: FaultContext) {
        self.fault = fault
        self.context = context
        entry = context.plan.book.entries[Int(fault.rule)]
    }

    var finding: Finding {
        let column = context.column(of: fault)
        let value = value
        let corrected = value.flatMap(corrected)
        var values = ["row": String(fault.row)]
        if let value { values["value"] = shown(value) }
        if let corrected { values["corrected"] = corrected }
        if let column {
            values["column"] = CellRange.letters(column)
            if let field = field(of: column) { fill(&values, field) }
        }
        details(&values)
        let text = context.catalogue.message(entry.textID, values)
        return Finding(
            rule: entry.id, ruleVersion: entry.version, severity: entry.severity, row: Int(fault.row),
            column: column.map(context.header), cell: column.map { CellRange.letters($0) + String(fault.row) },
            value: value, message: text.message, remedy: text.remedy, corrected: corrected, own: context.own(fault.row))
    }

    /// The value it is about, as far as that may be said back.
    var value: String? { fault.value > 0 ? context.pool[fault.value] : agreesValue }

    /// The household's own value, which is what an answer to the warning is remembered by.
    private var agreesValue: String? {
        let own = Int(fault.rule) - Int(RuleBook.firstOwn)
        guard context.plan.table.rules.indices.contains(own), case .agrees = context.plan.table.rules[own].kind else {
            return nil
        }
        return String(fault.detail & 0xFF)
    }

    private func field(of column: Int) -> Int? {
        guard column < context.roles.count, context.roles[column] < ColumnRole.ours else { return nil }
        return Int(context.roles[column])
    }

    private func fill(_ values: inout [String: String], _ place: Int) {
        let field = context.plan.table.fields[place]
        values["field"] = field.noun[context.language]
        if let code = field.code { values["code"] = String(code) }
        switch field.type {
        case .code:
            values["first"] = String(context.plan.validCodes[place].trailingZeroBitCount)
            values["last"] = String(63 - context.plan.validCodes[place].leadingZeroBitCount)
        case .text(let most): values["max"] = String(most)
        case .runningNumber(_, let most): values["max"] = String(most)
        case .integer(let minimum, let maximum):
            values["minimum"] = String(minimum)
            values["maximum"] = String(maximum)
        case .term(let most): values["max"] = String(most)
        case .month, .municipality, .mark, .date, .amount, .key: break
        }
    }

    private func details(_ values: inout [String: String]) {
        let detail = fault.detail
        guard let rule = BuiltInRule(rawValue: fault.rule) else {
            ownRuleDetails(&values)
            return
        }
        switch rule {
        case .tooManyDays:
            // A number no month has days enough for was met before the row's month was known.
            values["days"] = String(detail > 0 ? Int(detail) : month?.days ?? 31)
            values["month"] = month?.name(context.language)
        case .textTooLong: values["length"] = String(detail)
        case .shortRow, .tooManyCells:
            values["count"] = String(detail)
            values["expected"] = String(context.width)
        case .monthOutsideCollection:
            if let value = values["value"], let month = read(value) {
                values["value"] = month.fullName(context.language)
            }
            values["months"] = context.months
        case .otherMunicipality:
            values["value"] = Municipality(number: Int(detail)).map { "\($0.name) (\($0.code))" }
            values["expected"] = context.municipality?.name
        case .otherMonth:
            values["value"] = Month(index: Int32(bitPattern: detail)).fullName(context.language)
            values["expected"] = month?.fullName(context.language)
        default: break
        }
    }

    private func ownRuleDetails(_ values: inout [String: String]) {
        let detail = fault.detail
        if fault.rule == context.plan.book.belongsElsewhere {
            values["code"] = String(detail)
            values["label"] = context.label(Int(detail))
            return
        }
        switch context.plan.table.rules[Int(fault.rule - RuleBook.firstOwn)].kind {
        case .ordered(let field, _):
            values["start"] = context.plan.table.fields[field].noun[context.language]
            values["from"] = Columns.day(detail).iso
        case .indicator(_, let names): values["known"] = names.ids.joined(separator: ", ")
        case .indicatorCode(_, _, let names): values["known"] = names.distributions.joined(separator: ", ")
        case .indicatorBreak(_, _, let names):
            let figure = names.figures[Int(detail >> 8)]
            values["figure"] = figure.versions.last?.title[context.language]
            values["why"] = figure.breaks[Int(detail & 0xFF)].text[context.language]
            values["value"] = values["value"].flatMap { Day(iso: $0)?.month.fullName(context.language) }
        case .indicatorValue: values["most"] = NumberForm(context.language).text(Int(detail))
        case .indicatorOnce: values["other"] = String(detail)
        case .indicatorChange: values["before"] = NumberForm(context.language).text(Int(detail))
        case .unique: values["other"] = String(detail)
        case .exclusive:
            values["others"] = context.language.list((0..<32).filter { detail >> UInt32($0) & 1 == 1 }.map(String.init))
        case .agrees:
            values["value"] = String(detail & 0xFF)
            if detail >> 8 & 0xFF > 0 { values["reg"] = String(detail >> 8 & 0xFF) }
            if detail >> 16 & 0xFF > 0 { values["med"] = String(detail >> 16 & 0xFF) }
        default: break
        }
    }

    /// The month of the file, for messages that need one.
    private var month: Month? { context.month }

    private func read(_ value: String) -> Month? {
        var value = value
        return value.withUTF8 { MonthReading(year: context.year).read($0)?.month }
    }

    /// What a repaired value was read as.
    private func corrected(_ value: String) -> String? {
        guard entry.isRepair, let rule = BuiltInRule(rawValue: fault.rule) else { return nil }
        var value = value
        return value.withUTF8 { bytes -> String? in
            switch rule {
            case .leadingZero: return "0" + Windows1252.text(CellReading.trimmed(bytes))
            case .runningNumberPadded:
                return Windows1252.text(CellReading.trimmed(bytes)).zeroPadded(to: context.plan.digits.width)
            case .monthForm, .excelSerial: return MonthReading(year: context.year).read(bytes)?.month.iso
            case .crossForm: return "X"
            case .spaces, .encoding: return Windows1252.text(CellReading.trimmed(bytes))
            case .dateForm:
                if case .value(let word, _) = CellReading.date(bytes) { return Columns.day(word).iso }
                return nil
            case .amountForm:
                if case .value(let word, _) = CellReading.amount(bytes) { return CellReading.kronor(word) }
                return nil
            case .numberForm:
                let digits = Windows1252.text(CellReading.trimmed(bytes)).prefix { $0.isNumber }.drop { $0 == "0" }
                return digits.isEmpty ? "0" : String(digits)
            default: return nil
            }
        }
    }

    /// A value as a message shows it: one line, not too long.
    private func shown(_ value: String) -> String {
        if value.utf8.count <= 60, !value.utf8.contains(where: { $0 < 0x20 }) { return value }
        let line = value.split(whereSeparator: \.isNewline).joined(separator: " ")
        return line.count <= 60 ? line : line.prefix(60) + "…"
    }
}
