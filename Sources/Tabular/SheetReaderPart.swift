internal import CExpat

/// A sheet as expat reads it: pauses after each row that has a filled cell, and where the rows can be scanned instead.
final class SheetReaderPart: WorkbookPart {
    /// What follows `<sheetData>`, when it can be scanned.
    private(set) var scannable: ArraySlice<UInt8>?
    private let mayBeScanned: Bool
    private let cells: SheetReaderRow
    private var text: [UInt8] = []
    private var isInRow = false
    private var isInCell = false
    private var isCollecting = false
    private var isPhonetic = false
    private var cell = SheetReaderCell()

    init(_ member: ZipMember, _ cells: SheetReaderRow, mayBeScanned: Bool) throws(FileProblem) {
        self.cells = cells
        self.mayBeScanned = mayBeScanned
        try super.init(member)
    }

    override func opened(_ name: Name, _ attributes: Attributes) {
        switch (UInt8(bitPattern: name[0]), name[1]) {
        case (UInt8(ascii: "c"), 0): beginCell(attributes)
        case (UInt8(ascii: "f"), 0): cell.hasFormula = true
        case (UInt8(ascii: "v"), 0): collect(isInCell && cell.kind != .inline)
        case (UInt8(ascii: "t"), 0): collect(isInCell && cell.kind == .inline && !isPhonetic)
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "row"):
            cells.begin(number: Self.value("r", in: attributes).flatMap { Int($0) })
            isInRow = true
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "rPh"): isPhonetic = true
        case (UInt8(ascii: "s"), _) where Self.isNamed(name, "sheetData"): handOver()
        default: break
        }
    }

    override func met(_ characters: UnsafeRawBufferPointer) {
        guard isCollecting else { return }
        text.append(contentsOf: characters)
        if text.count > cells.limits.cellBytes { fail(.expandsTooMuch) }
    }

    override func closed(_ name: Name) {
        switch (UInt8(bitPattern: name[0]), name[1]) {
        case (UInt8(ascii: "c"), 0) where isInCell:
            isInCell = false
            text.withUnsafeBytes { cells.add(cell, $0) }
        case (UInt8(ascii: "v"), 0), (UInt8(ascii: "t"), 0): isCollecting = false
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "row"):
            isInRow = false
            let isFilled = cells.end()
            if let problem = cells.problem { return fail(problem) }
            if isFilled { pause() }
        case (UInt8(ascii: "r"), _) where Self.isNamed(name, "rPh"): isPhonetic = false
        case (UInt8(ascii: "s"), _) where Self.isNamed(name, "sheetData"): finish()
        default: break
        }
    }

    private func beginCell(_ attributes: Attributes) {
        isInCell = isInRow
        text.removeAll(keepingCapacity: true)
        cell = SheetReaderCell()
        var at = attributes
        while let name = at[0], let value = at[1] {
            if name[1] == 0 {
                cell.set(
                    UInt8(bitPattern: name[0]), UnsafeRawPointer(value).assumingMemoryBound(to: UInt8.self))
            }
            at += 2
        }
    }

    private func collect(_ isValue: Bool) {
        isCollecting = isValue
        if isValue { cell.hasValue = true }
    }

    /// Pauses if the rows are in UTF-8 and their names without a prefix.
    private func handOver() {
        guard mayBeScanned, encoding == "utf-8", let (tag, rest) = input(), tag.starts(with: "<sheetData".utf8),
            !tag.dropLast().reversed().starts(with: "/".utf8)
        else { return }
        scannable = rest
        pause()
    }
}
