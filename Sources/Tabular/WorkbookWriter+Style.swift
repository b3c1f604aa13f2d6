internal import CXlsxWriter

/// How a cell looks. Colours are RGB: `0xFDECEC`.
public struct CellStyle: Hashable, Sendable {
    /// Whether letters are bold.
    public var bold: Bool
    /// Whether long texts go on in a new line.
    public var wrap: Bool
    /// The colour behind the content; `nil` = none.
    public var fill: UInt32?
    /// The colour of the letters; `nil` = black.
    public var textColor: UInt32?
    /// In points; `nil` = the workbook's own, 11.
    public var size: Double?
    /// A format code as Excel knows them: `0.0`, `@` (text), `0000`.
    public var numberFormat: String?
    /// The lines around the cell.
    public var border: Border
    /// Where the content stands; `nil` = texts left, numbers right.
    public var align: Align?
    /// Whether the content stands at the top of a tall row rather than at the bottom.
    public var top: Bool

    /// The lines around a cell.
    public enum Border: Sendable {
        case none
        /// A thin grey line on all sides.
        case thin
        /// A thin line below, as under a header.
        case below
    }

    /// Where the content stands in the cell.
    public enum Align: Sendable {
        case left, center, right
    }

    /// A style; everything left out is as in a plain cell.
    public init(
        bold: Bool = false, wrap: Bool = false, fill: UInt32? = nil, textColor: UInt32? = nil, size: Double? = nil,
        numberFormat: String? = nil, border: Border = .none, align: Align? = nil, top: Bool = false
    ) {
        self.bold = bold
        self.wrap = wrap
        self.fill = fill
        self.textColor = textColor
        self.size = size
        self.numberFormat = numberFormat
        self.border = border
        self.align = align
        self.top = top
    }

    func apply(to format: UnsafeMutablePointer<lxw_format>) {
        if bold { format_set_bold(format) }
        if wrap { format_set_text_wrap(format) }
        if let fill {
            format_set_pattern(format, UInt8(LXW_PATTERN_SOLID.rawValue))
            format_set_bg_color(format, fill)
        }
        if let textColor { format_set_font_color(format, textColor) }
        if let size { format_set_font_size(format, size) }
        if let numberFormat { format_set_num_format(format, numberFormat) }
        switch border {
        case .none: break
        case .thin:
            format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue))
            format_set_border_color(format, 0xBFBFBF)
        case .below: format_set_bottom(format, UInt8(LXW_BORDER_THIN.rawValue))
        }
        switch align {
        case .left: format_set_align(format, UInt8(LXW_ALIGN_LEFT.rawValue))
        case .center: format_set_align(format, UInt8(LXW_ALIGN_CENTER.rawValue))
        case .right: format_set_align(format, UInt8(LXW_ALIGN_RIGHT.rawValue))
        case nil: break
        }
        if top { format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_TOP.rawValue)) }
    }
}
