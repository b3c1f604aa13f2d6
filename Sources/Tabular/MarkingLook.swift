/// How a mark weighs, and its colour.
public enum MarkingTone: Int, Sendable, Comparable, CaseIterable {
    case note, warning, error

    /// The fill as RGB; black text on it keeps a contrast of at least 17 to 1.
    public var rgb: UInt32 {
        switch self {
        case .note: 0xE6F0F8
        case .warning: 0xFFF6E0
        case .error: 0xFDECEC
        }
    }

    /// A note weighs least, an error most.
    public static func < (one: MarkingTone, other: MarkingTone) -> Bool { one.rawValue < other.rawValue }

    /// The fill as workbooks write it, opaque: "FFFDECEC".
    var argb: String { "FF" + String(rgb, radix: 16, uppercase: true) }
}

/// How a cell that we add looks.
public enum MarkingLook: Hashable, Sendable {
    /// As a plain cell, its content at the top.
    case plain
    /// With line breaks.
    case wrapped
    /// Bold.
    case bold
    /// The heading of a sheet: bold and larger.
    case title
    /// The heading of a column: bold on grey, with line breaks.
    case header
    /// Filled with the colour of a mark.
    case tone(MarkingTone)

    /// The same look in a workbook that we write from the beginning.
    public var style: CellStyle {
        switch self {
        case .plain: CellStyle(align: .left, top: true)
        case .wrapped: CellStyle(wrap: true, align: .left, top: true)
        case .bold: CellStyle(bold: true, align: .left, top: true)
        case .title: CellStyle(bold: true, size: Self.titleSize, align: .left, top: true)
        case .header: CellStyle(bold: true, wrap: true, fill: Self.headerFill, align: .left, top: true)
        case .tone(let tone): CellStyle(wrap: true, fill: tone.rgb, align: .left, top: true)
        }
    }

    static let titleSize = 14.0
    static let headerFill: UInt32 = 0xE7E6E6
}
