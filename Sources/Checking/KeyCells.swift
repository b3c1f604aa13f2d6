import Definitions
import Tabular
import Vocabulary

/// Reads month and municipality. Nearly every row says the same as the one before, so each is read once a run.
struct KeyCells {
    /// What a cell was read as, 0 when it cannot be; and what there is to say of it on every row that has it.
    struct Reading<Value: FixedWidthInteger> {
        var value: Value
        var rule: BuiltInRule?
    }

    private let calendar: CollectionCalendar
    private let months: MonthReading
    private var month: (bytes: [UInt8], reading: Reading<Int32>) = ([], Reading(value: 0, rule: .monthMissing))
    private var municipality: (bytes: [UInt8], reading: Reading<UInt16>) =
        ([], Reading(value: 0, rule: .municipalityMissing))

    /// Reads months of `calendar`; a bare month number is of `year`.
    init(_ calendar: CollectionCalendar, year: Int?) {
        self.calendar = calendar
        months = MonthReading(year: year)
    }

    /// The month's index.
    mutating func month(_ cell: RecordCell) -> Reading<Int32> {
        if !Self.isSame(cell, month.bytes) { month = (Array(cell.buffer), read(cell)) }
        return month.reading
    }

    /// The municipality's number.
    mutating func municipality(_ cell: RecordCell) -> Reading<UInt16> {
        if !Self.isSame(cell, municipality.bytes) {
            let reading: Reading<UInt16> =
                switch CellReading.municipality(cell.buffer) {
                case .value(let number, let repair): Reading(value: UInt16(number), rule: repair)
                case .blank: Reading(value: 0, rule: .municipalityMissing)
                case .fault(let rule): Reading(value: 0, rule: rule)
                }
            municipality = (Array(cell.buffer), reading)
        }
        return municipality.reading
    }

    /// Whether a cell where a month should be says that the row is a sum.
    static func isSum(_ cell: RecordCell) -> Bool {
        let word = Windows1252.text(CellReading.trimmed(cell.buffer)).lowercased()
        return ["summa", "totalt", "total", "antal"].contains { word.hasPrefix($0) }
    }

    private func read(_ cell: RecordCell) -> Reading<Int32> {
        guard let (month, repair) = months.read(cell.buffer) else {
            return Reading(
                value: 0, rule: CellReading.trimmed(cell.buffer).isEmpty ? .monthMissing : .unknownMonth)
        }
        guard calendar.period(month) != nil else { return Reading(value: 0, rule: .monthOutsideCollection) }
        return Reading(value: month.index, rule: repair)
    }

    private static func isSame(_ cell: RecordCell, _ bytes: [UInt8]) -> Bool {
        guard bytes.count == Int(cell.length) else { return false }
        for place in bytes.indices where bytes[place] != cell.bytes[place] { return false }
        return true
    }
}
