internal import CExpat

/// The XML of a sheet: pauses after each row that has a filled cell.
final class SheetPart: WorkbookPart {
    /// As many as any program has.
    private static let columns = 16_384
    private static let rows = 1_048_576

    var row = SheetRow()
    private let workbook: WorkbookReader
    private let texts: SharedTexts
    private let isDate: [Bool]
    private let limits: ReadingLimits
    private var cells = 0
    private var textBytes = 0

    private var isInRow = false
    private var isInCell = false
    private var isCollecting = false
    private var isPhonetic = false
    private var isInOrder = true
    private var column = -1
    private var start = 0
    private var style = 0
    private var kind = Kind.number

    /// How a cell's characters are to be understood, by its attribute `t`.
    private enum Kind { case number, shared, text, inline, truth, fault, date }

    init(_ sheet: Sheet, of workbook: WorkbookReader) throws(FileProblem) {
        self.workbook = workbook
        texts = workbook.texts
        isDate = workbook.styles.isDate
        limits = workbook.limits
        try super.init(sheet.part, of: workbook.archive)
    }

    override func opened(_ name: Name, _ attributes: Attributes) {
        switch (UInt8(bitPattern: name[0]), name[1]) {
        case (UInt8(ascii: "c"), 0): beginCell(attributes)
        case (UInt8(ascii: "v"), 0): isCollecting = isInCell && kind != .inline
        case (UInt8(ascii: "t"), 0): isCollecting = isInCell && kind == .inline && !isPhonetic
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "row"): beginRow(attributes)
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "rPh"): isPhonetic = true
        default: break
        }
    }

    override func met(_ text: UnsafeRawBufferPointer) {
        guard isCollecting else { return }
        row.bytes.append(contentsOf: text)
        if row.bytes.count - start > limits.cellBytes { fail(.expandsTooMuch) }
    }

    override func closed(_ name: Name) {
        switch (UInt8(bitPattern: name[0]), name[1]) {
        case (UInt8(ascii: "c"), 0): endCell()
        case (UInt8(ascii: "v"), 0), (UInt8(ascii: "t"), 0): isCollecting = false
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "row"): endRow()
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "rPh"): isPhonetic = false
        case (UInt8(ascii: "s"), _) where Self.isNamed(name, "sheetData"): finish()
        default: break
        }
    }

    private func beginRow(_ attributes: Attributes) {
        var number = row.number + 1
        var at = attributes
        while let name = at[0], let value = at[1] {
            if name[0] == 0x72, name[1] == 0 { number = Self.integer(value) ?? number }  // r
            at += 2
        }
        guard 1...Self.rows ~= number else { return fail(.corruptWorkbook) }
        row.number = number
        row.bytes.removeAll(keepingCapacity: true)
        row.cells.removeAll(keepingCapacity: true)
        isInRow = true
        isInOrder = true
        column = -1
    }

    private func endRow() {
        isInRow = false
        if !isInOrder { row.cells.sort { $0.column < $1.column } }
        textBytes += row.bytes.count
        // Cells may repeat a shared text without end.
        guard textBytes <= limits.unpackedBytes else { return fail(.expandsTooMuch) }
        if !row.cells.isEmpty { pause() }
    }

    private func beginCell(_ attributes: Attributes) {
        guard isInRow else { return }
        cells += 1
        guard cells <= limits.cells else { return fail(.expandsTooMuch) }
        let previous = column
        column += 1
        kind = .number
        style = 0
        var at = attributes
        while let name = at[0], let value = at[1] {
            if name[1] == 0 {
                switch UInt8(bitPattern: name[0]) {
                case UInt8(ascii: "r"): column = Self.column(value) ?? column
                case UInt8(ascii: "s"): style = Self.integer(value) ?? 0
                case UInt8(ascii: "t"): kind = Self.kind(value)
                default: break
                }
            }
            at += 2
        }
        guard column < Self.columns else { return fail(.corruptWorkbook) }
        if column <= previous { isInOrder = false }
        start = row.bytes.count
        isInCell = true
    }

    private func endCell() {
        guard isInCell else { return }
        isInCell = false
        isCollecting = false
        guard row.bytes.count > start else { return }
        let kind = convert()
        let end = row.bytes.count
        guard end - start <= limits.cellBytes, end <= 16 * limits.cellBytes else { return fail(.expandsTooMuch) }
        if end > start { row.cells.append(SheetCell(column: column, start: start, end: end, kind: kind)) }
    }

    /// Turns the collected characters into what the cell says.
    private func convert() -> SheetCell.Kind {
        switch kind {
        case .shared:
            // A text that is missing would make a filled cell blank.
            guard let index = index(), let range = texts.range(index) else {
                fail(.corruptWorkbook)
                return .text
            }
            row.bytes.removeSubrange(start...)
            row.bytes.append(contentsOf: texts.bytes[range])
            return .text
        case .text, .inline:
            WorkbookEscapes.decode(&row.bytes, from: start)
            return .text
        case .fault: return .fault
        case .truth:
            let isTrue = row.bytes[start] == UInt8(ascii: "1") || row.bytes[start] | 0x20 == UInt8(ascii: "t")
            row.bytes.replaceSubrange(start..., with: isTrue ? "TRUE".utf8 : "FALSE".utf8)
            return .truth
        case .date:
            // ISO 8601, of which the day is kept.
            let day = row.bytes[start...].prefix { $0 != UInt8(ascii: "T") }
            guard day.count == 10, day[start + 4] == UInt8(ascii: "-"), day[start + 7] == UInt8(ascii: "-") else {
                return .text
            }
            row.bytes.removeSubrange(day.endIndex...)
            return .date
        case .number:
            if style > 0, style < isDate.count, isDate[style], let value = WorkbookNumber.value(row.bytes[start...]) {
                let end = row.bytes.count
                if WorkbookDate.append(value, beginsIn1904: workbook.beginsIn1904, to: &row.bytes) {
                    row.bytes.removeSubrange(start..<end)
                    return .date
                }
            }
            return WorkbookNumber.shorten(&row.bytes, from: start) ? .number : .text
        }
    }

    /// The collected characters as the number of a shared text.
    private func index() -> Int? {
        var value = 0
        guard row.bytes.count - start <= 10 else { return nil }
        for byte in row.bytes[start...] {
            guard byte &- 0x30 < 10 else { return nil }
            value = value * 10 + Int(byte &- 0x30)
        }
        return value
    }

    /// A number without a sign, of at most nine digits.
    @inline(__always)
    private static func integer(_ text: Name) -> Int? {
        var value = 0
        var at = 0
        while text[at] != 0 {
            let digit = UInt8(bitPattern: text[at]) &- 0x30
            guard digit < 10, at < 9 else { return nil }
            value = value * 10 + Int(digit)
            at += 1
        }
        return at > 0 ? value : nil
    }

    /// The column of an address: 1 of "B17". Nil when there are no letters, or too many.
    @inline(__always)
    private static func column(_ address: Name) -> Int? {
        var value = 0
        var at = 0
        while true {
            let letter = (UInt8(bitPattern: address[at]) & 0xdf) &- UInt8(ascii: "A")
            guard letter < 26 else { break }
            guard at < 6 else { return nil }
            value = value * 26 + Int(letter) + 1
            at += 1
        }
        return at > 0 ? value - 1 : nil
    }

    @inline(__always)
    private static func kind(_ type: Name) -> Kind {
        switch (UInt8(bitPattern: type[0]), type[1]) {
        case (UInt8(ascii: "s"), 0): .shared
        case (UInt8(ascii: "s"), _): .text
        case (UInt8(ascii: "i"), _): .inline
        case (UInt8(ascii: "b"), _): .truth
        case (UInt8(ascii: "e"), _): .fault
        case (UInt8(ascii: "d"), _): .date
        default: .number
        }
    }
}
